/** Comments on the words of versions, which stay with these words in all others. */
@NullMarked
package prismq.t.script.versioning.review;

import org.jspecify.annotations.NullMarked;

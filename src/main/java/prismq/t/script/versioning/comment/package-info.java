/** Comments on the words of versions and suggestions of other words, which stay with the words. */
@NullMarked
package prismq.t.script.versioning.comment;

import org.jspecify.annotations.NullMarked;

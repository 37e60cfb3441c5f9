/** Tests of what pages tell of a phrase. */
@NullMarked
package prismq.t.script.versioning.phrase;

import org.jspecify.annotations.NullMarked;

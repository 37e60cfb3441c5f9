/** Texts as exact bytes, and the lines and words in them. */
@NullMarked
package prismq.t.script.versioning.core.text;

import org.jspecify.annotations.NullMarked;

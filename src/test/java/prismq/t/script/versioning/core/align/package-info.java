/** Tests of the alignment of words. */
@NullMarked
package prismq.t.script.versioning.core.align;

import org.jspecify.annotations.NullMarked;

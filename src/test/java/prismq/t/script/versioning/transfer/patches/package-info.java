/** Tests of patches. */
@NullMarked
package prismq.t.script.versioning.transfer.patches;

import org.jspecify.annotations.NullMarked;

/** How scripts stand in git: what an export writes beside the texts, and an import reads again. */
@NullMarked
package prismq.t.script.versioning.transfer.git.format;

import org.jspecify.annotations.NullMarked;

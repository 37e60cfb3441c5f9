/** First stage of an import from git: opens the repository, and reads its refs, notes and texts. */
@NullMarked
package prismq.t.script.versioning.transfer.git.read;

import org.jspecify.annotations.NullMarked;

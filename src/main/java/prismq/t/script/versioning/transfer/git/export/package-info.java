/** Export to git: each script a file, each version a commit, each label a tag. */
@NullMarked
package prismq.t.script.versioning.transfer.git.export;

import org.jspecify.annotations.NullMarked;

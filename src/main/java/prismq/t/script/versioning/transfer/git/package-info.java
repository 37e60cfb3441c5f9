/** Import from git: every branch and merge of a file. */
@NullMarked
package prismq.t.script.versioning.transfer.git;

import org.jspecify.annotations.NullMarked;

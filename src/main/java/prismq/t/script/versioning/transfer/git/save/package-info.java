/** Last stage of an import from git: saves the planned changes as versions, and tags as labels. */
@NullMarked
package prismq.t.script.versioning.transfer.git.save;

import org.jspecify.annotations.NullMarked;

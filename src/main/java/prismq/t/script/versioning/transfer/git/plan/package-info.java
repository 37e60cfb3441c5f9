/** Third stage of an import from git: decides which script and which branch each change goes to. */
@NullMarked
package prismq.t.script.versioning.transfer.git.plan;

import org.jspecify.annotations.NullMarked;

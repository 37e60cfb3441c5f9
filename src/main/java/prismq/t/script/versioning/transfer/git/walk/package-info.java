/**
 * Second stage of an import from git: walks the commits and makes the histories of files of them.
 */
@NullMarked
package prismq.t.script.versioning.transfer.git.walk;

import org.jspecify.annotations.NullMarked;

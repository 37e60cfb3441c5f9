/** What the commands of the command line share. */
@NullMarked
package prismq.t.script.versioning.command;

import org.jspecify.annotations.NullMarked;

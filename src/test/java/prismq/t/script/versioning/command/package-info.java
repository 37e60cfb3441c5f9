/** Tests of what commands share. */
@NullMarked
package prismq.t.script.versioning.command;

import org.jspecify.annotations.NullMarked;

/** Share links on the command line. */
@NullMarked
package prismq.t.script.versioning.share.command;

import org.jspecify.annotations.NullMarked;

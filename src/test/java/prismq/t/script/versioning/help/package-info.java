/** Tests of the help: what it says is true, and is found. */
@NullMarked
package prismq.t.script.versioning.help;

import org.jspecify.annotations.NullMarked;

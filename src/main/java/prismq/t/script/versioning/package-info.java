/** The complete version history of scripts: command line, wiring and configuration. */
@NullMarked
package prismq.t.script.versioning;

import org.jspecify.annotations.NullMarked;

/** Scripts, their versions and branches: saving, reading, listing, verifying. */
@NullMarked
package prismq.t.script.versioning.history;

import org.jspecify.annotations.NullMarked;

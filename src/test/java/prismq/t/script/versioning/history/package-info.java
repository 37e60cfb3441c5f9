/** Tests; they use a real database file, a real server and a real browser. */
@NullMarked
package prismq.t.script.versioning.history;

import org.jspecify.annotations.NullMarked;

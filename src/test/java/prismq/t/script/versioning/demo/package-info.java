/** Tests; they use a real database file, a real server and a real browser. */
@NullMarked
package prismq.t.script.versioning.demo;

import org.jspecify.annotations.NullMarked;

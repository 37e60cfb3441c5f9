/** Tests; they use a real server and raw connections. */
@NullMarked
package prismq.t.script.versioning.buffering;

import org.jspecify.annotations.NullMarked;

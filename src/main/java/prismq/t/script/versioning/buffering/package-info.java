/** Bodies and answers of clients of any speed, none of which holds a thread of the server. */
@NullMarked
package prismq.t.script.versioning.buffering;

import org.jspecify.annotations.NullMarked;

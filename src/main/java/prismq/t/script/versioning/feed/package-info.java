/** The feeds of new versions, for programs that read feeds. */
@NullMarked
package prismq.t.script.versioning.feed;

import org.jspecify.annotations.NullMarked;

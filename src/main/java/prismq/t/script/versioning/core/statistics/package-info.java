/** How long texts are and who speaks in them, and whether that is as long as they are to be. */
@NullMarked
package prismq.t.script.versioning.core.statistics;

import org.jspecify.annotations.NullMarked;

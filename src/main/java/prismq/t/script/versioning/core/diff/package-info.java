/** What changed between two texts, by line and by word. */
@NullMarked
package prismq.t.script.versioning.core.diff;

import org.jspecify.annotations.NullMarked;

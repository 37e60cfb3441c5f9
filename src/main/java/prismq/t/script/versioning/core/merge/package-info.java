/** Merges texts that were both made of a third one. */
@NullMarked
package prismq.t.script.versioning.core.merge;

import org.jspecify.annotations.NullMarked;

/** Texts laid out as pages, and the list of their scenes. */
@NullMarked
package prismq.t.script.versioning.reading;

import org.jspecify.annotations.NullMarked;

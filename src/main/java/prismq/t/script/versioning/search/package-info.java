/** Search in all histories: passages, phrases and authorship. */
@NullMarked
package prismq.t.script.versioning.search;

import org.jspecify.annotations.NullMarked;

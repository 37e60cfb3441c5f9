/** Search through the whole history: passages, phrases, and who wrote what. */
@NullMarked
package prismq.t.script.versioning.search;

import org.jspecify.annotations.NullMarked;

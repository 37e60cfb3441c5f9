/** Where the words that a comment is about stand in other versions. No SQL, no HTTP, no files. */
@NullMarked
package prismq.t.script.versioning.core.anchor;

import org.jspecify.annotations.NullMarked;

/**
 * The passages of a script's versions: its paragraphs, each distinct one once, how they came and
 * went, and what each was made of. No SQL, no HTTP, no files.
 */
@NullMarked
package prismq.t.script.versioning.core.passage;

import org.jspecify.annotations.NullMarked;

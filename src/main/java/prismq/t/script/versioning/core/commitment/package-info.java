/** Hashes over fields, and commitments to fields that may have to be erased later. */
@NullMarked
package prismq.t.script.versioning.core.commitment;

import org.jspecify.annotations.NullMarked;

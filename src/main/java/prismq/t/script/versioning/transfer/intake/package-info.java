/** What every import shares: its frame, its saving in batches, and what it tells of itself. */
@NullMarked
package prismq.t.script.versioning.transfer.intake;

import org.jspecify.annotations.NullMarked;

/**
 * What every import shares: its context, its summary, and how what it reads is fitted to the rules.
 */
@NullMarked
package prismq.t.script.versioning.transfer.imports;

import org.jspecify.annotations.NullMarked;

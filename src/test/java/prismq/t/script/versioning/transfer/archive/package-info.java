/** Tests; they use a real database file and real zip files. */
@NullMarked
package prismq.t.script.versioning.transfer.archive;

import org.jspecify.annotations.NullMarked;

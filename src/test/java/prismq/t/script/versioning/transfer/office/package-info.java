/** Tests; they use a real database file and real git repositories. */
@NullMarked
package prismq.t.script.versioning.transfer.office;

import org.jspecify.annotations.NullMarked;

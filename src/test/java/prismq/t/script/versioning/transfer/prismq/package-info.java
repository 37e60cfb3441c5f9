/** Tests; they use a real database file and real git repositories. */
@NullMarked
package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.NullMarked;

/** Tests; they use a real database file and real git repositories. */
@NullMarked
package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.NullMarked;

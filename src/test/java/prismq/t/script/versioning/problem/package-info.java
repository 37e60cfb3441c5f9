/** Tests; they use a real database file and real git repositories. */
@NullMarked
package prismq.t.script.versioning.problem;

import org.jspecify.annotations.NullMarked;

/** Tests of passages. */
@NullMarked
package prismq.t.script.versioning.core.passage;

import org.jspecify.annotations.NullMarked;

/** Tests with made-up texts, from fixed seeds. */
@NullMarked
package prismq.t.script.versioning.conflict;

import org.jspecify.annotations.NullMarked;

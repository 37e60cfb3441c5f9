/** Tests with made-up texts, from fixed seeds. */
@NullMarked
package prismq.t.script.versioning.core.merge;

import org.jspecify.annotations.NullMarked;

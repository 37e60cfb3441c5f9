/** Words and languages. */
@NullMarked
package prismq.t.script.versioning.language;

import org.jspecify.annotations.NullMarked;

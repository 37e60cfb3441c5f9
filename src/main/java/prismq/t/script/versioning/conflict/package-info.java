/** What is asked and answered where two texts differ in one passage. */
@NullMarked
package prismq.t.script.versioning.conflict;

import org.jspecify.annotations.NullMarked;

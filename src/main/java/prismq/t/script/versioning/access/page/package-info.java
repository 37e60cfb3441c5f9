/** The page on which those who manage a script see and say who works on it. */
@NullMarked
package prismq.t.script.versioning.access.page;

import org.jspecify.annotations.NullMarked;

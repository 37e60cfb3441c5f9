/** Screenplays in Fountain (fountain.io/syntax): their elements, emphasis, title page and pages. */
@NullMarked
package prismq.t.script.versioning.core.fountain;

import org.jspecify.annotations.NullMarked;

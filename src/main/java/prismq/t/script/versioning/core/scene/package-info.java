/** The scenes of a script, how long they are, and what became of each from one text to another. */
@NullMarked
package prismq.t.script.versioning.core.scene;

import org.jspecify.annotations.NullMarked;

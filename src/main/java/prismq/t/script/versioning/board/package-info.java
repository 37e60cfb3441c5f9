/** The page that shows several alternates beside each other. */
@NullMarked
package prismq.t.script.versioning.board;

import org.jspecify.annotations.NullMarked;

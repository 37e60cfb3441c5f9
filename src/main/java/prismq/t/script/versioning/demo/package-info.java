/** Two small example histories for a first look. */
@NullMarked
package prismq.t.script.versioning.demo;

import org.jspecify.annotations.NullMarked;

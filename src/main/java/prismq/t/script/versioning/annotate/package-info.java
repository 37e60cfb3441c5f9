/** Who wrote what: a version with each passage led back to the version that wrote it. */
@NullMarked
package prismq.t.script.versioning.annotate;

import org.jspecify.annotations.NullMarked;

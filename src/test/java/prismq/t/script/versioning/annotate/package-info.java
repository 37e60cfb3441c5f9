/** Tests of who wrote what. */
@NullMarked
package prismq.t.script.versioning.annotate;

import org.jspecify.annotations.NullMarked;

/** Tests of where words stand in other versions. */
@NullMarked
package prismq.t.script.versioning.core.anchor;

import org.jspecify.annotations.NullMarked;

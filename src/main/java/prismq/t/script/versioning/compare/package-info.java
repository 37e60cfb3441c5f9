/** Pages and answers that compare two versions. */
@NullMarked
package prismq.t.script.versioning.compare;

import org.jspecify.annotations.NullMarked;

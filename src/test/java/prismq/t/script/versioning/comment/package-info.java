@NullMarked
package prismq.t.script.versioning.comment;

import org.jspecify.annotations.NullMarked;

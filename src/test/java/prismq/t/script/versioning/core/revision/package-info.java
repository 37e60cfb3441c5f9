@NullMarked
package prismq.t.script.versioning.core.revision;

import org.jspecify.annotations.NullMarked;

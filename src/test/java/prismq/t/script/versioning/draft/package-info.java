@NullMarked
package prismq.t.script.versioning.draft;

import org.jspecify.annotations.NullMarked;

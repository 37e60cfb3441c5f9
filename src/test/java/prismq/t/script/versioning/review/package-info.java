@NullMarked
package prismq.t.script.versioning.review;

import org.jspecify.annotations.NullMarked;

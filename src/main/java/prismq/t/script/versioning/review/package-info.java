/** Review: comments that stay with their words in all versions, and verdicts on versions. */
@NullMarked
package prismq.t.script.versioning.review;

import org.jspecify.annotations.NullMarked;

/** Reviews: verdicts on versions, the rule that decides, and whose turn it is. */
@NullMarked
package prismq.t.script.versioning.review;

import org.jspecify.annotations.NullMarked;

/** Links that show one comparison, version or report to somebody without an account. */
@NullMarked
package prismq.t.script.versioning.share;

import org.jspecify.annotations.NullMarked;

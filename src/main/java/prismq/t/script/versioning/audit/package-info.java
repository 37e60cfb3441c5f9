/** The log of who did what, from where and when. */
@NullMarked
package prismq.t.script.versioning.audit;

import org.jspecify.annotations.NullMarked;

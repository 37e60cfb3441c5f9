/** The page with the log of who did what. */
@NullMarked
package prismq.t.script.versioning.audit.page;

import org.jspecify.annotations.NullMarked;

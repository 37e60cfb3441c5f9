/** The page to import histories: upload, preview, import, and the result. */
@NullMarked
package prismq.t.script.versioning.transfer.page;

import org.jspecify.annotations.NullMarked;

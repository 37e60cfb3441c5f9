/** The page on which histories are brought in: upload, preview, import, and what became of it. */
@NullMarked
package prismq.t.script.versioning.transfer.page;

import org.jspecify.annotations.NullMarked;

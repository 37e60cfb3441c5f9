/** The pages on which people make share links, and what their guests see. */
@NullMarked
package prismq.t.script.versioning.share.page;

import org.jspecify.annotations.NullMarked;

/** The pages on which people make and revoke tokens. */
@NullMarked
package prismq.t.script.versioning.token.page;

import org.jspecify.annotations.NullMarked;

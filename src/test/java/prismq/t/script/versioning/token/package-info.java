/** Tokens on a database of their own. */
@NullMarked
package prismq.t.script.versioning.token;

import org.jspecify.annotations.NullMarked;

/** Tokens on a database of their own. */
@NullMarked
package prismq.t.script.versioning.webhook;

import org.jspecify.annotations.NullMarked;

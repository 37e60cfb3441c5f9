/** Tokens by which programs use the API. */
@NullMarked
package prismq.t.script.versioning.token;

import org.jspecify.annotations.NullMarked;

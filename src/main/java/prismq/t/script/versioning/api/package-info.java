/** The JSON API under /api/v1 and its description. */
@NullMarked
package prismq.t.script.versioning.api;

import org.jspecify.annotations.NullMarked;

/** Tests of the JSON API over HTTP. */
@NullMarked
package prismq.t.script.versioning.api;

import org.jspecify.annotations.NullMarked;

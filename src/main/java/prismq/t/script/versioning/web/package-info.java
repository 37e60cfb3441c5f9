/** Routes, addresses, rendering, errors and protection of the web application. */
@NullMarked
package prismq.t.script.versioning.web;

import org.jspecify.annotations.NullMarked;

/** Journeys through the pages in a real browser. */
@NullMarked
package prismq.t.script.versioning.browser;

import org.jspecify.annotations.NullMarked;

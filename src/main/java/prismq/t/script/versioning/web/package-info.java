/** What every page and answer of the web application is made with. */
@NullMarked
package prismq.t.script.versioning.web;

import org.jspecify.annotations.NullMarked;

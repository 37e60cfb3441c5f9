/** Every page over plain HTTP, from a server that runs on a database of its own. */
@NullMarked
package prismq.t.script.versioning.pages;

import org.jspecify.annotations.NullMarked;

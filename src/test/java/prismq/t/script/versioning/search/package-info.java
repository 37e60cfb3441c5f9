/** Tests of search. */
@NullMarked
package prismq.t.script.versioning.search;

import org.jspecify.annotations.NullMarked;

/** The words of pages, apart from the code, so that there can be pages in other languages. */
@NullMarked
package prismq.t.script.versioning.language;

import org.jspecify.annotations.NullMarked;

/** Tables for spreadsheets. */
@NullMarked
package prismq.t.script.versioning.csv;

import org.jspecify.annotations.NullMarked;

/** The history of a script as a document: what it has, and how it is written in each format. */
@NullMarked
package prismq.t.script.versioning.report;

import org.jspecify.annotations.NullMarked;

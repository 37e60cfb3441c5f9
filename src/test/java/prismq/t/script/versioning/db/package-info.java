/** Tests of the database file. */
@NullMarked
package prismq.t.script.versioning.db;

import org.jspecify.annotations.NullMarked;

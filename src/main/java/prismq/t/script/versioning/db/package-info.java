/** The database file: connections, settings, migrations. */
@NullMarked
package prismq.t.script.versioning.db;

import org.jspecify.annotations.NullMarked;

/** What people have written and not saved, kept on the server for them alone. */
@NullMarked
package prismq.t.script.versioning.draft;

import org.jspecify.annotations.NullMarked;

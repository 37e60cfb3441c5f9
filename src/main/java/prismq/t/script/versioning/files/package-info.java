/** Files and folders that commands, imports and exports make or read. */
@NullMarked
package prismq.t.script.versioning.files;

import org.jspecify.annotations.NullMarked;

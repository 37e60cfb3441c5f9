/** Folders of scripts, one level deep. */
@NullMarked
package prismq.t.script.versioning.project;

import org.jspecify.annotations.NullMarked;

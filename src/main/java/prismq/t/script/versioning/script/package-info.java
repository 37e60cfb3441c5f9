/** Pages of scripts: the list, the history of one, one version. */
@NullMarked
package prismq.t.script.versioning.script;

import org.jspecify.annotations.NullMarked;

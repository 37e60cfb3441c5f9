/** What people have read of scripts: the versions that they said so of, and what they wrote. */
@NullMarked
package prismq.t.script.versioning.readmark;

import org.jspecify.annotations.NullMarked;

/** Named sets of accounts. */
@NullMarked
package prismq.t.script.versioning.group;

import org.jspecify.annotations.NullMarked;

/** What is new to people in scripts that they have read before. */
@NullMarked
package prismq.t.script.versioning.unread;

import org.jspecify.annotations.NullMarked;

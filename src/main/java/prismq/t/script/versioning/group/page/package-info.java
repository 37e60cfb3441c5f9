/** The page on which admins make groups of people. */
@NullMarked
package prismq.t.script.versioning.group.page;

import org.jspecify.annotations.NullMarked;

/** The page on which admins say who the authors of versions are. */
@NullMarked
package prismq.t.script.versioning.person.page;

import org.jspecify.annotations.NullMarked;

/** Who the authors of versions are: several names may be one person's. */
@NullMarked
package prismq.t.script.versioning.person;

import org.jspecify.annotations.NullMarked;

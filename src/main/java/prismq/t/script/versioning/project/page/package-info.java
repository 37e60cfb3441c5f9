/** The pages on which projects are made and looked after. */
@NullMarked
package prismq.t.script.versioning.project.page;

import org.jspecify.annotations.NullMarked;

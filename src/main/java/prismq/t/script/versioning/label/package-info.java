/** The labels of a script: the page that lists the labelled versions, adds and removes labels. */
@NullMarked
package prismq.t.script.versioning.label;

import org.jspecify.annotations.NullMarked;

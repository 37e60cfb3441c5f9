/**
 * The labels of a script: the page that lists the labelled versions, gives labels and takes them
 * away.
 */
@NullMarked
package prismq.t.script.versioning.label;

import org.jspecify.annotations.NullMarked;

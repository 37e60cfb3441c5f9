/** The branches of a script: the page that starts, names, compares and archives them. */
@NullMarked
package prismq.t.script.versioning.branch;

import org.jspecify.annotations.NullMarked;

/** What can go wrong, each with its answer: a status, a title and the sentence for a person. */
@NullMarked
package prismq.t.script.versioning.problem;

import org.jspecify.annotations.NullMarked;

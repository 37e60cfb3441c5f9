/** Lengths and scores of scripts: their targets, their course over versions, and who is told. */
@NullMarked
package prismq.t.script.versioning.statistics;

import org.jspecify.annotations.NullMarked;

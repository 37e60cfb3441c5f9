/**
 * Which words of one text are those of another. The steps, one file each:
 *
 * <ol>
 *   <li>{@link prismq.t.script.versioning.core.align.TokenSequence}: both texts as words, signs,
 *       breaks and list marks; white space belongs to what follows it
 *   <li>{@link prismq.t.script.versioning.core.align.ShortestAlignment}: as many tokens kept in
 *       their order as possible
 *   <li>{@link prismq.t.script.versioning.core.align.Windows}: what lies between stretches that are
 *       surely kept
 *   <li>{@link prismq.t.script.versioning.core.align.WindowAligner}: of several alignments of a
 *       window the one that reads best, among those that mark no more words than a plain word diff
 *   <li>{@link prismq.t.script.versioning.core.align.MoveFinder}: what was removed here and added
 *       there
 *   <li>{@link prismq.t.script.versioning.core.align.TokenSlider}: what could stand at several
 *       places stands where a sentence or a paragraph starts
 * </ol>
 */
@NullMarked
package prismq.t.script.versioning.core.align;

import org.jspecify.annotations.NullMarked;

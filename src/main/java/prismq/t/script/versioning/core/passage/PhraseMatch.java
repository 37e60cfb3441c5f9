package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.core.text.Folding;

/** What counts as an occurrence of a phrase. */
public enum PhraseMatch {
  /** The same as it is seen: {@link Folding#asSeen} sets aside how accents are spelled. */
  EXACT,

  /** The same regardless of case, accents and kinds of white space, as {@link Folding} says. */
  FOLDED
}

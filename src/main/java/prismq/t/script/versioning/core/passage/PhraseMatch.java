package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.core.text.Folding;

/** What counts as an occurrence of a phrase. */
public enum PhraseMatch {
  /** The same bytes. */
  EXACT,

  /** The same regardless of case, accents and kinds of white space, as {@link Folding} says. */
  FOLDED
}

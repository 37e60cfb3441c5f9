package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.core.text.Terms.Term;

/**
 * Consecutive words, regardless of punctuation between them; a single word is one too.
 *
 * @param terms folded, at least one
 * @param prefix whether the last one is only how a word begins
 */
record Phrase(List<String> terms, boolean prefix) {
  /** Whole words; null where the text has none that can be searched for, such as signs only. */
  static @Nullable Phrase of(String text) {
    return of(text, false);
  }

  /** The same, where the last word may go on. */
  static @Nullable Phrase prefix(String text) {
    return of(text, true);
  }

  /** The one or the other: an asterisk at the end says that the last word may go on. */
  static @Nullable Phrase typed(String text) {
    return of(text, text.endsWith("*"));
  }

  private static @Nullable Phrase of(String text, boolean prefix) {
    List<String> terms = Terms.of(text).stream().map(Term::folded).toList();
    return terms.isEmpty() ? null : new Phrase(terms, prefix);
  }

  /** The same, where the last word may go on. */
  Phrase openEnded() {
    return new Phrase(terms, true);
  }

  /** Its first terms, as whole words. */
  Phrase start(int length) {
    return new Phrase(terms.subList(0, length), false);
  }

  /**
   * The expression for the full-text index: all terms, each in quotation marks. A term has only
   * letters, digits and non-ASCII characters, so none is an operator.
   */
  List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    terms.forEach(term -> tokens.add('"' + term + '"'));
    if (prefix) {
      int last = tokens.size() - 1;
      tokens.set(last, tokens.get(last) + "*");
    }
    return tokens;
  }
}

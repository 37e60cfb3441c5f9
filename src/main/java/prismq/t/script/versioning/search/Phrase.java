package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.core.text.Terms.Term;

/**
 * Words that follow each other, whatever signs stand between them; a single word is one too.
 *
 * @param terms folded, at least one
 * @param prefix whether the last one is only how a word begins
 */
record Phrase(List<String> terms, boolean prefix) {
  /** Where the tokenizer of the index cuts. */
  private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\x00-\\x7F&&[^a-z0-9]]+");

  /** Null where the text has nothing that can be searched for, such as signs only. */
  static @Nullable Phrase of(String text, boolean prefix) {
    List<String> terms = Terms.of(text).stream().map(Term::folded).toList();
    return terms.isEmpty() ? null : new Phrase(terms, prefix);
  }

  /**
   * What the full-text index is asked for it: all of these, each in quotation marks, so that
   * nothing in it has a meaning there. A few symbols, such as ㏂, are several there.
   */
  Stream<String> tokens() {
    int last = terms.size() - 1;
    return IntStream.rangeClosed(0, last)
        .boxed()
        .flatMap(i -> tokens(terms.get(i), prefix && i == last).stream());
  }

  private static List<String> tokens(String term, boolean prefix) {
    List<String> tokens =
        Arrays.stream(BETWEEN_TOKENS.split(term, -1))
            .filter(token -> !token.isEmpty())
            .map(token -> '"' + token + '"')
            .collect(Collectors.toCollection(ArrayList::new));
    if (prefix && !tokens.isEmpty()) {
      int last = tokens.size() - 1;
      tokens.set(last, tokens.get(last) + "*");
    }
    return tokens;
  }

  /** Whether it is in all texts of which the index has its only token, and in no other. */
  boolean isOneToken() {
    return terms.size() == 1 && !BETWEEN_TOKENS.matcher(terms.get(0)).find();
  }

  /** Whether it occurs in a text. */
  boolean isIn(String text) {
    return new Finder(List.of(this)).in(text).hasAny();
  }
}

package prismq.t.script.versioning.phrase;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.search.PhraseHistory;

/**
 * A phrase as it was typed or selected on a page. Forms send line breaks in their own way, so each
 * stands for both that texts have: LF and CRLF.
 *
 * @param text with LF for each line break
 */
public record TypedPhrase(String text, PhraseMatch match) {
  /** Longest phrase that is looked for, in characters. */
  public static final int MAX_LENGTH = 10_000;

  /** The phrase that a parameter of the address has, every space included; empty for none. */
  public static TypedPhrase of(Context context, String name, PhraseMatch match) {
    @Nullable String typed = context.queryParam(name);
    return new TypedPhrase(typed == null ? "" : typed.replace("\r\n", "\n"), match);
  }

  /** Whether case, accents and kinds of white space are to be ignored. */
  public boolean isFolded() {
    return match == PhraseMatch.FOLDED;
  }

  /** Whether there is nothing to look for; white space alone is nothing. */
  public boolean isEmpty() {
    return text.isBlank();
  }

  /** Whether it is too long to be looked for. */
  public boolean isTooLong() {
    return text.length() > MAX_LENGTH;
  }

  /**
   * Its history; if it is found nowhere as it is, that of all that differs from it in case, accents
   * and white space only, which {@link PhraseHistory#isFolded()} tells.
   */
  public PhraseHistory history(PassageHistory passages) {
    if (!isFolded()) {
      PhraseHistory exact = exactHistory(passages);
      if (exact.isFound()) {
        return exact;
      }
    }
    return foldedHistory(passages);
  }

  /** The history with case, accents and white space ignored. */
  PhraseHistory foldedHistory(PassageHistory passages) {
    return PhraseHistory.of(passages, text, PhraseMatch.FOLDED);
  }

  private PhraseHistory exactHistory(PassageHistory passages) {
    PhraseHistory all = PhraseHistory.of(passages, text, PhraseMatch.EXACT);
    int[] occurrences = all.occurrences().clone();
    int[] changes = all.changes().clone();
    for (String spelling : spellings().subList(1, spellings().size())) {
      PhraseHistory other = PhraseHistory.of(passages, spelling, PhraseMatch.EXACT);
      for (int version = 0; version < occurrences.length; version++) {
        occurrences[version] += other.occurrences()[version];
        changes[version] += other.changes()[version];
      }
    }
    return new PhraseHistory(text, PhraseMatch.EXACT, occurrences, changes);
  }

  /** The forms it may have in texts, no two of which are found at the same place. */
  List<String> spellings() {
    // A line break at the start is found in CRLF too, as its second half.
    return text.lastIndexOf('\n') > 0 ? List.of(text, text.replace("\n", "\r\n")) : List.of(text);
  }
}

package prismq.t.script.versioning.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How it stands with a suggestion. */
public enum SuggestionState {
  /** Nobody accepted or rejected it. */
  OPEN,
  /** The same, but the words that it would replace are not in the version. */
  NO_PLACE,
  /** A version has its words. */
  ACCEPTED,
  /** Somebody did not want it. */
  REJECTED;

  /** The word for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word; empty if there is none. */
  public static Optional<SuggestionState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SuggestionState::word).toList();
  }
}

package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * A stretch of an exact text and what is to stand in its place.
 *
 * @param suggestion the number of the suggestion
 * @param replacement as an exact text, in which every byte is a character
 */
record SuggestedEdit(long suggestion, ByteRange bytes, String replacement) {
  /** What a suggestion does in the text of its own version. */
  static SuggestedEdit of(Suggestion suggestion, String exact, String lineEnding) {
    return new SuggestedEdit(
            suggestion.id(),
            suggestion.anchor().bytes(),
            exact(suggestion.replacement(), lineEnding))
        .without(exact);
  }

  /** A replacement as it stands in an exact text. */
  static String exact(String replacement, String lineEnding) {
    String ended = lineEnding.equals("\n") ? replacement : replacement.replace("\n", lineEnding);
    return new String(ended.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** What turns one text into another: all between what they have in common at both ends. */
  static SuggestedEdit between(long suggestion, String before, String after) {
    return new SuggestedEdit(suggestion, new ByteRange(0, before.length()), after).without(before);
  }

  /** The same without whole words at both ends that it leaves as they are. */
  SuggestedEdit without(String exact) {
    String old = bytes.in(exact);
    int most = Math.min(old.length(), replacement.length());
    int start = 0;
    while (start < most && old.charAt(start) == replacement.charAt(start)) {
      start++;
    }
    while (start > 0 && (cutsWord(old, start) || cutsWord(replacement, start))) {
      start--;
    }
    int end = 0;
    while (end < most - start
        && old.charAt(old.length() - 1 - end)
            == replacement.charAt(replacement.length() - 1 - end)) {
      end++;
    }
    while (end > 0
        && (cutsWord(old, old.length() - end)
            || cutsWord(replacement, replacement.length() - end))) {
      end--;
    }
    return new SuggestedEdit(
        suggestion,
        new ByteRange(bytes.start() + start, bytes.end() - end),
        replacement.substring(start, replacement.length() - end));
  }

  private static boolean cutsWord(String exact, int at) {
    return at > 0
        && at < exact.length()
        && ((isOfWord(exact.charAt(at - 1)) && isOfWord(exact.charAt(at)))
            || (exact.charAt(at - 1) == '\r' && exact.charAt(at) == '\n'));
  }

  /** Whether a byte is of a letter or a digit, or of any character that is no ASCII. */
  static boolean isOfWord(char exact) {
    return exact >= 0x80
        || (exact >= '0' && exact <= '9')
        || (exact >= 'A' && exact <= 'Z')
        || (exact >= 'a' && exact <= 'z');
  }

  /** Whether both cannot be done; of an addition it is not known whether it comes first. */
  boolean overlaps(SuggestedEdit other) {
    boolean isAddition = bytes.isEmpty() || other.bytes.isEmpty();
    return isAddition
        ? bytes.start() <= other.bytes.end() && other.bytes.start() <= bytes.end()
        : bytes.overlaps(other.bytes);
  }
}

package prismq.t.script.versioning.language;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language made by machine of the English messages: every letter has an accent, and every text is
 * 40 % longer. What stands on a page without accents is not among the messages, and what breaks
 * would break in German.
 */
public final class PseudoLanguage {
  /** Its name for browsers. */
  public static final String TAG = "en-XA";

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** The letters that its words are written with. */
  public static final String ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";

  private static final int LONGEST_WORD = 12;

  /** What is no text for a reader: places of values, markup and character references. */
  private static final Pattern KEPT = Pattern.compile("\\{\\d}|<[^>]*>|&[a-z#0-9]+;");

  private PseudoLanguage() {}

  /** Lets pages be read in it. */
  public static void offer() {
    Map<String, String> texts = new TreeMap<>();
    Language.read("/messages.properties")
        .forEach((key, text) -> texts.put(key, isForReaders(key) ? longer(text) : text));
    texts.put("language", TAG);
    Language.offer(new Language(TAG, texts, Map.of()));
  }

  private static boolean isForReaders(String key) {
    return !key.startsWith("time.pattern.");
  }

  /** The text with accents, and 40 % longer. */
  static String longer(String text) {
    StringBuilder longer = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    int letters = 0;
    while (kept.find()) {
      letters += addAccented(longer, text.substring(from, kept.start()));
      longer.append(kept.group());
      from = kept.end();
    }
    letters += addAccented(longer, text.substring(from));
    for (int more = (letters * 2 + 4) / 5; more > 0; more -= LONGEST_WORD) {
      longer.append(' ').append("~".repeat(Math.min(more, LONGEST_WORD)));
    }
    return longer.toString();
  }

  private static int addAccented(StringBuilder to, String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int letter = LETTERS.indexOf(c);
      to.append(letter < 0 ? c : ACCENTED.charAt(letter));
      letters += letter < 0 ? 0 : 1;
    }
    return letters;
  }
}

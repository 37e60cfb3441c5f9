package prismq.t.script.versioning.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of pages, by key, in the language of the request that is being answered; everywhere
 * else in English. Templates have them as {@code #{key(values)}}.
 */
public final class Messages {
  private static final ThreadLocal<Language> LANGUAGE =
      ThreadLocal.withInitial(() -> Language.ENGLISH);

  private Messages() {}

  /** What is said on this thread from now on is said in this language. */
  public static void speak(Language language) {
    LANGUAGE.set(language);
  }

  /** The language spoken on this thread. */
  public static Language language() {
    return LANGUAGE.get();
  }

  /**
   * A text.
   *
   * @param values for its places {0}, {1} and so on
   * @throws IllegalArgumentException if there is no message of that key
   */
  public static String text(String key, @Nullable Object... values) {
    return language().message(key).with(values, String::valueOf);
  }

  /**
   * A text with markup of its own, such as a link, as HTML.
   *
   * @param values texts, which are escaped, and {@link Markup}, which is HTML already
   */
  public static String html(String key, @Nullable Object... values) {
    return language().message(key).with(values, Messages::asHtml);
  }

  /**
   * A text about a number of things: the message {@code key.one} or {@code key.other}.
   *
   * @param written the number as it is shown, the value {0}
   */
  public static String count(String key, long number, String written) {
    return text(numbered(key, number), written);
  }

  static String numbered(String key, long number) {
    return key + (number == 1 ? ".one" : ".other");
  }

  /** A text whose places {0}, {1} and so on a script of the page fills. */
  public static String pattern(String key) {
    return language().message(key).pattern();
  }

  /** Such texts by key, of all keys that start so. */
  public static Map<String, String> patterns(String start) {
    return language().patterns(start);
  }

  /** Texts one after the other, the last two joined by “and”. */
  public static String list(List<String> texts) {
    String list = texts.isEmpty() ? "" : texts.get(0);
    for (int i = 1; i < texts.size(); i++) {
      list = text(i == texts.size() - 1 ? "list.last" : "list.between", list, texts.get(i));
    }
    return list;
  }

  /** Texts one after the other, such as parts of a sentence that each stand by itself. */
  public static String series(List<String> texts) {
    return texts.stream().reduce((before, next) -> text("list.between", before, next)).orElse("");
  }

  /** The same with markup of its own, as HTML. */
  public static String htmlCount(String key, long number, String written) {
    return html(numbered(key, number), written);
  }

  private static String asHtml(@Nullable Object value) {
    return value instanceof Markup markup ? markup.html() : escaped(String.valueOf(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package prismq.t.script.versioning.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A language that pages can be read in: English ({@code messages.properties}), and those that its
 * message {@code languages} names, each in a file of its own ({@code messages_de.properties}). What
 * another language lacks is said in English.
 */
public final class Language {
  /** What everything is written in first. */
  public static final Language ENGLISH = new Language("en", read("/messages.properties"), Map.of());

  private static final Map<String, Language> OFFERED =
      Collections.synchronizedMap(new LinkedHashMap<>());

  static {
    offer(ENGLISH);
    for (String tag :
        ENGLISH.message("languages").with(new Object[0], String::valueOf).split(" ", -1)) {
      if (!tag.equals(ENGLISH.tag)) {
        offer(new Language(tag, read("/messages_" + tag + ".properties"), ENGLISH.messages));
      }
    }
  }

  private final String tag;
  private final Map<String, Message> messages;

  /**
   * Makes one.
   *
   * @param tag as in HTML: {@code de}, {@code en-XA}
   * @param texts by key
   * @param others for the keys that it lacks
   */
  Language(String tag, Map<String, String> texts, Map<String, Message> others) {
    this.tag = tag;
    this.messages = new HashMap<>(others);
    texts.forEach((key, text) -> messages.put(key, new Message(text)));
  }

  /** Lets pages be read in it from now on. */
  static void offer(Language language) {
    OFFERED.put(language.tag, language);
  }

  /** The texts of a file of messages. */
  static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(file), file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /**
   * The language that a reader likes best of those there are; English where there is none of them.
   *
   * @param accepted the header {@code Accept-Language}; null where it was not sent
   */
  public static Language best(@Nullable String accepted) {
    if (accepted == null || OFFERED.size() == 1) {
      return ENGLISH;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
      String found = Locale.lookupTag(ranges, List.copyOf(OFFERED.keySet()));
      return found == null ? ENGLISH : OFFERED.getOrDefault(found, ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH; // A header that nobody can read says nothing of the reader.
    }
  }

  /** The language of a tag; empty where there is none. */
  public static Optional<Language> of(String tag) {
    return Optional.ofNullable(OFFERED.get(tag));
  }

  /** The tags of all there are, English first. */
  public static List<String> tags() {
    return List.copyOf(OFFERED.keySet());
  }

  /** As in HTML: {@code en}. */
  public String tag() {
    return tag;
  }

  /** The messages whose keys start so, as texts by key, their places not filled. */
  Map<String, String> patterns(String start) {
    Map<String, String> patterns = new TreeMap<>();
    messages.forEach(
        (key, message) -> {
          if (key.startsWith(start)) {
            patterns.put(key, message.pattern());
          }
        });
    return patterns;
  }

  /**
   * The message of a key.
   *
   * @throws IllegalArgumentException if there is none, which the tests of pages find
   */
  Message message(String key) {
    Message message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("There is no message “" + key + "”.");
    }
    return message;
  }
}

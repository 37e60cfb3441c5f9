package prismq.t.script.versioning.web;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;

/**
 * Parts of pages rendered from one record alone, such as the row of a version: equal records give
 * the same HTML, so it is cached.
 */
public final class Fragments {
  /** About the size of a record in memory, without its texts. */
  private static final int RECORD_BYTES = 1_000;

  private final BiFunction<String, Object, String> renderer;
  private final boolean keeps;
  private final SharedCache<PartOfPage, String> kept =
      SharedCache.ofMostUsed(
          CacheBound.FRAGMENTS, (part, html) -> RECORD_BYTES + 2L * html.length());

  private record PartOfPage(String template, Object key, Language language) {
    PartOfPage(String template, Object key) {
      this(template, key, Messages.language());
    }
  }

  /**
   * Creates it.
   *
   * @param renderer gives the HTML of a template with a record
   * @param keeps whether anything is kept; it is not while templates change
   */
  Fragments(BiFunction<String, Object, String> renderer, boolean keeps) {
    this.renderer = renderer;
    this.keeps = keeps;
  }

  /** The HTML of a record in a template, where it is named {@code page}. */
  public String html(String template, Object content) {
    Object key = content instanceof KeyedContent keyed ? keyed.key() : content;
    return html(template, key, () -> content);
  }

  /** The HTML of each of these records in a template, one after the other. */
  public String each(String template, List<?> contents) {
    StringBuilder all = new StringBuilder();
    contents.forEach(content -> all.append(html(template, content)));
    return all.toString();
  }

  /**
   * The HTML of what takes long to read or to find out, or is too large to be kept.
   *
   * @param key says all that the content depends on
   * @param content asked for only where the HTML is not kept
   */
  public String html(String template, Object key, Supplier<?> content) {
    return keeps
        ? kept.get(new PartOfPage(template, key), () -> renderer.apply(template, content.get()))
        : renderer.apply(template, content.get());
  }

  /** The HTML by this key; null if it is not kept. */
  public @Nullable String find(String template, Object key) {
    return kept.find(new PartOfPage(template, key));
  }
}

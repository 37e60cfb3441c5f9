package prismq.t.script.versioning.web;

import java.util.function.BiFunction;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;

/**
 * Parts of pages that are made of one record and nothing else, such as the row of a version: equal
 * records give the same HTML, so it is kept.
 */
public final class Fragments {
  /** About what a record takes in memory, without its texts. */
  private static final int RECORD_BYTES = 1_000;

  private final BiFunction<String, Object, String> renderer;
  private final boolean keeps;
  private final SharedCache<PartOfPage, String> kept =
      new SharedCache<>(CacheBound.FRAGMENTS, (part, html) -> RECORD_BYTES + 2L * html.length());

  private record PartOfPage(String template, Object content) {}

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

  /** The HTML of a record in a template, in which it is called {@code page}. */
  public String html(String template, Object content) {
    return keeps
        ? kept.get(new PartOfPage(template, content), () -> renderer.apply(template, content))
        : renderer.apply(template, content);
  }
}

package prismq.t.script.versioning.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * A rendered page as it is kept: compressed, with gaps for what is a person's own. Filling them
 * compresses nothing anew, so that a kept page costs hardly more with gaps than without.
 */
final class PageParts {
  private final List<GzipPart> parts;

  /** The gap after each part but the last. */
  private final List<Gap> gaps;

  private final String etag;

  private PageParts(List<GzipPart> parts, List<Gap> gaps) {
    this.parts = parts;
    this.gaps = gaps;
    this.etag = "W/\"" + ContentHash.of(parts.get(0).blocks()).hex().substring(0, 20) + "\"";
  }

  /** Splits HTML where marks stand in it. */
  static PageParts of(String html) {
    List<GzipPart> parts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    int start = 0;
    for (Gap.GapPlace place : Gap.places(html)) {
      parts.add(compressed(html.substring(start, place.start())));
      gaps.add(place.gap());
      start = place.end();
    }
    parts.add(compressed(html.substring(start)));
    return new PageParts(parts, gaps);
  }

  private static GzipPart compressed(String html) {
    return GzipPart.compressed(html.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the page is another one for each person. */
  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  /** The tag of a page without gaps: of the compressed bytes, because they are few. */
  String etag() {
    return etag;
  }

  /** Bytes that are kept. */
  int sizeBytes() {
    return parts.stream().mapToInt(GzipPart::sizeBytes).sum();
  }

  /** The page as a stream of gzip, with its gaps filled. */
  byte[] gzipped(Map<Gap, String> fillings) {
    return GzipPart.stream(filled(fillings));
  }

  /** The page itself, with its gaps filled. */
  byte[] plain(Map<Gap, String> fillings) {
    return GzipPart.plain(filled(fillings));
  }

  private List<GzipPart> filled(Map<Gap, String> fillings) {
    List<GzipPart> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(parts.get(i));
      if (i < gaps.size()) {
        String filling = Objects.requireNonNull(fillings.get(gaps.get(i)));
        all.add(GzipPart.stored(filling.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return all;
  }

  /** HTML that is not kept, with its gaps filled. */
  static String filled(String html, Map<Gap, String> fillings) {
    StringBuilder filled = new StringBuilder(html.length());
    int start = 0;
    for (Gap.GapPlace place : Gap.places(html)) {
      filled.append(html, start, place.start());
      filled.append(Objects.requireNonNull(fillings.get(place.gap())));
      start = place.end();
    }
    return filled.append(html, start, html.length()).toString();
  }
}

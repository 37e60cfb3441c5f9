package prismq.t.script.versioning.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * A rendered page as it is kept: compressed, with gaps for what is a person's own. Filling them
 * compresses nothing anew, so that a kept page costs hardly more with gaps than without.
 */
final class PageParts {
  private static final Pattern MARK =
      Pattern.compile(
          Arrays.stream(Gap.values())
              .map(gap -> Pattern.quote(gap.mark()))
              .collect(Collectors.joining("|")));

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
    Matcher mark = MARK.matcher(html);
    int start = 0;
    while (mark.find()) {
      parts.add(compressed(html.substring(start, mark.start())));
      gaps.add(Gap.of(mark.group()));
      start = mark.end();
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
    return MARK.matcher(html)
        .replaceAll(
            mark ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(fillings.get(Gap.of(mark.group())))));
  }
}

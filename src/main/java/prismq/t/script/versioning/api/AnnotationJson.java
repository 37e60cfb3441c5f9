package prismq.t.script.versioning.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.annotate.AnnotatedVersion;
import prismq.t.script.versioning.annotate.Shares;
import prismq.t.script.versioning.annotate.Source;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.Annotation;

/**
 * The annotation of a version as JSON.
 *
 * @param versions those that wrote some of the text, oldest first
 * @param runs in order; their texts joined are the content
 */
record AnnotationJson(
    String scriptId,
    int versionNumber,
    String contentHash,
    SharesJson shares,
    List<OriginJson> versions,
    List<RunJson> runs) {
  record SharesJson(List<AuthorShare> authors, List<SourceShare> sources) {}

  /**
   * @param share in percent, with at most one digit after the point
   */
  record AuthorShare(String author, int words, double share) {}

  /**
   * @param source null if the metadata does not say
   */
  record SourceShare(@Nullable String source, int words, double share) {}

  record OriginJson(
      int versionNumber,
      String branch,
      String author,
      PersonJson person,
      String createdAt,
      String changeDescription,
      @Nullable String source) {}

  /**
   * @param start in bytes of the exact content
   * @param end the first byte that no longer belongs to it
   */
  record RunJson(int start, int end, int versionNumber, String text) {}

  static AnnotationJson of(AnnotatedVersion annotated) {
    Version version = annotated.version();
    return new AnnotationJson(
        version.scriptId(),
        version.versionNumber(),
        version.contentHash().hex(),
        shares(Shares.of(annotated)),
        annotated.origins().values().stream().map(AnnotationJson::origin).toList(),
        runs(annotated.annotation()));
  }

  private static SharesJson shares(Shares shares) {
    return new SharesJson(
        shares.authors().stream()
            .map(share -> new AuthorShare(share.of(), share.words(), share.percent()))
            .toList(),
        shares.sources().stream()
            .map(share -> new SourceShare(share.of().value(), share.words(), share.percent()))
            .toList());
  }

  private static OriginJson origin(Version version) {
    return new OriginJson(
        version.versionNumber(),
        version.branch(),
        version.author().name(),
        PersonJson.of(version.person()),
        ApiTime.format(version.createdAt()),
        version.changeDescription(),
        Source.of(version.metadata()).value());
  }

  private static List<RunJson> runs(Annotation annotation) {
    byte[] bytes = annotation.text().read();
    // Decoded as a whole, because one character may replace several bytes that are not UTF-8.
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<CharacterRange> characters =
        CharacterPositions.of(
            bytes, annotation.runs().stream().map(Annotation.Attribution::bytes).toList());
    List<RunJson> runs = new ArrayList<>(characters.size());
    for (int i = 0; i < characters.size(); i++) {
      Annotation.Attribution run = annotation.runs().get(i);
      ByteRange own = run.bytes();
      runs.add(
          new RunJson(own.start(), own.end(), run.versionNumber(), characters.get(i).in(text)));
    }
    return runs;
  }
}

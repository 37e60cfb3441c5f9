package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import prismq.t.script.versioning.core.diff.CriticMarkup;
import prismq.t.script.versioning.core.diff.Nature;
import prismq.t.script.versioning.core.diff.UnifiedFormat;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.EntityTags;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/**
 * The twins of a comparison's page, at its address with an ending, for those who do not read it in
 * a browser. What is applied to a text is always whole; only what is read leaves out what it is
 * asked to ignore.
 */
public final class CompareTwins {
  private static final int CONTEXT_LINES = 3;
  private static final int CONTEXT_PARAGRAPHS = 2;

  private final VersionManager versionManager;
  private final Comparisons comparisons;

  /** Finds versions by the one and compares them by the other. */
  public CompareTwins(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /** Answers with what {@code patch} and {@code git apply} take. */
  public void diff(Context context) {
    diff(context, ComparedVersions.of(versionManager, context), contextOf(context, CONTEXT_LINES));
  }

  /** The same for any two versions, with so many unchanged lines around each change. */
  public void diff(Context context, ComparedVersions versions, int lines) {
    // patch and git apply take away the first folder and change the file named like the script.
    answer(
        context,
        versions,
        TwinFormat.UNIFIED,
        comparison ->
            UnifiedFormat.write(
                comparison.diff(), "a/" + versions.scriptId(), "b/" + versions.scriptId(), lines),
        lines);
  }

  /** Answers with rows that are marked by word. */
  public void json(Context context) {
    json(
        context,
        ComparedVersions.of(versionManager, context),
        contextOf(context, CONTEXT_LINES),
        ViewOptions.ignored(context));
  }

  /** The same for any two versions, without rows that are only about some natures. */
  public void json(Context context, ComparedVersions versions, int lines, Set<Nature> ignored) {
    answer(
        context,
        versions,
        TwinFormat.JSON,
        comparison ->
            Json.bytes(
                DiffJson.of(
                    versions.scriptId(),
                    versions.from().versionNumber(),
                    versions.to().versionNumber(),
                    comparison,
                    lines,
                    ignored)),
        lines,
        ignored);
  }

  /** Answers with what is read in a mail or a terminal. */
  public void text(Context context) {
    ComparedVersions versions = ComparedVersions.of(versionManager, context);
    int paragraphs = contextOf(context, CONTEXT_PARAGRAPHS);
    Set<Nature> ignored = ViewOptions.ignored(context);
    answer(
        context,
        versions,
        TwinFormat.TEXT,
        comparison -> DiffText.of(versions, comparison, paragraphs, ignored),
        paragraphs,
        ignored,
        versions.from().versionHash(),
        versions.to().versionHash(),
        versions.script().title());
  }

  /** Answers with the whole right text, in which what came and what went is marked. */
  public void criticMarkup(Context context) {
    answer(
        context,
        ComparedVersions.of(versionManager, context),
        TwinFormat.CRITIC_MARKUP,
        comparison -> CriticMarkup.write(comparison.diff()));
  }

  private static int contextOf(Context context, int preset) {
    return Parameters.number(context, "context", preset, 0, ViewOptions.WHOLE_TEXT);
  }

  /**
   * @param parts what the answer depends on besides both texts
   */
  private void answer(
      Context context,
      ComparedVersions versions,
      TwinFormat format,
      Function<Comparison, byte[]> written,
      Object... parts) {
    String etag = etag(versions, format, parts);
    if (EntityTags.isKnown(context, etag)) {
      context.header("ETag", etag).header("Cache-Control", "no-cache").status(304);
      return;
    }
    byte[] twin = written.apply(comparisons.compare(versions.from(), versions.to()));
    context
        .header("ETag", etag)
        .header("Cache-Control", "no-cache")
        .header("Content-Disposition", "inline; filename=\"" + fileName(versions, format) + "\"")
        .contentType(format.contentType())
        .result(twin);
  }

  /** A weak one, because the bytes travel compressed or as they are. */
  private static String etag(ComparedVersions versions, TwinFormat format, Object... parts) {
    String all =
        format
            + " "
            + versions.from().contentHash()
            + " "
            + versions.to().contentHash()
            + " "
            + Arrays.toString(parts);
    String hash = ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    return "W/\"" + hash.substring(0, 20) + "\"";
  }

  private static String fileName(ComparedVersions versions, TwinFormat format) {
    Version from = versions.from();
    Version to = versions.to();
    return versions.scriptId()
        + "-v"
        + from.versionNumber()
        + "-v"
        + to.versionNumber()
        + format.ending();
  }
}

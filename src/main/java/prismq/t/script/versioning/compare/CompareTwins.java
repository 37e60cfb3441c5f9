package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.EntityTags;
import prismq.t.script.versioning.web.Parameters;

/**
 * The twins of a comparison's page in other formats, at its address with an extension. A patch is
 * always complete; only formats for reading leave out what is to be ignored.
 */
public final class CompareTwins {
  private final VersionManager versionManager;
  private final Comparisons comparisons;

  /** Finds versions by the one and compares them by the other. */
  public CompareTwins(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /** What is read for an answer; comparison is null where the client has the answer already. */
  private record PairRead(
      ComparedVersions versions,
      String etag,
      Comparisons.@Nullable PreparedComparison comparison) {}

  /** Answers with a patch for {@code patch} and {@code git apply}. */
  public void diff(Context context) {
    diff(
        context,
        contextOf(context, TwinWriting.CONTEXT_LINES),
        view -> ComparedVersions.of(view, context));
  }

  /** The same for any two versions. */
  public void diff(Context context, int lines, Function<ScriptView, ComparedVersions> asked) {
    answer(context, asked, TwinWriting.unified(lines));
  }

  /** Answers with rows that are marked by word. */
  public void json(Context context) {
    json(
        context,
        contextOf(context, TwinWriting.CONTEXT_LINES),
        ViewOptions.ignored(context),
        view -> ComparedVersions.of(view, context));
  }

  /** The same for any two versions, without rows that are only about some categories. */
  public void json(
      Context context,
      int lines,
      Set<ChangeCategory> ignored,
      Function<ScriptView, ComparedVersions> asked) {
    answer(context, asked, TwinWriting.json(lines, ignored));
  }

  /** Answers with what is read in a mail or a terminal. */
  public void text(Context context) {
    int paragraphs = contextOf(context, TwinWriting.CONTEXT_PARAGRAPHS);
    Set<ChangeCategory> ignored = ViewOptions.ignored(context);
    answer(
        context, view -> ComparedVersions.of(view, context), TwinWriting.text(paragraphs, ignored));
  }

  /** Answers with the whole right text, in which what was added and removed is marked. */
  public void criticMarkup(Context context) {
    answer(context, view -> ComparedVersions.of(view, context), TwinWriting.criticMarkup());
  }

  private static int contextOf(Context context, int preset) {
    return Parameters.number(context, "context", preset, 0, ViewOptions.WHOLE_TEXT);
  }

  private void answer(
      Context context, Function<ScriptView, ComparedVersions> asked, TwinWriting writing) {
    PairRead read =
        versionManager.view(
            context.pathParam("script_id"), view -> read(view, context, asked, writing));
    if (read.comparison == null) {
      context.header("ETag", read.etag).header("Cache-Control", "no-cache").status(304);
      return;
    }
    writing.send(context, read.versions, read.comparison.result());
    context.header("ETag", read.etag).header("Cache-Control", "no-cache");
  }

  private PairRead read(
      ScriptView view,
      Context context,
      Function<ScriptView, ComparedVersions> asked,
      TwinWriting writing) {
    ComparedVersions versions = asked.apply(view);
    String etag = etag(versions, writing);
    return new PairRead(
        versions,
        etag,
        EntityTags.isKnown(context, etag)
            ? null
            : comparisons.read(view, versions.from(), versions.to()));
  }

  /** A weak one, because the bytes travel compressed or as they are. */
  private static String etag(ComparedVersions versions, TwinWriting writing) {
    String all =
        writing.format()
            + " "
            + ComparedContents.of(versions.from(), versions.to())
            + " "
            + writing.parts().apply(versions);
    String hash = ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    return "W/\"" + hash.substring(0, 20) + "\"";
  }
}

package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.CriticMarkup;
import prismq.t.script.versioning.core.diff.UnifiedFormat;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Json;

/**
 * How a comparison is written in another format than its page.
 *
 * @param parts what the answer depends on besides both texts
 */
public record TwinWriting(
    TwinFormat format,
    Function<ComparedVersions, List<Object>> parts,
    BiFunction<ComparedVersions, Comparison, byte[]> write) {
  static final int CONTEXT_LINES = 3;
  static final int CONTEXT_PARAGRAPHS = 2;

  /** A format with what is usual around each change, without changes of some categories. */
  public static TwinWriting of(TwinFormat format, Set<ChangeCategory> ignored) {
    return switch (format) {
      case UNIFIED -> unified(CONTEXT_LINES);
      case JSON -> json(CONTEXT_LINES, ignored);
      case TEXT -> text(CONTEXT_PARAGRAPHS, ignored);
      case CRITIC_MARKUP -> criticMarkup();
    };
  }

  static TwinWriting unified(int lines) {
    // patch and git apply strip the first folder and change the file named like the script.
    return new TwinWriting(
        TwinFormat.UNIFIED,
        versions -> List.of(lines),
        (versions, comparison) ->
            UnifiedFormat.write(
                comparison.exactDiff(),
                "a/" + versions.scriptId(),
                "b/" + versions.scriptId(),
                lines));
  }

  static TwinWriting json(int lines, Set<ChangeCategory> ignored) {
    return new TwinWriting(
        TwinFormat.JSON,
        versions -> List.of(lines, ignored),
        (versions, comparison) ->
            Json.bytes(
                DiffJson.of(
                    versions.scriptId(),
                    versions.from().versionNumber(),
                    versions.to().versionNumber(),
                    comparison,
                    lines,
                    ignored)));
  }

  static TwinWriting text(int paragraphs, Set<ChangeCategory> ignored) {
    return new TwinWriting(
        TwinFormat.TEXT,
        versions ->
            List.of(
                paragraphs,
                ignored,
                versions.from().versionHash(),
                versions.to().versionHash(),
                versions.from().person().name(),
                versions.to().person().name(),
                versions.script().title(),
                Messages.language().tag()),
        (versions, comparison) -> DiffText.of(versions, comparison, paragraphs, ignored));
  }

  static TwinWriting criticMarkup() {
    return new TwinWriting(
        TwinFormat.CRITIC_MARKUP,
        versions -> List.of(),
        (versions, comparison) -> CriticMarkup.write(comparison.diff()));
  }

  /** Answers a request with a comparison of these versions, as they are to be told of. */
  public void send(Context context, ComparedVersions versions, Comparison comparison) {
    if (format == TwinFormat.TEXT) {
      context.header("Vary", "Accept-Encoding, Accept-Language");
    }
    String fileName =
        versions.scriptId()
            + "-v"
            + versions.from().versionNumber()
            + "-v"
            + versions.to().versionNumber()
            + format.ending();
    context
        .header("Content-Disposition", "inline; filename=\"" + fileName + "\"")
        .contentType(format.contentType())
        .result(write.apply(versions, comparison));
  }
}

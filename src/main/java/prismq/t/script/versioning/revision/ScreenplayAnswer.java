package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.RevisedDraft;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** Answers with a screenplay as PDF. */
public final class ScreenplayAnswer {
  /** What the format is called in addresses. */
  public static final String FORMAT = "screenplay-pdf";

  private final VersionManager versionManager;
  private final Revisions revisions;

  /** Reads versions with the first, and lays them out with the second. */
  public ScreenplayAnswer(VersionManager versionManager, Revisions revisions) {
    this.versionManager = versionManager;
    this.revisions = revisions;
  }

  /**
   * Answers with the version that is asked for; where none is, with the last revision, or the
   * latest version of a script without any.
   *
   * @throws BadRequestException if it asks for revised pages of what is no revision
   */
  public void answer(Context context, String scriptId) {
    int asked = Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE);
    boolean isRevisedOnly = Parameters.flag(context, "revised_only");
    MarkedRevisions marks = MarkedRevisions.of(context);
    PaperSize paper = PaperSize.of(context);
    RevisionList list = revisions.list(scriptId);
    int last = list.revisions().size() - 1;
    int version =
        asked > 0
            ? asked
            : last >= 0
                ? list.revisions().get(last).versionNumber()
                : Math.max(1, list.script().latestVersion());
    @Nullable ScriptRevision revision = list.of(version).orElse(null);
    PrintedScreenplay printed;
    String name;
    if (revision == null) {
      ScriptText text = versionManager.content(scriptId, version);
      if (isRevisedOnly) {
        throw new BadRequestException(FilledMessage.of("revision.not_one", version, scriptId));
      }
      printed =
          new PrintedScreenplay(
              list.script().title(), revisions.draft(text), List.of(), marks, false);
      name = scriptId + "-v" + version;
    } else {
      RevisedDraft draft = revisions.draft(list, revision);
      List<ScriptRevision> until = list.revisions().subList(0, revision.place() + 1);
      printed = new PrintedScreenplay(list.script().title(), draft, until, marks, isRevisedOnly);
      name = scriptId + "-" + plain(revision.color()) + (isRevisedOnly ? "-revised-pages" : "");
    }
    try {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      ScreenplayPdf.write(printed, paper, pdf);
      context
          .contentType("application/pdf")
          .header("Cache-Control", "private, no-store")
          .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
          .result(pdf.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name that files can have everywhere. */
  private static String plain(RevisionColor color) {
    String letters =
        Normalizer.normalize(color.title(), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return letters.isEmpty() ? "revision-" + color.round() : letters;
  }
}

package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Rebase;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;

/** The page that asks what is to stand where others changed the same while a text was written. */
public final class RacePage {
  private final Comparisons comparisons;
  private final Pages pages;

  /** Compares for the preview. */
  public RacePage(Comparisons comparisons, Pages pages) {
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * Answers with the questions about a version that was not saved, as if its text had been written
   * in the form for versions.
   *
   * @param filledFrom the version whose text it is
   */
  public void ask(Context context, Rebase rebase, NewVersion version, int filledFrom) {
    VersionForm form =
        new VersionForm(
            version.content().display(),
            "",
            "",
            version.author().name(),
            version.changeDescription(),
            version.branch(),
            rebase.baseVersion(),
            filledFrom,
            Alternate.NONE,
            DraftKeys.NONE);
    ask(context, Race.of(rebase, RaceForm.NONE), form);
  }

  /** Answers with what is still to be settled. */
  void ask(Context context, Race race, VersionForm form) {
    if (race.isNewer()) {
      answer(context, 409, race, form, Map.of(), stale(race), false);
    } else {
      refuse(context, race, form, Map.of());
    }
  }

  private static String stale(Race race) {
    String key = race.form().wasAsked() ? "edit.race.stale_again" : "edit.race.stale";
    String saved = Messages.text(key, race.rebase().head().versionNumber());
    return race.isInHead() ? saved : saved + " " + Messages.text("edit.race.way_on");
  }

  /** Answers with what has to be mended. */
  void refuse(Context context, Race race, VersionForm form, Map<String, String> errors) {
    answer(context, 422, race, form, errors, null, true);
  }

  /** The same where a problem is told. */
  void refuse(Context context, Race race, VersionForm form, FormProblem problem) {
    if (problem.notice() == null) {
      refuse(context, race, form, problem.errors());
    } else {
      String alert = problem.notice() + " " + Messages.text("edit.race.kept");
      answer(context, problem.status(), race, form, problem.errors(), alert, false);
    }
  }

  /** Answers with what the answers so far come to. */
  void preview(Context context, Race race, VersionForm form) {
    answer(context, 200, race, form, Map.of(), null, false);
  }

  private void answer(
      Context context,
      int status,
      Race race,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String alert,
      boolean mustSettle) {
    DiffView preview =
        DiffView.of(comparisons.compare(race.rebase().headText(), race.settled().text()));
    pages.answer(
        context,
        status,
        "edit/race",
        new RaceModel(race, form, preview, errors, alert, mustSettle));
  }
}

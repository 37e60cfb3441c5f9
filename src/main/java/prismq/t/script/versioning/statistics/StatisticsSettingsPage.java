package prismq.t.script.versioning.statistics;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page on which those who manage a script say how long it is to last. */
public final class StatisticsSettingsPage {
  private static final String TEMPLATE = "statistics/settings";

  private static final FormFields FIELDS =
      FormFields.of(
          "words_per_minute",
          "target",
          "tolerance",
          "score_name_1",
          "score_name_2",
          "score_name_3",
          "score_name_4",
          "score_name_5",
          "score_target_1",
          "score_target_2",
          "score_target_3",
          "score_target_4",
          "score_target_5");

  private final VersionManager versionManager;
  private final Lengths lengths;
  private final Pages pages;

  /** Changes what the second keeps. */
  public StatisticsSettingsPage(VersionManager versionManager, Lengths lengths, Pages pages) {
    this.versionManager = versionManager;
    this.lengths = lengths;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param said the settings in a sentence
   */
  record Model(
      Script script,
      String said,
      LengthForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.statisticsSettings(script.scriptId());
    }

    public String statisticsUrl() {
      return Urls.statistics(script.scriptId());
    }

    public int leastWords() {
      return LengthSettings.LEAST_WORDS;
    }

    public int mostWords() {
      return LengthSettings.MOST_WORDS;
    }
  }

  /** Answers {@code /scripts/{script_id}/statistics/settings}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    pages.show(context, TEMPLATE, () -> model(scriptId, null, Map.of(), null));
  }

  /** Changes them, or shows the form again with its errors. */
  public void change(Context context) {
    String scriptId = context.pathParam("script_id");
    LengthForm form = LengthForm.sent(context);
    FIELDS.attempt(
        () -> {
          Map<String, String> errors =
              FIELDS.severalErrors(form::checkedWords, form::checkedTarget, form::checkedScores);
          if (errors.isEmpty()) {
            LengthSettings settings = form.checked();
            lengths.change(scriptId, before -> settings);
            context.redirect(Urls.statistics(scriptId), HttpStatus.SEE_OTHER);
          } else {
            again(context, ProblemKind.INVALID_INPUT.status(), form, errors, null);
          }
        },
        problem -> again(context, form, problem));
  }

  private void again(Context context, LengthForm form, FormProblem problem) {
    again(context, problem.status(), form, problem.errors(), problem.notice());
  }

  private void again(
      Context context,
      int status,
      LengthForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = context.pathParam("script_id");
    Model model = model(scriptId, form, new LinkedHashMap<>(errors), notice);
    pages.answer(context, status, TEMPLATE, model);
  }

  private Model model(
      String scriptId,
      @Nullable LengthForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    Script script = versionManager.script(scriptId);
    LengthSettings settings = lengths.settings(scriptId);
    return new Model(
        script,
        LengthWording.sentence(settings),
        form == null ? LengthForm.of(settings) : form,
        errors,
        notice);
  }
}

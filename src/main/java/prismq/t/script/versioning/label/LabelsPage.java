package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the labelled versions of a script, where labels are added and removed. */
public final class LabelsPage {
  private static final FormFields FIELDS =
      FormFields.of("name", "version", "override_reason")
          .about(ProblemKind.LABEL_PROTECTED, "name")
          .about(ProblemKind.NAME_TAKEN, "name")
          .about(ProblemKind.NOT_FOUND, "version")
          .about(ProblemKind.DAMAGED_VERSION, "version");

  private static final int VERSIONS_A_PAGE = 100;

  /** Number of versions offered by name; any other can be typed. */
  private static final int VERSIONS_OFFERED = 100;

  private final VersionManager versionManager;
  private final Labelling labelling;
  private final LabelRules rules;
  private final Pages pages;

  /** Reads versions and the rules of labels, and changes labels by the second. */
  public LabelsPage(
      VersionManager versionManager, Labelling labelling, LabelRules rules, Pages pages) {
    this.versionManager = versionManager;
    this.labelling = labelling;
    this.rules = rules;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param versions newest first
   * @param count of all labelled versions
   * @param chosen the version that the form names; null where it names none
   * @param errors what to mend in the form, by field
   * @param isUsedElsewhere whether the name is that of another version's label, which can be moved
   * @param overridable the label that can be moved against its rule with a reason; null for none
   * @param isRemoval whether it is to be removed
   * @param offered versions to label
   * @param rules of labels, by these
   */
  record Model(
      Script script,
      List<LabelledVersion> versions,
      int count,
      LabelForm form,
      @Nullable Version chosen,
      Map<String, String> errors,
      boolean isUsedElsewhere,
      @Nullable String overridable,
      boolean isRemoval,
      @Nullable String notice,
      List<Version> offered,
      Map<String, String> rules,
      @Nullable String olderUrl) {
    private Model with(LabelRules known) {
      Map<String, String> sentences = new LinkedHashMap<>();
      known
          .list(script.scriptId())
          .forEach(rule -> sentences.put(rule.rule().name(), rule.sentence()));
      return new Model(
          script,
          versions,
          count,
          form,
          chosen,
          errors,
          isUsedElsewhere,
          overridable,
          isRemoval,
          notice,
          offered,
          sentences,
          olderUrl);
    }

    /** The rule of a label in sentences; null for none. */
    public @Nullable String rule(String label) {
      return rules.get(label);
    }

    public String rulesUrl() {
      return Urls.labelRules(script.scriptId());
    }

    /** The revisions of a screenplay, which are chosen from its labels. */
    public String revisionsUrl() {
      return Urls.revisions(script.scriptId());
    }

    public String recordUrl(String label) {
      return Urls.labelRecord(script.scriptId(), label);
    }

    public String logUrl() {
      return Urls.labelLog(script.scriptId());
    }

    /** What the chosen version is about, in a line. */
    public String chosenSummary() {
      return chosen == null || chosen.summary().isEmpty()
          ? Messages.text("common.no_description")
          : chosen.summary();
    }

    public String url() {
      return Urls.labels(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String editUrl() {
      return Urls.edit(script.scriptId(), null);
    }

    /** Whether the label in the form was just removed. */
    public boolean isRemoved() {
      return errors.isEmpty() && notice == null && !form.name().isEmpty();
    }
  }

  /** Answers {@code /scripts/{script_id}/labels}. */
  public void show(Context context) {
    pages.show(
        context,
        "label/labels",
        () ->
            versionManager
                .view(context.pathParam("script_id"), view -> model(view, context))
                .with(rules));
  }

  private static Model model(ScriptView view, Context context) {
    Script script = view.script();
    int latest = Math.max(1, script.latestVersion());
    int before = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int version = Parameters.number(context, "version", script.latestVersion(), 1, latest);
    String removed = removed(view, context);
    LabelForm form =
        removed == null
            ? LabelForm.on(version)
            : new LabelForm(removed, Integer.toString(version), false, "");
    return model(view, before, form, Map.of(), false, null, false, null);
  }

  /** The label that was just removed; null where there is none, or it exists again. */
  private static @Nullable String removed(ScriptView view, Context context) {
    String name = Parameters.text(context, "removed");
    return name == null
            || name.length() > Label.MAX_NAME
            || view.labels().stream().anyMatch(label -> label.name().equals(name))
        ? null
        : name;
  }

  /** Labels a version, or shows the form again with its errors. */
  public void give(Context context) {
    Script script = script(context);
    LabelForm form = LabelForm.sent(context);
    Map<String, String> errors =
        FIELDS.errors(() -> Label.checkedName(form.name()), () -> versionNumber(form));
    if (!errors.isEmpty()) {
      pages.answer(
          context,
          422,
          "label/labels",
          model(script, form, errors, form.isMoved(), null, false, null));
      return;
    }
    FIELDS.attempt(
        () -> context.redirect(given(Requester.of(context), script, form), HttpStatus.SEE_OTHER),
        problem -> again(context, script, form, problem));
  }

  private static int versionNumber(LabelForm form) {
    Integer version = form.versionNumber();
    if (version == null) {
      throw new InvalidInputException("version", Messages.text("label.no_version"));
    }
    return version;
  }

  /** Gives the version its label; the answer is where to see it. */
  private String given(Requester requester, Script script, LabelForm form) {
    String scriptId = script.scriptId();
    int version = versionNumber(form);
    labelling.give(
        requester,
        scriptId,
        new Labelling.LabelMove(form.name(), version, form.isMoved(), form.reason()));
    return Urls.labelled(scriptId, version);
  }

  /** Removes a label, and redirects to where it can be given again. */
  public void remove(Context context) {
    Script script = script(context);
    LabelForm form = LabelForm.sent(context);
    FIELDS.attempt(
        () -> {
          Label label =
              labelling.remove(
                  Requester.of(context), script.scriptId(), form.name(), form.reason());
          context.redirect(
              Urls.labelRemoved(script.scriptId(), label.name(), label.versionNumber()),
              HttpStatus.SEE_OTHER);
        },
        problem -> againWithoutForm(context, script, form, problem));
  }

  private void again(Context context, Script script, LabelForm form, FormProblem problem) {
    boolean isUsedElsewhere = problem.is(ProblemKind.NAME_TAKEN) || form.isMoved();
    Model model =
        model(
            script,
            form,
            problem.errors(),
            isUsedElsewhere,
            overridable(form, problem),
            false,
            problem.notice());
    pages.answer(context, problem.status(), "label/labels", model);
  }

  /** The label that can be moved all the same; null where it cannot. */
  private static @Nullable String overridable(LabelForm form, FormProblem problem) {
    return problem.problem() instanceof LabelRefusedException refused && refused.mayOverride()
        ? form.name()
        : null;
  }

  /** Nothing was typed, so the problem is shown at the top, under its own status. */
  private void againWithoutForm(
      Context context, Script script, LabelForm sent, FormProblem problem) {
    String notice = problem.problem().withOutcome();
    LabelForm form = LabelForm.on(script.latestVersion());
    Model model = model(script, form, Map.of(), false, overridable(sent, problem), true, notice);
    pages.answer(context, problem.problem().status(), "label/labels", model);
  }

  private Model model(
      Script script,
      LabelForm form,
      Map<String, String> errors,
      boolean isUsedElsewhere,
      @Nullable String overridable,
      boolean isRemoval,
      @Nullable String notice) {
    return versionManager
        .view(
            script.scriptId(),
            view ->
                model(
                    view,
                    Integer.MAX_VALUE,
                    form,
                    errors,
                    isUsedElsewhere,
                    overridable,
                    isRemoval,
                    notice))
        .with(rules);
  }

  private static Model model(
      ScriptView view,
      int before,
      LabelForm form,
      Map<String, String> errors,
      boolean isUsedElsewhere,
      @Nullable String overridable,
      boolean isRemoval,
      @Nullable String notice) {
    LabelledVersions labelled = new LabelledVersions(view);
    List<LabelledVersion> shown = labelled.before(before, VERSIONS_A_PAGE);
    boolean hasOlder = labelled.countBefore(before) > shown.size();
    return new Model(
        view.script(),
        shown,
        labelled.count(),
        form,
        chosen(view, form),
        errors,
        isUsedElsewhere,
        overridable,
        isRemoval,
        notice,
        view.versions(VersionFilter.ALL, Integer.MAX_VALUE, VERSIONS_OFFERED),
        Map.of(),
        hasOlder
            ? Urls.labelsBefore(view.scriptId(), shown.get(shown.size() - 1).versionNumber())
            : null);
  }

  /** The version that the form names; null where it names none. */
  private static @Nullable Version chosen(ScriptView view, LabelForm form) {
    Integer number = form.versionNumber();
    try {
      return number == null || number > view.script().latestVersion() ? null : view.version(number);
    } catch (DamagedVersionException e) {
      // The form says so where that version is to be labelled.
      return null;
    }
  }

  private Script script(Context context) {
    return versionManager.script(context.pathParam("script_id"));
  }
}

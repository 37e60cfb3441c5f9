package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.LabelRules.ShownLabelRule;
import prismq.t.script.versioning.review.Candidates;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page with the rules of a script's labels, where those who manage it change them. */
public final class LabelRulesPage {
  private static final FormFields FIELDS =
      FormFields.of("name", "movers", "named", "approvals", "threads_resolved");

  private final VersionManager versionManager;
  private final Candidates candidates;
  private final LabelRules rules;
  private final Pages pages;

  /** Offers those whom the second finds, and changes the third. */
  public LabelRulesPage(
      VersionManager versionManager, Candidates candidates, LabelRules rules, Pages pages) {
    this.versionManager = versionManager;
    this.candidates = candidates;
    this.rules = rules;
    this.pages = pages;
  }

  /** Somebody who can be named, by the word of the form. */
  record MoverOption(Grantee grantee, String name) {
    public String word() {
      return grantee.word();
    }
  }

  /**
   * What the template shows.
   *
   * @param labels names to choose from; any other can be typed
   */
  record Model(
      Script script,
      List<ShownLabelRule> rules,
      List<String> labels,
      List<MoverOption> options,
      LabelRuleForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.labelRules(script.scriptId());
    }

    public String labelsUrl() {
      return Urls.labels(script.scriptId());
    }

    public String logUrl() {
      return Urls.labelLog(script.scriptId());
    }

    /** The form filled in with a rule. */
    public String ruleUrl(String name) {
      return Urls.labelRule(script.scriptId(), name);
    }

    public List<LabelMovers> movers() {
      return Arrays.asList(LabelMovers.values());
    }

    public int mostApprovals() {
      return LabelRule.MAX_APPROVALS;
    }
  }

  /** Answers {@code /scripts/{script_id}/labels/rules}. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    @Nullable String named = Parameters.text(context, "name");
    String name = named == null || named.length() > Label.MAX_NAME ? "" : named;
    pages.show(context, "label/rules", () -> model(scriptId, form(scriptId, name), Map.of(), null));
  }

  private LabelRuleForm form(String scriptId, String name) {
    return rules
        .find(scriptId, name)
        .map(LabelRuleForm::of)
        .orElseGet(() -> LabelRuleForm.empty(name));
  }

  /** Sets a rule, or shows the form again with its errors. */
  public void put(Context context) {
    String scriptId = context.pathParam("script_id");
    LabelRuleForm form = LabelRuleForm.sent(context);
    FIELDS.attempt(
        () -> {
          List<Grantee> known = options(scriptId).stream().map(MoverOption::grantee).toList();
          rules.put(Requester.of(context), scriptId, form.rule(known));
          context.redirect(Urls.labelRules(scriptId), HttpStatus.SEE_OTHER);
        },
        problem -> again(context, scriptId, form, problem));
  }

  /** Takes a rule away. */
  public void remove(Context context) {
    String scriptId = context.pathParam("script_id");
    FIELDS.attempt(
        () -> {
          rules.remove(Requester.of(context), scriptId, SentForm.stripped(context, "name"));
          context.redirect(Urls.labelRules(scriptId), HttpStatus.SEE_OTHER);
        },
        problem -> {
          String notice = problem.problem().withOutcome();
          Model model = model(scriptId, LabelRuleForm.empty(""), Map.of(), notice);
          pages.answer(context, problem.problem().status(), "label/rules", model);
        });
  }

  private void again(Context context, String scriptId, LabelRuleForm form, FormProblem problem) {
    Model model = model(scriptId, form, problem.errors(), problem.notice());
    pages.answer(context, problem.status(), "label/rules", model);
  }

  private List<MoverOption> options(String scriptId) {
    List<MoverOption> options = new ArrayList<>();
    candidates.groups(scriptId).stream()
        .map(Candidates.GroupCandidate::group)
        .map(group -> new MoverOption(Grantee.group(group.id()), group.name()))
        .forEach(options::add);
    for (Account account : candidates.people(scriptId)) {
      if (candidates.mayDecide(account, scriptId)) {
        options.add(new MoverOption(Grantee.account(account.id()), account.name()));
      }
    }
    return options;
  }

  private Model model(
      String scriptId, LabelRuleForm form, Map<String, String> errors, @Nullable String notice) {
    return new Model(
        versionManager.script(scriptId),
        rules.list(scriptId),
        versionManager.labels(scriptId).stream().map(Label::name).distinct().limit(100).toList(),
        options(scriptId),
        form,
        errors,
        notice);
  }
}

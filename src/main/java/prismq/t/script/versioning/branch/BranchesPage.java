package prismq.t.script.versioning.branch;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.InvalidInputException;
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

/** The page with the branches of a script, on which they are started, named and archived. */
public final class BranchesPage {
  private static final FormFields FIELDS =
      FormFields.of("name", "from_version", "description")
          .about(ProblemKind.NAME_TAKEN, "name")
          .about(ProblemKind.NOT_FOUND, "from_version")
          .about(ProblemKind.DAMAGED_VERSION, "from_version");

  /** Number of versions offered by name; any other can be typed. */
  private static final int VERSIONS_OFFERED = 100;

  private final VersionManager versionManager;
  private final BranchManager branchManager;
  private final WordChanges wordChanges;
  private final Pages pages;

  /** Reads versions, changes branches and counts words. */
  public BranchesPage(
      VersionManager versionManager,
      BranchManager branchManager,
      Comparisons comparisons,
      Pages pages) {
    this.versionManager = versionManager;
    this.branchManager = branchManager;
    this.wordChanges = new WordChanges(comparisons);
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param cards the archived ones too
   * @param form what the form for a new branch holds
   * @param errors its errors, by field
   * @param offered versions to start a branch at
   */
  record Model(
      Script script,
      List<BranchCard> cards,
      BranchForm form,
      Map<String, String> errors,
      @Nullable String notice,
      List<Version> offered) {
    public Branch main() {
      return cards.get(0).main();
    }

    public List<BranchCard> inUse() {
      return cards.stream().filter(card -> !card.branch().isArchived()).toList();
    }

    public List<BranchCard> archived() {
      return cards.stream().filter(card -> card.branch().isArchived()).toList();
    }

    /** Whether what was typed for one of these has errors. */
    public boolean failsIn(List<BranchCard> some) {
      return some.stream().anyMatch(card -> !card.errors().isEmpty());
    }

    /** The branches that a branch can be compared with, which have another head. */
    public List<BranchCard> others(BranchCard card) {
      Integer head = card.branch().headVersion();
      return head == null
          ? List.of()
          : cards.stream()
              .filter(other -> !other.branch().isArchived())
              .filter(other -> other.hasHead() && !head.equals(other.branch().headVersion()))
              .toList();
    }

    /** Whether there are enough branches to stand side by side. */
    public boolean hasBoard() {
      return inUse().stream().filter(BranchCard::hasHead).count() > 1;
    }

    public String url() {
      return Urls.branches(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String editUrl() {
      return Urls.edit(script.scriptId(), null);
    }
  }

  /** Answers {@code /scripts/{script_id}/branches}. */
  public void show(Context context) {
    pages.show(context, "branch/branches", () -> model(context));
  }

  private Model model(Context context) {
    return versionManager
        .view(
            context.pathParam("script_id"),
            view -> {
              int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
              Integer head = view.branches().get(0).headVersion();
              BranchForm form = BranchForm.startingAt(from == 0 ? head : Integer.valueOf(from));
              return read(view, form, Map.of(), null);
            })
        .get();
  }

  /** Starts a branch, or shows the form again with its errors. */
  public void create(Context context) {
    Script script = script(context);
    BranchForm form = BranchForm.sent(context);
    Map<String, String> errors =
        FIELDS.errors(() -> Branch.checkedName(form.name()), () -> fromNumber(form));
    if (!errors.isEmpty()) {
      pages.answer(context, 422, "branch/branches", model(script, form, errors, null));
      return;
    }
    FIELDS.attempt(
        () -> redirect(context, script, started(script, form)),
        problem -> again(context, script, form, problem));
  }

  private static int fromNumber(BranchForm form) {
    Integer from = form.fromNumber();
    if (from == null) {
      throw new InvalidInputException("from_version", Messages.text("branch.from_version"));
    }
    return from;
  }

  private Branch started(Script script, BranchForm form) {
    return branchManager.create(
        script.scriptId(), form.name(), fromNumber(form), form.description());
  }

  /** Gives a branch another name and description, or shows the page again. */
  public void rename(Context context) {
    Script script = script(context);
    BranchForm sent = BranchForm.sent(context);
    Branch branch = versionManager.branch(script.scriptId(), sent.branch());
    BranchForm form = new BranchForm(branch.name(), sent.name(), "", sent.description());
    FIELDS.attempt(
        () -> {
          branchManager.rename(script.scriptId(), branch.name(), form.name(), form.description());
          redirect(context, script, branch);
        },
        problem -> again(context, script, form, problem));
  }

  /** Archives a branch. */
  public void archive(Context context) {
    Script script = script(context);
    String scriptId = script.scriptId();
    FIELDS.attempt(
        () -> {
          branchManager.archive(scriptId, BranchForm.sent(context).branch());
          context.redirect(Urls.branches(scriptId) + "#archived", HttpStatus.SEE_OTHER);
        },
        problem -> againWithoutForm(context, script, problem));
  }

  /** Restores an archived branch. */
  public void unarchive(Context context) {
    Script script = script(context);
    FIELDS.attempt(
        () ->
            redirect(
                context,
                script,
                branchManager.unarchive(script.scriptId(), BranchForm.sent(context).branch())),
        problem -> againWithoutForm(context, script, problem));
  }

  private static void redirect(Context context, Script script, Branch branch) {
    context.redirect(Urls.branch(script.scriptId(), branch.branchNumber()), HttpStatus.SEE_OTHER);
  }

  private void again(Context context, Script script, BranchForm form, FormProblem problem) {
    Model model = model(script, form, problem.errors(), problem.notice());
    pages.answer(context, problem.status(), "branch/branches", model);
  }

  /** Nothing was typed, so the problem is shown at the top, under its own status. */
  private void againWithoutForm(Context context, Script script, FormProblem problem) {
    BranchForm form = BranchForm.startingAt(null);
    Model model = model(script, form, Map.of(), problem.problem().withOutcome());
    pages.answer(context, problem.problem().status(), "branch/branches", model);
  }

  private Model model(
      Script script, BranchForm form, Map<String, String> errors, @Nullable String notice) {
    return versionManager.view(script.scriptId(), view -> read(view, form, errors, notice)).get();
  }

  /** Reads all that the model needs; the model is built after the view. */
  private Supplier<Model> read(
      ScriptView view, BranchForm form, Map<String, String> errors, @Nullable String notice) {
    Script script = view.script();
    List<Branch> branches = view.branches();
    boolean isNew = form.branch().isEmpty();
    Integer head = branches.get(0).headVersion();
    List<Version> offered = view.versions(VersionFilter.ALL, Integer.MAX_VALUE, VERSIONS_OFFERED);
    Supplier<List<BranchCard>> cards =
        new BranchCards(view, wordChanges).of(branches, isNew ? null : form, errors);
    return () ->
        new Model(
            script,
            cards.get(),
            isNew ? form : BranchForm.startingAt(head),
            isNew ? errors : Map.of(),
            notice,
            offered);
  }

  private Script script(Context context) {
    return versionManager.script(context.pathParam("script_id"));
  }
}

package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ContentTooLargeException;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page on which a new version is written or uploaded, looked at and saved. */
public final class EditPage {
  private static final ScriptText EMPTY = ScriptText.of("");

  private final VersionManager versionManager;
  private final Pages pages;

  /** Reads and saves through this version manager. */
  public EditPage(VersionManager versionManager, Pages pages) {
    this.versionManager = versionManager;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param errors what to mend, by field
   * @param question what the user has to agree to before this is saved
   * @param preview what saving would change; null before it is asked for
   */
  record Model(
      Script script,
      List<Branch> branches,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String question,
      @Nullable DiffView preview) {
    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String action() {
      return Urls.history(script.scriptId()) + "/versions";
    }
  }

  /** Answers {@code /scripts/{script_id}/edit} with the text of a version to go on from. */
  public void show(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    String branchName = Parameters.text(context, "branch");
    List<Branch> branches = versionManager.branches(script.scriptId());
    Branch branch =
        versionManager.branch(script.scriptId(), branchName == null ? Branch.MAIN : branchName);
    Integer head = branch.headVersion();
    int from = Parameters.number(context, "from", head == null ? 0 : head, 1, Integer.MAX_VALUE);
    boolean chosen = Parameters.text(context, "from") != null;
    ScriptText start =
        chosen ? versionManager.content(script.scriptId(), from) : content(script, head);
    VersionForm form =
        new VersionForm(
            start.display(),
            "",
            "",
            AuthorCookie.read(context),
            "",
            branch.name(),
            head == null ? NewVersion.NO_VERSION_YET : head,
            from == 0 ? null : from);
    pages.answer(
        context,
        200,
        "edit/edit",
        new Model(script, branches, form, Map.of(), notice(script, head, from, start), null, null));
  }

  private @Nullable String notice(
      Script script, @Nullable Integer head, int from, ScriptText start) {
    if (head == null) {
      return null;
    }
    if (from != head) {
      return "This starts from the text of version "
          + from
          + ", not from the head, version "
          + head
          + ". It will be saved on top of the head.";
    }
    boolean damaged =
        start.sizeBytes() == 0 && versionManager.version(script.scriptId(), head).sizeBytes() > 0;
    return damaged
        ? "The head, version "
            + head
            + ", is damaged, so this starts without a text. An older version can be the start too:"
            + " open it and write on from there."
        : null;
  }

  /** Saves what the form holds, or shows it again with a preview or with what is to be mended. */
  public void save(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    VersionForm form = VersionForm.sent(context);
    boolean previewOnly = "preview".equals(context.formParam("action"));
    boolean agreed = "yes".equals(context.formParam("agreed"));
    Branch branch = versionManager.branch(script.scriptId(), form.branch());
    ScriptText base = content(script, form.baseVersion());
    try {
      ScriptText text = form.text(content(script, form.filledFrom()));
      DiffView preview = DiffView.of(base, text, DiffView.ROWS);
      String question = question(form, base, text);
      if (previewOnly || (question != null && !agreed)) {
        again(context, previewOnly ? 200 : 422, script, form, Map.of(), null, question, preview);
        return;
      }
      Version version =
          versionManager.save(
              NewVersion.builder(
                      script.scriptId(),
                      text,
                      Author.named(form.author()),
                      described(form.changeDescription()))
                  .branch(branch.name())
                  .baseVersion(form.baseVersion())
                  .build());
      AuthorCookie.write(context, version.author().name());
      context.redirect(
          Urls.selected(script.scriptId(), version.versionNumber()), HttpStatus.SEE_OTHER);
    } catch (StaleBaseException e) {
      stale(context, script, form, e);
    } catch (InvalidInputException e) {
      again(context, 422, script, form, Map.of(e.field(), message(e)), null, null, null);
    } catch (NotTextException e) {
      again(
          context,
          422,
          script,
          form.withoutFile(),
          Map.of("content", message(e)),
          null,
          null,
          null);
    } catch (ContentTooLargeException e) {
      again(
          context,
          413,
          script,
          form.withoutFile(),
          Map.of("content", message(e)),
          null,
          null,
          null);
    }
  }

  private static String described(String changeDescription) {
    String normalised = changeDescription.replace("\r\n", "\n").strip();
    if (normalised.isEmpty()) {
      throw new InvalidInputException(
          "change_description", "Say in a line why this version is there.");
    }
    return normalised;
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private static @Nullable String question(VersionForm form, ScriptText base, ScriptText text) {
    if (text.sizeBytes() == 0) {
      return "The text is empty. Save an empty version?";
    }
    if (form.baseVersion() > 0 && text.equals(base)) {
      return "The text is the same as that of version "
          + form.baseVersion()
          + ", byte for byte. Save it as a new version all the same?";
    }
    return null;
  }

  private void stale(Context context, Script script, VersionForm form, StaleBaseException e) {
    Integer head = e.headVersion();
    ScriptText text = form.text(content(script, form.filledFrom()));
    again(
        context,
        409,
        script,
        form.basedOn(head == null ? NewVersion.NO_VERSION_YET : head),
        Map.of(),
        message(e)
            + " Your text is still here. Below is what saving it now would change in version "
            + head
            + "; take over from there what should stay, then save again.",
        null,
        DiffView.of(content(script, head), text, DiffView.ROWS));
  }

  private void again(
      Context context,
      int status,
      Script script,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable String question,
      @Nullable DiffView preview) {
    List<Branch> branches = versionManager.branches(script.scriptId());
    pages.answer(
        context,
        status,
        "edit/edit",
        new Model(script, branches, form, errors, notice, question, preview));
  }

  /** The text of a version; empty for none, and where it is damaged. */
  private ScriptText content(Script script, @Nullable Integer versionNumber) {
    try {
      return versionNumber == null || versionNumber == NewVersion.NO_VERSION_YET
          ? EMPTY
          : versionManager.content(script.scriptId(), versionNumber);
    } catch (DamagedVersionException e) {
      // A damaged version must not keep anybody from writing the next one.
      return EMPTY;
    }
  }
}

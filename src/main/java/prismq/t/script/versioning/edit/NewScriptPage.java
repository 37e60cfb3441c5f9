package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.draft.DraftFields;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.draft.StoredDraft;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page on which a new script is started, with its first version if there is one already. */
public final class NewScriptPage {
  private static final FormFields FIELDS =
      FormFields.of("title", "script_id", "content", "author", "change_description")
          .about(ProblemKind.NAME_TAKEN, "script_id")
          .about(ProblemKind.BAD_REQUEST, "content");

  private final VersionManager versionManager;
  private final DraftOffers draftOffers;
  private final Pages pages;

  /** Saves through this version manager. */
  public NewScriptPage(
      VersionManager versionManager, Comparisons comparisons, Drafts drafts, Pages pages) {
    this.versionManager = versionManager;
    this.draftOffers = new DraftOffers(drafts, comparisons, pages.times());
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param errors the errors, by field
   * @param isUnsaved whether the form holds what was typed before, none of it saved
   * @param offer the draft on the server that is offered; null for none
   */
  record Model(
      String title,
      String scriptId,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice,
      boolean isUnsaved,
      @Nullable DraftOffer offer) {
    /** Where drafts are kept on the server, of whoever is signed in. */
    public String draftsUrl() {
      return Urls.NEW_DRAFTS;
    }

    /** The same with the offer of a draft. */
    Model offering(DraftOffer draft) {
      return new Model(title, scriptId, form, errors, notice, false, draft);
    }

    /** The same filled with a draft. */
    Model restored(StoredDraft draft) {
      DraftFields fields = draft.fields();
      return new Model(
          fields.title(), fields.typedId(), form.restored(draft), errors, notice, true, null);
    }
  }

  /** Answers {@code /new}. */
  public void show(Context context) {
    VersionForm form =
        new VersionForm(
            "",
            "",
            "",
            AuthorName.known(context),
            first(),
            "main",
            0,
            null,
            Alternate.NONE,
            DraftKeys.NONE);
    Model model = new Model("", "", form, Map.of(), null, false, null);
    pages.answer(context, 200, "edit/new", draftOffers.on(context, model));
  }

  /** Creates the script, or shows the form again with its errors. */
  public void create(Context context) {
    VersionForm form = VersionForm.sent(context);
    String title = SentForm.text(context, "title");
    String givenId = SentForm.stripped(context, "script_id");
    String scriptId = givenId.isEmpty() ? idOf(title) : givenId;
    FIELDS.attempt(
        () -> {
          Map<String, String> errors = FIELDS.severalErrors(checks(title, scriptId, form));
          if (!errors.isEmpty()) {
            again(context, 422, title, scriptId, form, errors, null);
            return;
          }
          create(context, title, scriptId, form);
          context.redirect(
              hasText(form) ? Urls.saved(scriptId, 1) : Urls.history(scriptId),
              HttpStatus.SEE_OTHER);
        },
        problem -> again(context, title, scriptId, form, problem));
  }

  /** The change description of a version that has none of its own. */
  private static String first() {
    return Messages.text("edit.new.first");
  }

  private static boolean hasText(VersionForm form) {
    return !form.content().isEmpty() || form.hasFile();
  }

  /** What can be told of the form by itself, so that all of it is told at once. */
  private Runnable[] checks(String title, String scriptId, VersionForm form) {
    List<Runnable> checks = new ArrayList<>();
    checks.add(() -> Script.checkedTitle(title));
    // An id that is made of a title that is missing needs no error of its own.
    if (!title.isBlank() || !scriptId.isEmpty()) {
      checks.add(() -> checkId(scriptId));
    }
    if (hasText(form)) {
      checks.add(() -> versionManager.checkSize(form.text(ScriptText.of(""))));
      checks.add(() -> Author.named(form.author()));
    }
    return checks.toArray(Runnable[]::new);
  }

  private static void checkId(String scriptId) {
    if (scriptId.isEmpty()) {
      throw new InvalidInputException("script_id", Messages.text("edit.new.no_id"));
    }
    Script.checkedId(scriptId);
  }

  private void create(Context context, String title, String scriptId, VersionForm form) {
    ReadableScripts readable = Access.readable(Requester.of(context));
    if (!hasText(form)) {
      versionManager.createScript(readable, scriptId, title, draftOffers.removal(context, form));
      return;
    }
    Author author = Author.named(form.author());
    String description = form.changeDescription().isBlank() ? first() : form.changeDescription();
    versionManager.createScript(
        readable,
        title,
        NewVersion.builder(scriptId, form.text(ScriptText.of("")), author, description.strip())
            .metadata(VersionForm.WRITTEN_BY_A_HUMAN)
            .beside(draftOffers.removal(context, form))
            .build());
    if (Fountain.isFileName(form.fileName())) {
      versionManager.changeFormat(scriptId, TextFormat.SCREENPLAY);
    }
    AuthorName.remember(context, author.name());
  }

  /** A key made of the title; empty if it has no letters or digits of ASCII. */
  private static String idOf(String title) {
    String id =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return id.substring(0, Math.min(id.length(), 100));
  }

  private void again(
      Context context, String title, String scriptId, VersionForm form, FormProblem problem) {
    String notice =
        problem.notice() == null ? null : problem.notice() + " " + Messages.text("edit.typed_kept");
    again(context, problem.status(), title, scriptId, form, problem.errors(), notice);
  }

  private void again(
      Context context,
      int status,
      String title,
      String scriptId,
      VersionForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    VersionForm kept = errors.containsKey("content") ? form.withoutFile() : form;
    Model model = new Model(title, scriptId, kept, errors, notice, true, null);
    pages.answer(context, status, "edit/new", model);
  }
}

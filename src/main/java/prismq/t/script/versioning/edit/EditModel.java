package prismq.t.script.versioning.edit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.draft.StoredDraft;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * What the template of the edit page shows.
 *
 * @param errors the errors, by field
 * @param question what the user has to agree to before this is saved
 * @param preview what saving would change; null before it is asked for
 * @param isAnswer whether the form was sent and is shown again
 * @param offer the draft on the server that is offered; null for none
 * @param isRestored whether the form is filled with that draft
 */
record EditModel(
    Script script,
    Branch branch,
    VersionForm form,
    Map<String, String> errors,
    @Nullable String notice,
    @Nullable String question,
    @Nullable DiffView preview,
    boolean isAnswer,
    @Nullable DraftOffer offer,
    boolean isRestored) {
  /** The form as it is filled at first. */
  static EditModel first(Script script, Branch branch, VersionForm form, @Nullable String notice) {
    return new EditModel(script, branch, form, Map.of(), notice, null, null, false, null, false);
  }

  /** The same with the offer of a draft. */
  EditModel offering(DraftOffer draft) {
    return new EditModel(
        script, branch, form, errors, notice, question, preview, isAnswer, draft, false);
  }

  /** The same, what is written in which takes the place of a draft that holds nothing more. */
  EditModel inPlaceOf(StoredDraft draft) {
    return new EditModel(
        script,
        branch,
        form.inPlaceOf(draft),
        errors,
        notice,
        question,
        preview,
        isAnswer,
        null,
        false);
  }

  /** The same filled with a draft. */
  EditModel restored(VersionForm draft, @Nullable String about) {
    return new EditModel(
        script, branch, draft, errors, about, question, preview, isAnswer, null, true);
  }

  /** The form that was sent, with what saving it would change. */
  static EditModel previewed(
      WrittenOn base,
      VersionForm form,
      @Nullable String notice,
      @Nullable String question,
      DiffView preview) {
    return new EditModel(
        base.script(), base.branch(), form, Map.of(), notice, question, preview, true, null, false);
  }

  /** The form that was sent, with its errors. */
  static EditModel refused(
      WrittenOn base, VersionForm form, Map<String, String> errors, @Nullable String notice) {
    return new EditModel(
        base.script(), base.branch(), form, errors, notice, null, null, true, null, false);
  }

  /** What the text is written as, for the editor; empty where it has to see for itself. */
  public String format() {
    if (script.format() != null) {
      return script.format().word();
    }
    return Fountain.looksLike(form.content())
        ? TextFormat.SCREENPLAY.word()
        : form.content().isBlank() ? "" : TextFormat.MARKDOWN.word();
  }

  /** What the text was written on, in words. */
  public String basedOn() {
    return form.baseVersion() == NewVersion.NO_VERSION_YET
        ? Messages.text("edit.first_on", branch.name())
        : Messages.text("edit.based_on", form.baseVersion(), branch.name());
  }

  /** The number that the version gets unless somebody saves before. */
  public int nextVersion() {
    return script.latestVersion() + 1;
  }

  /** What the button that saves says: which version it makes, and where. */
  public String saveLabel() {
    if (!form.alternate().isChosen()) {
      return Messages.text("edit.save_as", nextVersion());
    }
    String name = form.alternate().name();
    return name.isEmpty()
        ? Messages.text("edit.save_as_on_new", nextVersion())
        : Messages.text("edit.save_as_on", nextVersion(), name);
  }

  /** What is said about the change where nothing is typed, as far as it is known. */
  public String changeLine() {
    return preview == null || preview.isEmpty() || script.descriptionRequired()
        ? Messages.text("edit.what_changed")
        : preview.changeLine();
  }

  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script.scriptId());
  }

  public String historyUrl() {
    return Urls.history(script.scriptId());
  }

  /** The page that was answered with, as an address that can be asked for again. */
  public String editUrl() {
    return Urls.with(
        Urls.edit(script.scriptId(), null),
        Map.of("branch", branch.isFirst() ? "" : branch.name()));
  }

  /** The key of this form's drafts in the browser, independent of the branch's name. */
  public String draftPlace() {
    return historyUrl() + " " + branch.branchNumber();
  }

  /** Whether there is a version that an alternate can start at. */
  public boolean canBranchOff() {
    return form.origin() != null;
  }

  /** Whether the form holds more than what it was first filled with, none of it saved. */
  public boolean isUnsaved() {
    return isRestored || (isAnswer && hasMore());
  }

  private boolean hasMore() {
    return (preview == null
        || !preview.isEmpty()
        || form.hasFile()
        || !form.changeDescription().isBlank());
  }

  /** Where drafts are kept on the server, of whoever is signed in. */
  public String draftsUrl() {
    return Urls.drafts(script.scriptId());
  }

  public String action() {
    return Urls.history(script.scriptId()) + "/versions";
  }
}

package prismq.t.script.versioning.draft;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * The pages on which people see their own drafts: also those of scripts that they may no longer
 * change, as long as they may read them.
 */
public final class OwnDraftsPage {
  private final Drafts drafts;
  private final Pages pages;

  /** Shows these drafts. */
  public OwnDraftsPage(Drafts drafts, Pages pages) {
    this.drafts = drafts;
    this.pages = pages;
  }

  /**
   * A draft of which is shown what it is of.
   *
   * @param editUrl the editor that offers it; null where whoever asks may no longer write there
   */
  record OwnDraft(DraftRow row, @Nullable String editUrl) {
    public String url() {
      return Urls.draft(row.id());
    }

    /** What it is of, in a few words. */
    public String title() {
      return row.title().isBlank() ? Messages.text("draft.untitled") : row.title();
    }

    public boolean isOfNewScript() {
      return row.scriptId() == null;
    }
  }

  /** What the template of the list shows. */
  record DraftListModel(List<OwnDraft> drafts) {}

  /** What the template of one shows. */
  record OwnDraftModel(OwnDraft of, StoredDraft draft) {
    public String discardUrl() {
      return of.url() + "/discard";
    }
  }

  /** Answers {@code /account/drafts}. */
  public void list(Context context) {
    pages.answer(context, 200, "draft/drafts", new DraftListModel(own(context)));
  }

  /** Answers {@code /account/drafts/{draft_id}} with the text, to be copied. */
  public void show(Context context) {
    OwnDraft own = required(context);
    StoredDraft draft = stored(context);
    pages.answer(context, 200, "draft/draft", new OwnDraftModel(own, draft));
  }

  /** Answers with all of it, for the editor. */
  public void json(Context context) {
    required(context);
    Json.answer(context, 200, SentDraft.of(stored(context)));
  }

  /** Deletes it, unless it was written on since the page was shown. */
  public void discard(Context context) {
    OwnDraft own = required(context);
    drafts.discard(
        DraftWriter.of(context).id(),
        own.row().id(),
        DraftKeys.of(SentForm.text(context, DraftKeys.FIELD)));
    boolean isInEditor = SentForm.text(context, "from").equals("editor");
    @Nullable String editor = own.editUrl();
    context.redirect(isInEditor && editor != null ? editor : Urls.DRAFTS, HttpStatus.SEE_OTHER);
  }

  private List<OwnDraft> own(Context context) {
    Requester person = Requester.of(context);
    return drafts.rows(DraftWriter.of(context).id()).stream()
        .filter(row -> row.lets(person, Right.READ))
        .map(row -> new OwnDraft(row, editUrl(person, row)))
        .toList();
  }

  private static @Nullable String editUrl(Requester person, DraftRow row) {
    @Nullable String scriptId = row.scriptId();
    if (scriptId == null) {
      return Access.may(person, Right.WRITE) ? Urls.NEW : null;
    }
    return row.lets(person, Right.WRITE) && row.branch() != null
        ? Urls.editBranch(scriptId, row.branch())
        : null;
  }

  /**
   * The draft of the address.
   *
   * @throws NoSuchDraftException if there is none of this person, or of a script that they may not
   *     read
   */
  private OwnDraft required(Context context) {
    long id = id(context);
    return own(context).stream()
        .filter(own -> own.row().id() == id)
        .findFirst()
        .orElseThrow(NoSuchDraftException::new);
  }

  private StoredDraft stored(Context context) {
    return drafts
        .find(DraftWriter.of(context).id(), id(context))
        .orElseThrow(NoSuchDraftException::new);
  }

  private static long id(Context context) {
    String id = context.pathParam("draft_id");
    if (!id.matches("\\d{1,15}")) {
      throw new NoSuchDraftException();
    }
    return Long.parseLong(id);
  }
}

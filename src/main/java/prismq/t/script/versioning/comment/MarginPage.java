package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.comment.SuggestionNotes.SuggestionNote;
import prismq.t.script.versioning.comment.ThreadCards.TypedReply;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The threads of a script as notes beside a text of it, which pages load into their margin. */
public final class MarginPage {
  private static final String TEMPLATE = "comment/margin :: margin";

  private final VersionManager versionManager;
  private final Threads threads;
  private final CommentDrafts drafts;
  private final Suggestions suggestions;
  private final Pages pages;

  MarginPage(
      VersionManager versionManager,
      Threads threads,
      CommentDrafts drafts,
      Suggestions suggestions,
      Pages pages) {
    this.versionManager = versionManager;
    this.threads = threads;
    this.drafts = drafts;
    this.suggestions = suggestions;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param openedId the thread that was asked for; 0 for none, below 0 for a draft
   * @param before the notes before the opened one; all where none is
   * @param opened the card of the opened one; null for none
   * @param after the notes after it
   * @param suggested the notes of open suggestions
   * @param openSuggestions how many there are for the script, with a place here or not
   * @param placeless the notes of those without a place
   * @param withoutPlace how many these are
   * @param drafts number of drafts of whoever looks
   * @param readers the names of people who can be named
   */
  record Model(
      String scriptId,
      ShownVersions shown,
      long openedId,
      String before,
      @Nullable ThreadCard opened,
      String after,
      List<DraftNote> ownDrafts,
      String suggested,
      int openSuggestions,
      String placeless,
      int withoutPlace,
      int open,
      int drafts,
      boolean mayComment,
      List<String> readers,
      NewThreadForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return shown.marginUrl(scriptId);
    }

    public int version() {
      return shown.version();
    }

    public int from() {
      return shown.from();
    }

    public String commentsUrl() {
      return Urls.comments(scriptId, shown.version());
    }

    /** Where a comment on the left text is sent. */
    public String leftUrl() {
      return Urls.comments(scriptId, shown.from() == 0 ? shown.version() : shown.from());
    }

    public String suggestionsUrl() {
      return Urls.suggestions(scriptId, shown.version());
    }

    public String sendUrl() {
      return Urls.commentDrafts(scriptId) + "/send";
    }
  }

  /** A draft that would start a thread, and the start tag of its note. */
  record DraftNote(String startHtml, DraftCard card) {}

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/threads}. */
  public void show(Context context) {
    ShownVersions shown = ShownVersions.asked(context);
    if (!CommentRequest.isForMargin(context)) {
      context.redirect(Urls.comments(CommentRequest.scriptId(context), shown.version()));
      return;
    }
    long opened = Parameters.number(context, "open", 0, 0, Integer.MAX_VALUE);
    Commenter looking = CommentRequest.looking(context);
    if (drafts.list(CommentRequest.scriptId(context), looking).isEmpty()) {
      pages.show(context, TEMPLATE, looking.toString(), () -> model(context, shown, opened));
    } else {
      // A page that is kept shows no drafts.
      answer(context, 200, model(context, shown, opened));
    }
  }

  /** Answers after something was done, with a thread opened; 0 for none. */
  void done(Context context, ShownVersions shown, long opened) {
    answer(context, 200, model(context, shown, opened));
  }

  /** Answers where something could not be done. */
  void failed(
      Context context,
      int status,
      ShownVersions shown,
      NewThreadForm form,
      TypedReply typed,
      Map<String, String> errors,
      @Nullable String notice) {
    answer(context, status, model(context, shown, typed.thread(), form, typed, errors, notice));
  }

  private void answer(Context context, int status, Model model) {
    pages.answer(context, status, TEMPLATE, model);
  }

  private Model model(Context context, ShownVersions shown, long opened) {
    NewThreadForm form = NewThreadForm.empty(AuthorName.known(context));
    return model(context, shown, opened, form, TypedReply.NONE, Map.of(), null);
  }

  private Model model(
      Context context,
      ShownVersions shown,
      long opened,
      NewThreadForm form,
      TypedReply typed,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = CommentRequest.scriptId(context);
    Commenter looking = CommentRequest.looking(context);
    boolean mayComment = Access.may(Requester.of(context), Right.COMMENT, Thing.of(context));
    List<CommentDraft> own = drafts.list(scriptId, looking);
    List<PlacedNote> notes =
        notes(scriptId, shown, threads.placed(scriptId, shown.version()), List.of());
    ThreadCards cards =
        ThreadCards.of(
            versionManager,
            scriptId,
            shown,
            looking,
            notes.stream().map(PlacedNote::placed).toList(),
            own,
            typed);
    List<PlacedNote> placed = notes.stream().filter(PlacedNote::hasPlace).toList();
    List<PlacedNote> placeless = notes.stream().filter(note -> !note.hasPlace()).toList();
    int at = indexOf(placed, opened);
    List<PlacedNote> first = at < 0 ? placed : placed.subList(0, at);
    List<PlacedNote> rest = at < 0 ? List.of() : placed.subList(at + 1, placed.size());
    return new Model(
        scriptId,
        shown,
        opened,
        NotesHtml.of(first, cards, pages.times())
            + (at < 0 ? "" : NotesHtml.startOf(placed.get(at), cards, pages.times())),
        at < 0 ? null : cards.card(placed.get(at).placed()),
        NotesHtml.of(rest, cards, pages.times()),
        draftNotes(scriptId, shown, own, cards),
        suggested(context, scriptId, shown),
        suggestions.open(scriptId),
        NotesHtml.of(placeless, cards, pages.times()),
        placeless.size(),
        (int) notes.stream().filter(note -> !note.thread().isResolved()).count(),
        own.size(),
        mayComment,
        mayComment ? threads.readers(scriptId) : List.of(),
        form,
        errors,
        notice);
  }

  private String suggested(Context context, String scriptId, ShownVersions shown) {
    if (suggestions.open(scriptId) == 0) {
      return "";
    }
    List<PlacedSuggestion> placed = suggestions.placed(scriptId, shown.version());
    ScriptText text = versionManager.view(scriptId, view -> content(view, shown.version()));
    List<SuggestionNote> notes =
        shown.from() == 0
            ? SuggestionNotes.placed(text, placed)
            : SuggestionNotes.placed(
                text,
                placed,
                versionManager.view(scriptId, view -> content(view, shown.from())),
                suggestions.placed(scriptId, shown.from()));
    boolean mayDecide = Access.may(Requester.of(context), Right.WRITE, Thing.of(context));
    return SuggestionNotes.html(notes, scriptId, shown, mayDecide, pages.times());
  }

  private List<DraftNote> draftNotes(
      String scriptId, ShownVersions shown, List<CommentDraft> own, ThreadCards cards) {
    List<DraftNote> notes = new ArrayList<>();
    for (PlacedNote note :
        notes(scriptId, shown, drafts.placed(scriptId, shown.version(), own), own)) {
      notes.add(
          new DraftNote(
              NotesHtml.startOf(note, cards, pages.times()),
              DraftCard.of(scriptId, shown, -note.thread().id(), own)));
    }
    return notes;
  }

  private static int indexOf(List<PlacedNote> notes, long thread) {
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).thread().id() == thread) {
        return i;
      }
    }
    return -1;
  }

  private List<PlacedNote> notes(
      String scriptId, ShownVersions shown, List<PlacedThread> placed, List<CommentDraft> own) {
    ScriptText text = versionManager.view(scriptId, view -> content(view, shown.version()));
    if (placed.isEmpty()) {
      return List.of();
    }
    if (shown.from() == 0) {
      return PlacedNote.of(text, placed);
    }
    ScriptText left = versionManager.view(scriptId, view -> content(view, shown.from()));
    List<PlacedThread> placedLeft =
        own.isEmpty()
            ? threads.placed(scriptId, shown.from())
            : drafts.placed(scriptId, shown.from(), own);
    return PlacedNote.of(text, placed, left, placedLeft);
  }

  private static ScriptText content(ScriptView view, int version) {
    if (version == 0) {
      throw NotFoundException.version(view.script(), "“0”");
    }
    return view.content(view.version(version).versionNumber());
  }
}

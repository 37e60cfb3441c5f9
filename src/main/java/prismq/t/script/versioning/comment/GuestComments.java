package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.guest.KnownGuest;
import prismq.t.script.versioning.language.Messages;

/**
 * The comments of a share link as its guests see them: nothing in them tells of other versions, or
 * who works on the script where the link hides that.
 *
 * @param url where new ones are sent
 * @param query the part of the address that says how the text is shown, with its question mark
 * @param version the version that is shown, so that nothing is said of another one
 * @param threads those with a place
 * @param placeless those whose words are gone
 * @param lines number of lines of the text that lines are given of
 * @param member the name of the account that the guest has; null where that is not known
 * @param sent what was typed and could not be saved
 */
public record GuestComments(
    String url,
    String query,
    int version,
    List<GuestThread> threads,
    List<GuestThread> placeless,
    int lines,
    @Nullable String member,
    SentGuestComment sent) {
  private static final int SHORT_QUOTE = 120;

  /**
   * What the comments are of.
   *
   * @param text of the version that is shown
   * @param from the version that it is compared with; 0 for none
   * @param left its text; null for none
   */
  public record GuestText(
      String scriptId, int version, ScriptText text, int from, @Nullable ScriptText left) {
    /** A version by itself. */
    public static GuestText of(String scriptId, int version, ScriptText text) {
      return new GuestText(scriptId, version, text, 0, null);
    }
  }

  /**
   * A thread with its comments.
   *
   * @param start number of letters before its words; -1 where it has no place
   * @param state what became of its words, in a sentence; null where they are as they were
   * @param isReplaced whether other words stand in their place
   * @param typed what was typed as a reply and could not be saved
   * @param errors what to mend in it, by field
   */
  public record GuestThread(
      long id,
      String quote,
      @Nullable String state,
      boolean isReplaced,
      boolean isResolved,
      String side,
      int start,
      int end,
      List<GuestComment> comments,
      String typed,
      Map<String, String> errors) {
    /** Whether its words, or others in their place, are on the page. */
    public boolean hasPlace() {
      return start >= 0;
    }
  }

  /**
   * A comment.
   *
   * @param isGuest whether a guest wrote it
   * @param html null if it was deleted
   * @param typed what the field for changing it holds
   * @param mayChange whether whoever looks may still change it
   */
  public record GuestComment(
      long id,
      String author,
      boolean isGuest,
      @Nullable String html,
      String typed,
      Instant createdAt,
      boolean mayChange) {}

  static GuestComments of(
      GuestThreads guestThreads,
      Guest guest,
      GuestText shown,
      String url,
      String query,
      boolean hidesNames,
      SentGuestComment sent) {
    List<PlacedThread> placed = guestThreads.placed(shown.scriptId, guest, shown.version);
    ScriptText left = shown.left;
    List<PlacedNote> notes =
        left == null
            ? PlacedNote.of(shown.text, placed)
            : PlacedNote.of(
                shown.text, placed, left, guestThreads.placed(shown.scriptId, guest, shown.from));
    KnownGuest known = guestThreads.known(guest);
    List<GuestThread> cards =
        notes.stream().map(note -> card(note, guestThreads, guest, hidesNames, sent)).toList();
    return new GuestComments(
        url,
        query,
        shown.version,
        cards.stream().filter(GuestThread::hasPlace).toList(),
        cards.stream().filter(card -> !card.hasPlace()).toList(),
        shown.text.lineCount(),
        known.isMember() ? known.name() : null,
        sent);
  }

  private static GuestThread card(
      PlacedNote note,
      GuestThreads guestThreads,
      Guest guest,
      boolean hidesNames,
      SentGuestComment sent) {
    CommentThread thread = note.thread();
    // What comes too late to change a comment is offered as a reply to it.
    boolean isAnswered =
        sent.thread() == thread.id()
            && thread.comments().stream()
                .noneMatch(
                    comment ->
                        comment.id() == sent.comment() && guestThreads.mayChange(comment, guest));
    return new GuestThread(
        thread.id(),
        shortened(thread.anchor().quote().strip()),
        state(note.placed().placement().state()),
        note.placed().placement().state() == AnchorState.REPLACED,
        thread.isResolved(),
        note.isLeft() ? "from" : "to",
        note.start(),
        note.end(),
        thread.comments().stream()
            .map(comment -> comment(comment, guestThreads, guest, hidesNames, sent))
            .toList(),
        isAnswered ? sent.form().body() : "",
        isAnswered ? sent.errors() : Map.of());
  }

  private static GuestComment comment(
      Comment comment,
      GuestThreads guestThreads,
      Guest guest,
      boolean hidesNames,
      SentGuestComment sent) {
    boolean isHidden = hidesNames && !comment.by().isGuest();
    @Nullable String body = comment.body();
    return new GuestComment(
        comment.id(),
        isHidden ? Messages.text("share.team") : comment.by().name(),
        comment.by().isGuest(),
        body == null ? null : CommentMarkdown.html(body, List.of(), name -> ""),
        sent.comment() == comment.id() ? sent.form().body() : body == null ? "" : body,
        comment.createdAt(),
        body != null && guestThreads.mayChange(comment, guest));
  }

  private static @Nullable String state(AnchorState state) {
    return switch (state) {
      case HERE -> null;
      case EDITED -> Messages.text("comments.state_edited");
      case MOVED -> Messages.text("comments.state_moved");
      case BACK -> Messages.text("comments.state_back");
      case REPLACED, GONE -> Messages.text("share.words_gone");
    };
  }

  private static String shortened(String quote) {
    return quote.codePointCount(0, quote.length()) <= SHORT_QUOTE
        ? quote
        : quote.substring(0, quote.offsetByCodePoints(0, SHORT_QUOTE)).strip() + "…";
  }

  /** Number of all threads. */
  public int count() {
    return threads.size() + placeless.size();
  }

  /** Whether the form for a new comment is open at first. */
  public boolean isOpen() {
    return count() == 0 || (sent.status() != 200 && sent.thread() == 0);
  }

  /** What to mend in a new comment, by field. */
  public Map<String, String> errors() {
    return sent.thread() == 0 ? sent.errors() : Map.of();
  }
}

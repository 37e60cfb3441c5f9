package prismq.t.script.versioning.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.comment.Threads.ChosenWords;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.guest.GuestNames;
import prismq.t.script.versioning.guest.KnownGuest;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Comments of guests of share links. The guests of a link see the threads of that link and no
 * others, because a thread can tell of other versions. Whether a link lets them comment is asked
 * before; safe for use by several threads.
 */
public final class GuestThreads {
  /** How many comments one browser may write in a minute. */
  static final int MAX_A_MINUTE = 5;

  /** How often one browser may change what was written there in a minute. */
  static final int MAX_CHANGES_A_MINUTE = 10;

  /** How many all browsers of a link may, because it can be opened again and again. */
  static final int MAX_OF_LINK_A_MINUTE = 30;

  /** For how long a guest may change and delete what they wrote. */
  static final Duration CHANGEABLE = Duration.ofMinutes(15);

  private final Database database;
  private final Threads threads;
  private final GuestNames names;
  private final AuditLog auditLog;
  private final Clock clock;
  private final ThreadStore store = new ThreadStore();

  /**
   * Keeps them among these threads.
   *
   * @param names those that guests write under
   * @param auditLog gets what is done
   */
  public GuestThreads(
      Database database, Threads threads, GuestNames names, AuditLog auditLog, Clock clock) {
    this.database = database;
    this.threads = threads;
    this.names = names;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /** The threads of a link where they stand in a version, in its order; those without come last. */
  List<PlacedThread> placed(String scriptId, Guest guest, int version) {
    return threads.placed(scriptId, version).stream()
        .filter(placed -> guest.shareLinkId().equals(placed.thread().shareLinkId()))
        .toList();
  }

  /** Who a guest is, as far as is known. */
  KnownGuest known(Guest guest) {
    return names.known(guest);
  }

  /**
   * Starts a thread of a link; its number.
   *
   * @param version a version that the link shows
   * @throws InvalidInputException if name, words or body are outside the rules
   * @throws Problem if the guest wrote too much just now
   */
  long start(
      String scriptId, Guest guest, int version, ChosenWords words, String name, String body) {
    KnownGuest writing = names.writing(guest, name);
    String checked = Comment.checkedBody(body);
    Anchor anchor = threads.anchor(scriptId, view -> view.version(version), words);
    return database.write(
        handle -> {
          checkRate(handle, guest);
          long thread = store.add(handle, scriptId, anchor, guest.shareLinkId(), now());
          add(handle, scriptId, thread, guest, writing, checked, version);
          return thread;
        });
  }

  /** Adds a comment to a thread of the link; likewise. */
  void reply(String scriptId, Guest guest, long thread, String name, String body) {
    KnownGuest writing = names.writing(guest, name);
    String checked = Comment.checkedBody(body);
    database.write(
        handle -> {
          CommentThread found = required(handle, scriptId, guest, thread);
          checkRate(handle, guest);
          add(handle, scriptId, thread, guest, writing, checked, found.anchor().version());
          return null;
        });
  }

  private void add(
      Handle handle,
      String scriptId,
      long thread,
      Guest guest,
      KnownGuest writing,
      String body,
      int version) {
    Commenter by = new Commenter(writing.name(), writing.account(), guest.visit());
    // Guests do not know who works on a script, and so name nobody.
    store.addComment(handle, thread, by, body, List.of(), now());
    names.remember(handle, guest, writing);
    record(handle, AuditAct.COMMENTED, scriptId, by.name(), version);
  }

  private void checkRate(Handle handle, Guest guest) {
    Instant since = now().minus(1, ChronoUnit.MINUTES);
    if (store.countSince(handle, guest.visit(), since) >= MAX_A_MINUTE) {
      throw tooFast(FilledMessage.of("share.comments_too_fast", MAX_A_MINUTE));
    }
    if (store.countOfLinkSince(handle, guest.shareLinkId(), since) >= MAX_OF_LINK_A_MINUTE) {
      throw tooFast(FilledMessage.of("share.link_too_fast", MAX_OF_LINK_A_MINUTE));
    }
  }

  private static Problem tooFast(FilledMessage sentence) {
    return new Problem(
        ProblemKind.TOO_MANY_REQUESTS, sentence, FilledMessage.of("share.comments_too_fast_next"));
  }

  /**
   * Gives a guest's own comment another body, null to delete it.
   *
   * @throws Problem if it is another's, or older than {@link #CHANGEABLE}
   */
  void change(String scriptId, Guest guest, long thread, long comment, @Nullable String body) {
    @Nullable String checked = body == null ? null : Comment.checkedBody(body);
    database.write(
        handle -> {
          CommentThread found = required(handle, scriptId, guest, thread);
          Comment before =
              found.comments().stream()
                  .filter(one -> one.id() == comment && one.body() != null)
                  .findFirst()
                  .orElseThrow(() -> missing());
          Instant since = now().minus(1, ChronoUnit.MINUTES);
          if (store.countChangesSince(handle, guest.visit(), since) >= MAX_CHANGES_A_MINUTE) {
            throw tooFast(FilledMessage.of("share.changes_too_fast", MAX_CHANGES_A_MINUTE));
          }
          if (!mayChange(before, guest)) {
            throw new Problem(
                ProblemKind.FORBIDDEN,
                FilledMessage.of("share.comment_stays", CHANGEABLE.toMinutes()),
                FilledMessage.of("share.comment_stays_next"));
          }
          store.change(handle, comment, checked, List.of(), now());
          AuditAct act = checked == null ? AuditAct.COMMENT_DELETED : AuditAct.COMMENT_CHANGED;
          record(handle, act, scriptId, before.by().name(), found.anchor().version());
          return null;
        });
  }

  /** Whether a comment was written in this guest's browser, and not long ago. */
  boolean mayChange(Comment comment, Guest guest) {
    return Objects.equals(comment.by().visit(), guest.visit())
        && now().isBefore(comment.createdAt().plus(CHANGEABLE));
  }

  /** A thread of the link; one of others is as if it were not there. */
  private CommentThread required(Handle handle, String scriptId, Guest guest, long thread) {
    return store
        .find(handle, scriptId, thread)
        .filter(found -> guest.shareLinkId().equals(found.shareLinkId()))
        .orElseThrow(GuestThreads::missing);
  }

  private static Problem missing() {
    return new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("share.no_comment"));
  }

  private void record(Handle handle, AuditAct act, String scriptId, String name, int version) {
    auditLog.record(
        handle,
        AuditEvent.of(act, scriptId, Messages.text("audit.thing.guest"))
            .onVersion(version)
            .inTheNameOf(name));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

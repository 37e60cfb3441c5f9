package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.comment.CommentThread.Resolution;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.search.Passages;

/**
 * Comments on scripts, in threads. Who may do what is asked before; safe for use by several
 * threads.
 */
public final class Threads {
  private final Database database;
  private final Passages passages;
  private final AuditLog auditLog;
  private final ScriptReaders readers;
  private final Clock clock;
  private final ThreadStore store = new ThreadStore();
  private final KeptPlaces places;

  private final SharedCache<ListKey, ListedThreads> listed =
      SharedCache.ofRecentlyUsed(CacheBound.PLACED_THREADS, ListedThreads::weight);

  /**
   * Keeps them in this database.
   *
   * @param passages tell where words are
   * @param auditLog gets what is done
   * @param readers can be named in comments
   */
  public Threads(
      Database database, Passages passages, AuditLog auditLog, ScriptReaders readers, Clock clock) {
    this.database = database;
    this.places = new KeptPlaces(database);
    this.passages = passages;
    this.auditLog = auditLog;
    this.readers = readers;
    this.clock = clock;
  }

  /** Finds the words of a text that a comment is about. */
  public interface ChosenWords {
    /** Their place, in code points. */
    CodePointRange in(ScriptText text);

    /** A stretch by its place, in code points; both are checked. */
    static ChosenWords range(int start, int end) {
      return text -> Quotes.range(text, start, end);
    }

    /** Words that stand once in the text. */
    static ChosenWords quote(String words) {
      return text -> Quotes.find(text, words);
    }
  }

  /**
   * Starts a thread on words of a version.
   *
   * @param version finds the version
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such version
   * @throws InvalidInputException if the words or the comment are outside the rules
   */
  public PlacedThread start(
      String scriptId,
      Function<ScriptView, Version> version,
      ChosenWords words,
      Commenter by,
      String body) {
    String checked = Comment.checkedBody(body);
    Anchor anchor = anchor(scriptId, version, words);
    CommentThread thread =
        database.write(
            handle -> required(handle, scriptId, start(handle, scriptId, anchor, by, checked)));
    return place(scriptId, anchor.version(), List.of(thread), false).get(0);
  }

  /** The words of a version that somebody chose. */
  Anchor anchor(String scriptId, Function<ScriptView, Version> version, ChosenWords words) {
    return passages.view(
        scriptId,
        view -> {
          int number = version.apply(view).versionNumber();
          ScriptText text = view.content(number);
          return Anchor.of(number, text, words.in(text));
        });
  }

  /** Starts a thread with a checked body; its number. */
  long start(Handle handle, String scriptId, Anchor anchor, Commenter by, String body) {
    long id = store.add(handle, scriptId, anchor, null, now());
    store.addComment(handle, id, by, body, readers.named(scriptId, body), now());
    record(handle, AuditAct.COMMENTED, scriptId, by, anchor.version());
    return id;
  }

  /** Adds a comment to a thread, which may be resolved. */
  public Comment reply(String scriptId, long thread, Commenter by, String body) {
    String checked = Comment.checkedBody(body);
    return database.write(
        handle -> {
          long id = reply(handle, scriptId, thread, by, checked);
          return comment(required(handle, scriptId, thread), id);
        });
  }

  /** The same with a checked body; the number of the comment. */
  long reply(Handle handle, String scriptId, long thread, Commenter by, String body) {
    CommentThread found = required(handle, scriptId, thread);
    List<Mention> named = readers.named(scriptId, body);
    long id = store.addComment(handle, thread, by, body, named, now());
    record(handle, AuditAct.COMMENTED, scriptId, by, found.anchor().version());
    return id;
  }

  /**
   * Gives a comment another body; what it said is kept.
   *
   * @throws Problem if it is another's
   */
  public Comment edit(String scriptId, long thread, long comment, Commenter by, String body) {
    String checked = Comment.checkedBody(body);
    return change(scriptId, thread, comment, by, checked, AuditAct.COMMENT_CHANGED);
  }

  /** Takes a comment's body away from all pages; likewise. */
  public void delete(String scriptId, long thread, long comment, Commenter by) {
    change(scriptId, thread, comment, by, null, AuditAct.COMMENT_DELETED);
  }

  private Comment change(
      String scriptId,
      long thread,
      long comment,
      Commenter by,
      @Nullable String body,
      AuditAct act) {
    return database.write(
        handle -> {
          CommentThread found = required(handle, scriptId, thread);
          Comment before = comment(found, comment);
          if (!isBy(before, by)) {
            throw new Problem(
                ProblemKind.FORBIDDEN,
                FilledMessage.of("comments.other_comment", before.by().name()),
                FilledMessage.of("comments.other_comment_next"));
          }
          List<Mention> named = body == null ? List.of() : readers.named(scriptId, body);
          store.change(handle, comment, body, named, now());
          record(handle, act, scriptId, by, found.anchor().version());
          return comment(required(handle, scriptId, thread), comment);
        });
  }

  /** Whether somebody wrote a comment. */
  static boolean isBy(Comment comment, Commenter by) {
    // Where nobody has an account, all comments but those of guests are of whoever uses this
    // computer.
    return Objects.equals(comment.by().account(), by.account()) && !comment.by().isGuest();
  }

  /** What a comment said before it was edited, oldest first. */
  public List<String> formerBodies(String scriptId, long thread, long comment) {
    return database.read(
        handle ->
            store.formerBodies(handle, comment(required(handle, scriptId, thread), comment).id()));
  }

  /** Says that nothing is left to do; of a resolved thread nothing changes. */
  public CommentThread resolve(String scriptId, long thread, Commenter by) {
    return settle(scriptId, thread, by, true);
  }

  /** Says that something is left to do after all. */
  public CommentThread reopen(String scriptId, long thread, Commenter by) {
    return settle(scriptId, thread, by, false);
  }

  private CommentThread settle(String scriptId, long thread, Commenter by, boolean isResolved) {
    return database.write(
        handle -> {
          CommentThread found = required(handle, scriptId, thread);
          if (found.isResolved() == isResolved) {
            return found;
          }
          store.resolve(handle, thread, isResolved ? resolution(by) : null);
          AuditAct act = isResolved ? AuditAct.THREAD_RESOLVED : AuditAct.THREAD_REOPENED;
          record(handle, act, scriptId, by, found.anchor().version());
          return required(handle, scriptId, thread);
        });
  }

  private Resolution resolution(Commenter by) {
    return new Resolution(now(), by.name().isEmpty() ? null : by.name());
  }

  /**
   * Refuses threads that the script has not.
   *
   * @throws InvalidInputException naming the field
   */
  public void check(String scriptId, List<Long> threads, String field) {
    database.read(
        handle -> {
          for (long thread : threads) {
            if (store.find(handle, scriptId, thread).isEmpty()) {
              throw new InvalidInputException(
                  field, FilledMessage.of("comments.no_thread", scriptId, Long.toString(thread)));
            }
          }
          return null;
        });
  }

  /** Says that a version answers threads, which stay open until a person resolves them. */
  public void address(String scriptId, int versionNumber, List<Long> threads) {
    database.write(
        handle -> {
          threads.forEach(thread -> store.address(handle, thread, versionNumber));
          return null;
        });
  }

  /** One thread where it stands in a version. */
  public PlacedThread placed(String scriptId, long thread, int version) {
    CommentThread found = database.read(handle -> required(handle, scriptId, thread));
    return place(scriptId, version, List.of(found), false).get(0);
  }

  /** A version of a script. */
  private record ListKey(String scriptId, int version) {}

  /** Threads that were read while the database was in one state. */
  private record ListedThreads(long changeCount, List<PlacedThread> threads) {
    /** About how much memory they take, in bytes. */
    long weight() {
      long weight = 100;
      for (PlacedThread placed : threads) {
        weight += 600L + 2L * placed.thread().anchor().quote().length();
        for (Comment comment : placed.thread().comments()) {
          String body = comment.body();
          weight += 200L + (body == null ? 0 : body.length());
        }
      }
      return weight;
    }
  }

  /** How many threads of a script are not resolved. */
  public int open(String scriptId) {
    return database.read(handle -> store.open(handle, scriptId));
  }

  /** How many of them were started on each of these versions, where there are any. */
  public Map<Integer, Integer> openByVersion(String scriptId) {
    return database.read(handle -> store.openByVersion(handle, scriptId));
  }

  /** The names of all who can be named in comments on a script. */
  List<String> readers(String scriptId) {
    return readers.names(scriptId);
  }

  /**
   * Finds a thread.
   *
   * @throws Problem if the script has none of this number
   */
  CommentThread requireThread(String scriptId, long thread) {
    return database.read(handle -> required(handle, scriptId, thread));
  }

  /** All threads of a script, oldest first. */
  public List<CommentThread> all(String scriptId) {
    return database.read(handle -> store.list(handle, scriptId));
  }

  /** All threads of a script where they stand in a version: in its order, then those without. */
  public List<PlacedThread> placed(String scriptId, int version) {
    // Before any read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    return listed
        .get(
            new ListKey(scriptId, version),
            known -> known.changeCount == changeCount,
            () -> new ListedThreads(changeCount, read(scriptId, version)))
        .threads();
  }

  private List<PlacedThread> read(String scriptId, int version) {
    return inOrder(place(scriptId, version, all(scriptId), false));
  }

  /** The same of threads that are not kept. */
  List<PlacedThread> placedOnce(String scriptId, int version, List<CommentThread> threads) {
    return inOrder(place(scriptId, version, threads, true));
  }

  private static List<PlacedThread> inOrder(List<PlacedThread> threads) {
    List<PlacedThread> placed = new ArrayList<>(threads);
    placed.sort(
        Comparator.comparingInt(
            thread -> thread.range() == null ? Integer.MAX_VALUE : thread.range().start()));
    return List.copyOf(placed);
  }

  /** What placing takes, read in one view. */
  private record VersionSources(ThreadPlaces.ScriptLineage lineage, ScriptText text) {}

  private List<PlacedThread> place(
      String scriptId, int version, List<CommentThread> threads, boolean isOnce) {
    if (threads.isEmpty()) {
      return List.of();
    }
    VersionSources sources =
        passages.view(
            scriptId,
            view ->
                new VersionSources(
                    new ThreadPlaces.ScriptLineage(scriptId, passages.history(view), view.graph()),
                    view.content(version)));
    Map<Long, Placement> placements =
        isOnce
            ? places.once(sources.lineage, version, threads)
            : places.of(sources.lineage, version, threads);
    List<Placement> inOrder = threads.stream().map(thread -> placements.get(thread.id())).toList();
    List<@Nullable CodePointRange> ranges = PointRanges.of(sources.text, inOrder);
    List<PlacedThread> placed = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      @Nullable ByteRange bytes = inOrder.get(i).bytes();
      @Nullable String text = bytes == null ? null : text(sources.text, bytes);
      placed.add(new PlacedThread(threads.get(i), inOrder.get(i), ranges.get(i), text));
    }
    return placed;
  }

  private static String text(ScriptText text, ByteRange bytes) {
    return new String(text.read(), bytes.start(), bytes.length(), StandardCharsets.UTF_8);
  }

  private CommentThread required(Handle handle, String scriptId, long thread) {
    return store
        .find(handle, scriptId, thread)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_FOUND,
                    FilledMessage.of("comments.no_thread", scriptId, Long.toString(thread))));
  }

  private static Comment comment(CommentThread thread, long id) {
    return thread.comments().stream()
        .filter(comment -> comment.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_FOUND,
                    FilledMessage.of("comments.no_comment", Long.toString(id))));
  }

  private void record(
      Handle handle, AuditAct act, String scriptId, Commenter by, int versionNumber) {
    AuditEvent event = AuditEvent.of(act, scriptId, "").onVersion(versionNumber);
    auditLog.record(handle, by.name().isEmpty() ? event : event.inTheNameOf(by.name()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

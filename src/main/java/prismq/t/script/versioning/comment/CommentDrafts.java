package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Threads.ChosenWords;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Comments that are kept until they are sent, all at once or one alone. No page that is kept shows
 * any, so that writing one leaves such pages as they are. Safe for use by several threads.
 */
public final class CommentDrafts {
  /** How many a person may have in a script: a bound for a broken program. */
  static final int MOST = 1_000;

  private final Database database;
  private final Threads threads;
  private final CommentDraftStore store = new CommentDraftStore();

  /** Keeps them in this database, and sends them to these threads. */
  public CommentDrafts(Database database, Threads threads) {
    this.database = database;
    this.threads = threads;
  }

  /**
   * What was sent.
   *
   * @param threads the numbers of those that were started, in order
   * @param replies number of comments in threads that were there
   */
  public record SentReview(List<Long> threads, int replies) {}

  /** Keeps what would start a thread on words of a version; refuses as {@link Threads#start}. */
  public CommentDraft keep(
      String scriptId,
      Function<ScriptView, Version> version,
      ChosenWords words,
      Commenter by,
      String body) {
    String checked = Comment.checkedBody(body);
    Anchor anchor = threads.anchor(scriptId, version, words);
    return keep(scriptId, anchor, null, by, checked);
  }

  /** Keeps a reply to a thread. */
  public CommentDraft keepReply(String scriptId, long thread, Commenter by, String body) {
    String checked = Comment.checkedBody(body);
    threads.requireThread(scriptId, thread);
    return keep(scriptId, null, thread, by, checked);
  }

  private CommentDraft keep(
      String scriptId, @Nullable Anchor anchor, @Nullable Long thread, Commenter by, String body) {
    return database.writeUncounted(
        handle -> {
          if (store.list(handle, scriptId, by).size() >= MOST) {
            throw new Problem(
                ProblemKind.INVALID_INPUT, FilledMessage.of("comments.too_many_drafts", MOST));
          }
          long id = store.add(handle, scriptId, anchor, thread, by, body, threads.now());
          return find(handle, scriptId, by, id);
        });
  }

  /** Somebody's drafts in a script, oldest first. */
  public List<CommentDraft> list(String scriptId, Commenter by) {
    return database.read(handle -> store.list(handle, scriptId, by));
  }

  /** Gives a draft another body. */
  public CommentDraft edit(String scriptId, long draft, Commenter by, String body) {
    String checked = Comment.checkedBody(body);
    return database.writeUncounted(
        handle -> {
          store.change(handle, scriptId, by, draft, checked);
          return find(handle, scriptId, by, draft);
        });
  }

  /** Drops a draft. */
  public void discard(String scriptId, long draft, Commenter by) {
    database.writeUncounted(
        handle -> {
          find(handle, scriptId, by, draft);
          return store.remove(handle, scriptId, by, draft);
        });
  }

  /** Sends one draft alone. */
  public SentReview sendOne(String scriptId, long draft, Commenter by) {
    return database.write(
        handle -> sent(handle, scriptId, by, List.of(find(handle, scriptId, by, draft))));
  }

  /** Sends all of somebody's drafts in a script, in the order in which they were written. */
  public SentReview send(String scriptId, Commenter by) {
    return database.write(handle -> sent(handle, scriptId, by, store.list(handle, scriptId, by)));
  }

  private SentReview sent(Handle handle, String scriptId, Commenter by, List<CommentDraft> drafts) {
    List<Long> started = new ArrayList<>();
    for (CommentDraft draft : drafts) {
      if (draft.anchor() != null) {
        started.add(threads.start(handle, scriptId, draft.anchor(), draft.by(), draft.body()));
      } else if (draft.thread() != null) {
        threads.reply(handle, scriptId, draft.thread(), draft.by(), draft.body());
      }
      store.remove(handle, scriptId, by, draft.id());
    }
    return new SentReview(started, drafts.size() - started.size());
  }

  private CommentDraft find(Handle handle, String scriptId, Commenter by, long draft) {
    return store.list(handle, scriptId, by).stream()
        .filter(own -> own.id() == draft)
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.NOT_FOUND,
                    FilledMessage.of("comments.no_draft", Long.toString(draft))));
  }

  /** Those that would start threads, where they stand in a version. */
  List<PlacedThread> placed(String scriptId, int version, List<CommentDraft> drafts) {
    List<CommentThread> wouldStart = new ArrayList<>();
    for (CommentDraft draft : drafts) {
      if (draft.anchor() != null) {
        wouldStart.add(CommentDraft.asThread(draft, draft.anchor()));
      }
    }
    return threads.placedOnce(scriptId, version, wouldStart);
  }
}

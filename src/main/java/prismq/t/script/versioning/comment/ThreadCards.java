package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Urls;

/** Makes cards of threads for whoever looks at them beside some text. */
final class ThreadCards {
  private final String scriptId;
  private final ShownVersions shown;
  private final Commenter looking;
  private final Map<Integer, Version> removers;
  private final Map<Long, List<CommentDraft>> draftReplies = new HashMap<>();
  private final TypedReply typed;

  /**
   * What was typed as a reply to a thread and could not be saved.
   *
   * @param thread 0 for none
   */
  record TypedReply(long thread, String body) {
    static final TypedReply NONE = new TypedReply(0, "");
  }

  private ThreadCards(
      String scriptId,
      ShownVersions shown,
      Commenter looking,
      Map<Integer, Version> removers,
      TypedReply typed) {
    this.scriptId = scriptId;
    this.shown = shown;
    this.looking = looking;
    this.removers = removers;
    this.typed = typed;
  }

  /** Cards of these threads, with those of the drafts that answer them. */
  static ThreadCards of(
      VersionManager versionManager,
      String scriptId,
      ShownVersions shown,
      Commenter looking,
      List<PlacedThread> threads,
      List<CommentDraft> drafts,
      TypedReply typed) {
    ThreadCards cards =
        new ThreadCards(
            scriptId, shown, looking, removers(versionManager, scriptId, threads), typed);
    for (CommentDraft draft : drafts) {
      if (draft.thread() != null) {
        cards.draftReplies.computeIfAbsent(draft.thread(), id -> new ArrayList<>()).add(draft);
      }
    }
    return cards;
  }

  ThreadCard card(PlacedThread placed) {
    long id = placed.thread().id();
    return new ThreadCard(
        scriptId,
        shown,
        placed,
        looking,
        removers.get(placed.placement().goneIn()),
        typed.thread() == id ? typed.body() : "",
        draftReplies.getOrDefault(id, List.of()));
  }

  /** What a comment says, as HTML; it was not deleted. */
  String said(Comment comment) {
    return said(comment, scriptId, shown);
  }

  /** The same, with links to what those whom it names wrote. */
  static String said(Comment comment, String scriptId, ShownVersions shown) {
    return CommentMarkdown.html(
        String.valueOf(comment.body()),
        comment.mentions(),
        name -> Urls.with(Urls.comments(scriptId, shown.version()), Map.of("by", name)));
  }

  /** The versions that took words away, by number, but for damaged ones. */
  private static Map<Integer, Version> removers(
      VersionManager versionManager, String scriptId, List<PlacedThread> placed) {
    List<Integer> numbers =
        placed.stream()
            .map(thread -> thread.placement().goneIn())
            .filter(number -> number > 0)
            .distinct()
            .toList();
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return versionManager.view(scriptId, view -> readable(view, numbers));
  }

  private static SortedMap<Integer, Version> readable(ScriptView view, List<Integer> numbers) {
    try {
      return view.versions(numbers);
    } catch (DamagedVersionException e) {
      return new TreeMap<>();
    }
  }
}

package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.comment.ThreadCards.TypedReply;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the comments of a script beside the text of one of its versions. */
public final class CommentsPage {
  private static final int THREADS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final Threads threads;
  private final CommentDrafts drafts;
  private final Suggestions suggestions;
  private final Pages pages;

  CommentsPage(
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
   * @param html the text with its marks, all text escaped
   * @param placed the threads that have a place, those without are in others
   * @param drafts what whoever looks has not sent yet
   * @param all number of threads of the script
   * @param openSuggestions number of suggestions for it that nobody decided on
   * @param people the names of all who commented
   * @param versions the versions that were commented on
   * @param readers the names of people who can be named
   * @param part which part of the threads is shown, from 1
   * @param errors what to mend in the form, by field
   */
  record Model(
      Script script,
      Version version,
      ScriptText text,
      String html,
      List<ThreadCard> placed,
      List<ThreadCard> others,
      List<DraftCard> drafts,
      int all,
      int openSuggestions,
      SortedSet<String> people,
      SortedSet<Integer> versions,
      int part,
      int parts,
      ThreadChoice choice,
      boolean mayComment,
      List<String> readers,
      NewThreadForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.comments(script.scriptId(), version.versionNumber());
    }

    public String suggestionsUrl() {
      return Urls.suggestions(script.scriptId(), version.versionNumber());
    }

    public String versionUrl() {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public @Nullable String earlierUrl() {
      return version.versionNumber() == 1
          ? null
          : Urls.comments(script.scriptId(), version.versionNumber() - 1);
    }

    public @Nullable String laterUrl() {
      return version.versionNumber() == script.latestVersion()
          ? null
          : Urls.comments(script.scriptId(), version.versionNumber() + 1);
    }

    public List<ThreadFilter> filters() {
      return Arrays.asList(ThreadFilter.values());
    }

    public String filterUrl(ThreadFilter other) {
      return choice.with(other).addTo(url());
    }

    public @Nullable String beforeUrl() {
      return part == 1 ? null : choice.addTo(url(), part - 1);
    }

    public @Nullable String afterUrl() {
      return part == parts ? null : choice.addTo(url(), part + 1);
    }

    public String sendUrl() {
      return Urls.commentDrafts(script.scriptId()) + "/send";
    }

    public boolean isEmpty() {
      return text.display().isEmpty();
    }

    /** Whether the text is a screenplay, which is read in a typewriter face. */
    public boolean isFountain() {
      return script.isScreenplay(text);
    }

    public int lines() {
      return text.lineCount();
    }
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/comments}. */
  public void show(Context context) {
    NewThreadForm form = NewThreadForm.empty(AuthorName.known(context));
    int version = CommentRequest.version(context);
    pages.answer(
        context,
        200,
        "comment/comments",
        model(context, version, form, TypedReply.NONE, Map.of(), null));
  }

  /** Leads to where a thread stands in the latest version. */
  public void find(Context context) {
    String scriptId = CommentRequest.scriptId(context);
    long thread = threads.requireThread(scriptId, CommentRequest.thread(context)).id();
    int latest = versionManager.script(scriptId).latestVersion();
    context.redirect(Urls.thread(scriptId, latest, thread));
  }

  /** Answers a form where something could not be done. */
  void again(
      Context context,
      int status,
      int version,
      NewThreadForm form,
      TypedReply typed,
      Map<String, String> errors,
      @Nullable String notice) {
    pages.answer(
        context, status, "comment/comments", model(context, version, form, typed, errors, notice));
  }

  /** What is read of a script for the page. */
  private record CommentedVersion(Script script, Version version, ScriptText text) {}

  private CommentedVersion read(Context context, int versionNumber) {
    return versionManager.view(
        CommentRequest.scriptId(context),
        view -> {
          if (versionNumber == 0) {
            throw NotFoundException.version(
                view.script(), "“" + context.pathParam("version_number") + "”");
          }
          return new CommentedVersion(
              view.script(), view.version(versionNumber), view.content(versionNumber));
        });
  }

  /** One page of the threads that were asked for. */
  private record ListedPart(List<PlacedThread> threads, int part, int parts) {
    static ListedPart of(Context context, List<PlacedThread> found) {
      int parts = Math.max(1, (found.size() + THREADS_A_PAGE - 1) / THREADS_A_PAGE);
      int asked = Parameters.number(context, "part", 1, 1, Integer.MAX_VALUE);
      int wanted = Parameters.number(context, "thread", 0, 0, Integer.MAX_VALUE);
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i).thread().id() == wanted) {
          asked = i / THREADS_A_PAGE + 1;
        }
      }
      int part = Math.min(asked, parts);
      int first = part * THREADS_A_PAGE - THREADS_A_PAGE;
      int end = Math.min(found.size(), first + THREADS_A_PAGE);
      return new ListedPart(found.subList(first, end), part, parts);
    }
  }

  private Model model(
      Context context,
      int versionNumber,
      NewThreadForm form,
      TypedReply typed,
      Map<String, String> errors,
      @Nullable String notice) {
    String scriptId = CommentRequest.scriptId(context);
    CommentedVersion read = read(context, versionNumber);
    Commenter looking = CommentRequest.looking(context);
    boolean mayComment = Access.may(Requester.of(context), Right.COMMENT, Thing.of(context));
    ShownVersions shown = new ShownVersions(versionNumber, 0);
    List<PlacedThread> all = threads.placed(scriptId, versionNumber);
    ThreadChoice choice = ThreadChoice.of(context);
    ListedPart listed = ListedPart.of(context, choice.of(all, looking));
    List<CommentDraft> own = drafts.list(scriptId, looking);
    ThreadCards cards =
        ThreadCards.of(versionManager, scriptId, shown, looking, listed.threads, own, typed);
    Map<Boolean, List<ThreadCard>> byPlace =
        listed.threads.stream()
            .map(cards::card)
            .collect(Collectors.partitioningBy(ThreadCard::hasPlace));
    return new Model(
        read.script,
        read.version,
        read.text,
        RemarkedText.html(read.text, listed.threads),
        byPlace.getOrDefault(true, List.of()),
        byPlace.getOrDefault(false, List.of()),
        own.stream().map(draft -> new DraftCard(scriptId, shown, draft)).toList(),
        all.size(),
        suggestions.open(scriptId),
        people(all),
        versions(all),
        listed.part,
        listed.parts,
        choice,
        mayComment,
        mayComment ? threads.readers(scriptId) : List.of(),
        form,
        errors,
        notice);
  }

  private static SortedSet<String> people(List<PlacedThread> threads) {
    return threads.stream()
        .flatMap(placed -> placed.thread().comments().stream())
        .map(comment -> comment.by().name())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<Integer> versions(List<PlacedThread> threads) {
    return threads.stream()
        .map(placed -> placed.thread().anchor().version())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

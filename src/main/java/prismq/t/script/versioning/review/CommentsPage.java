package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The page with the comments of a script beside the text of one of its versions. */
public final class CommentsPage {
  private static final FormFields FIELDS =
      FormFields.of("body", "author", "first_line", "last_line");

  private static final int THREADS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final Threads threads;
  private final Pages pages;

  /** Reads versions by the version manager; all else is done by the threads. */
  public CommentsPage(VersionManager versionManager, Threads threads, Pages pages) {
    this.versionManager = versionManager;
    this.threads = threads;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param html the text with its marks, all text escaped
   * @param placed the threads that have a place, those without are in others
   * @param all number of threads of the script
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
      int all,
      int part,
      int parts,
      ThreadFilter filter,
      boolean mayComment,
      NewThreadForm form,
      Map<String, String> errors,
      @Nullable String notice) {
    public String url() {
      return Urls.comments(script.scriptId(), version.versionNumber());
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
      return Urls.with(url(), Map.of("show", other.word()));
    }

    public @Nullable String beforeUrl() {
      return part == 1 ? null : partUrl(part - 1);
    }

    public @Nullable String afterUrl() {
      return part == parts ? null : partUrl(part + 1);
    }

    private String partUrl(int number) {
      return Urls.with(
          url(), new TreeMap<>(Map.of("show", filter.word(), "part", Integer.toString(number))));
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
    pages.answer(
        context,
        200,
        "review/comments",
        model(context, version(context), form, Map.of(), null, null));
  }

  /** Starts a thread, or shows the form again with its errors. */
  public void start(Context context) {
    NewThreadForm form = NewThreadForm.sent(context);
    int version = version(context);
    FIELDS.attempt(
        () -> {
          Commenter by = commenter(context, form.author());
          PlacedThread started =
              threads.start(
                  scriptId(context), view -> view.version(version), form::words, by, form.body());
          AuthorName.remember(context, by.name());
          go(context, version, started.thread().id());
        },
        problem -> again(context, version, form, problem, null));
  }

  /** Adds a comment to a thread, or shows what was typed again. */
  public void reply(Context context) {
    String body = SentForm.stripped(context, "body");
    act(
        context,
        new TypedReply(thread(context), body),
        by -> {
          threads.reply(scriptId(context), thread(context), by, body);
          AuthorName.remember(context, by.name());
        });
  }

  /** Gives one's own comment another body. */
  public void edit(Context context) {
    String body = SentForm.stripped(context, "body");
    act(
        context,
        null,
        by ->
            threads.edit(
                scriptId(context), thread(context), number(context, "comment_id"), by, body));
  }

  /** Deletes one's own comment. */
  public void delete(Context context) {
    act(
        context,
        null,
        by ->
            threads.delete(scriptId(context), thread(context), number(context, "comment_id"), by));
  }

  /** Says that nothing is left to do. */
  public void resolve(Context context) {
    act(context, null, by -> threads.resolve(scriptId(context), thread(context), by));
  }

  /** Says that something is left to do after all. */
  public void reopen(Context context) {
    act(context, null, by -> threads.reopen(scriptId(context), thread(context), by));
  }

  /** What was typed as a reply to a thread. */
  private record TypedReply(long thread, String body) {}

  /** What is done to a thread by somebody. */
  private interface ThreadAct {
    void by(Commenter commenter);
  }

  private void act(Context context, @Nullable TypedReply typed, ThreadAct act) {
    int version = SentForm.versionNumber(context, "version");
    NewThreadForm form = NewThreadForm.empty(AuthorName.known(context));
    FIELDS.attempt(
        () -> {
          act.by(
              typed == null
                  ? new Commenter(AuthorName.known(context), account(context))
                  : commenter(context, AuthorName.sent(context)));
          go(context, version, thread(context));
        },
        problem -> again(context, version, form, problem, typed));
  }

  private void again(
      Context context,
      int version,
      NewThreadForm form,
      FormProblem problem,
      @Nullable TypedReply typed) {
    boolean isOfForm = typed == null && !problem.errors().isEmpty();
    Map<String, String> errors = isOfForm ? problem.errors() : Map.of();
    String notice = isOfForm ? null : problem.problem().withOutcome();
    pages.answer(
        context,
        problem.status(),
        "review/comments",
        model(context, version, form, errors, notice, typed));
  }

  private static void go(Context context, int version, long thread) {
    context.redirect(Urls.thread(scriptId(context), version, thread), HttpStatus.SEE_OTHER);
  }

  private static Commenter commenter(Context context, String name) {
    return new Commenter(Author.named(name).name(), account(context));
  }

  private static @Nullable Long account(Context context) {
    return Requester.of(context) instanceof SignedIn signedIn ? signedIn.account().id() : null;
  }

  private static String scriptId(Context context) {
    return context.pathParam("script_id");
  }

  private static int version(Context context) {
    String number = context.pathParam("version_number");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  private static long thread(Context context) {
    return number(context, "thread_id");
  }

  private static long number(Context context, String name) {
    String number = context.pathParam(name);
    if (!number.matches("\\d{1,15}")) {
      throw new Problem(
          ProblemKind.NOT_FOUND, FilledMessage.of("review.no_thread", scriptId(context), number));
    }
    return Long.parseLong(number);
  }

  /** What is read of a script for the page. */
  private record CommentedVersion(Script script, Version version, ScriptText text) {}

  private Model model(
      Context context,
      int versionNumber,
      NewThreadForm form,
      Map<String, String> errors,
      @Nullable String notice,
      @Nullable TypedReply typed) {
    String scriptId = scriptId(context);
    CommentedVersion shown =
        versionManager.view(
            scriptId,
            view -> {
              if (versionNumber == 0) {
                throw NotFoundException.version(
                    view.script(), "“" + context.pathParam("version_number") + "”");
              }
              return new CommentedVersion(
                  view.script(), view.version(versionNumber), view.content(versionNumber));
            });
    Commenter looking = new Commenter(AuthorName.known(context), account(context));
    List<PlacedThread> all = threads.placed(scriptId, versionNumber);
    ThreadFilter filter = ThreadFilter.of(context);
    List<PlacedThread> found = filter.of(all, looking);
    int parts = Math.max(1, (found.size() + THREADS_A_PAGE - 1) / THREADS_A_PAGE);
    int part = Parameters.number(context, "part", 1, 1, Integer.MAX_VALUE);
    int first = Math.min(part, parts) * THREADS_A_PAGE - THREADS_A_PAGE;
    List<PlacedThread> listed =
        found.subList(first, Math.min(found.size(), first + THREADS_A_PAGE));
    Map<Integer, Version> removers = removers(scriptId, listed);
    Map<Boolean, List<ThreadCard>> cards =
        listed.stream()
            .map(
                placed ->
                    new ThreadCard(
                        scriptId,
                        versionNumber,
                        placed,
                        looking,
                        removers.get(placed.placement().goneIn()),
                        typed != null && typed.thread == placed.thread().id() ? typed.body : ""))
            .collect(Collectors.partitioningBy(ThreadCard::hasPlace));
    return new Model(
        shown.script,
        shown.version,
        shown.text,
        RemarkedText.html(shown.text, listed),
        cards.getOrDefault(true, List.of()),
        cards.getOrDefault(false, List.of()),
        all.size(),
        Math.min(part, parts),
        parts,
        filter,
        Access.may(Requester.of(context), Right.COMMENT, Thing.of(context)),
        form,
        errors,
        notice);
  }

  /** The versions that took words away, by number, but for damaged ones. */
  private Map<Integer, Version> removers(String scriptId, List<PlacedThread> placed) {
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

package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.comment.SuggestionAcceptance;
import prismq.t.script.versioning.comment.Suggestions;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.reading.TextLayout;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.ShownReadMark;
import prismq.t.script.versioning.readmark.UnreadPassages;
import prismq.t.script.versioning.readmark.UnreadWording;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.GuestVerdicts;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.ShownReview;
import prismq.t.script.versioning.token.TokenSave;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** The page of one version, and its exact bytes. */
public final class VersionPage {
  private static final String TEMPLATE = "script/version";

  private final VersionManager versionManager;
  private final Tokens tokens;
  private final Threads threads;
  private final Suggestions suggestions;
  private final Reviews reviews;
  private final GuestVerdicts guestVerdicts;
  private final ReadMarks readMarks;
  private final UnreadWording unreadWording;
  private final Pages pages;

  /**
   * Reads versions from the version manager.
   *
   * @param tokens tell which of them saved a version
   * @param threads are counted
   * @param suggestions likewise
   * @param reviews tell what was said of a version
   * @param guestVerdicts likewise, by guests of share links
   * @param readMarks tell who has read it
   * @param unreadWording tells what of it is new to them
   */
  public VersionPage(
      VersionManager versionManager,
      Tokens tokens,
      Threads threads,
      Suggestions suggestions,
      Reviews reviews,
      GuestVerdicts guestVerdicts,
      ReadMarks readMarks,
      UnreadWording unreadWording,
      Pages pages) {
    this.versionManager = versionManager;
    this.tokens = tokens;
    this.threads = threads;
    this.suggestions = suggestions;
    this.reviews = reviews;
    this.guestVerdicts = guestVerdicts;
    this.readMarks = readMarks;
    this.unreadWording = unreadWording;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param labels the names of its labels
   * @param branchHead the head of the version's branch
   * @param otherBranch where the version can be restored although it is the head of its own branch;
   *     null if there is no other branch
   * @param mergedWith what it was merged with as it was saved, in a sentence; null for nothing
   * @param savedBy the token that saved it; null where none did
   * @param openThreads number of threads of the script that are not resolved
   * @param openSuggestions number of suggestions for it that nobody decided on
   * @param reviews of it: the newest one, and those that are still open, newest first
   * @param guestVerdicts what guests of share links decided about it
   * @param layout how the text is shown
   * @param mark whether whoever sees it has read it; null where nobody has an account
   * @param unread what of it is new to them; null where nothing is told apart
   */
  record Model(
      Script script,
      Version version,
      List<String> labels,
      ScriptText text,
      int branchHead,
      @Nullable String otherBranch,
      @Nullable String mergedWith,
      @Nullable TokenSave savedBy,
      int openThreads,
      int openSuggestions,
      List<ShownReview> reviews,
      List<GuestVerdict> guestVerdicts,
      TextLayout layout,
      @Nullable ShownReadMark mark,
      @Nullable UnreadPassages unread) {
    /** The same with what others say of it, and its text laid out. */
    private Model with(
        @Nullable TokenSave token,
        int threads,
        int suggested,
        List<ShownReview> shown,
        List<GuestVerdict> ofGuests,
        @Nullable ShownReadMark read,
        @Nullable UnreadPassages notRead) {
      return new Model(
          script,
          version,
          labels,
          text,
          branchHead,
          otherBranch,
          mergedWith,
          token,
          threads,
          suggested,
          shown,
          ofGuests,
          layout.laidOut(text),
          read,
          notRead);
    }

    public boolean isHead() {
      return version.versionNumber() == branchHead;
    }

    public boolean isEmpty() {
      return text.display().isEmpty();
    }

    /** The text, escaped here because templates would take far longer to escape a long one. */
    public String bodyHtml() {
      return new Html().text(text.display()).toString();
    }

    /** Whether the text is a screenplay, which is read in a typewriter face. */
    public boolean isFountain() {
      return script.isScreenplay(text);
    }

    /** This page with the text in another view. */
    public String viewUrl(String view) {
      return ownUrl() + "?view=" + view;
    }

    /** This page with a screenplay broken into pages, or as it is without that. */
    public String breaksUrl() {
      return ownUrl() + "?view=page" + (layout.isBroken() ? "" : "&breaks=show");
    }

    private String ownUrl() {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    /** The search, with this script chosen already. */
    public String searchUrl() {
      return Urls.search("script:" + script.scriptId() + " ");
    }

    /** The screenplay on paper. */
    public String screenplayPdfUrl() {
      return Urls.screenplayPdf(script.scriptId(), version.versionNumber(), false);
    }

    public String revisionsUrl() {
      return Urls.revisions(script.scriptId());
    }

    public String contentUrl() {
      return Urls.content(script.scriptId(), version.versionNumber());
    }

    public String shareUrl() {
      return Urls.share(script.scriptId()) + "?version=" + version.versionNumber();
    }

    public String annotateUrl() {
      return Urls.annotate(script.scriptId(), version.versionNumber());
    }

    public String statisticsUrl() {
      return Urls.statistics(script.scriptId(), version.versionNumber());
    }

    public String suggestionsUrl() {
      return Urls.suggestions(script.scriptId(), version.versionNumber());
    }

    public String commentsUrl() {
      return Urls.comments(script.scriptId(), version.versionNumber());
    }

    /** Where the notes of the margin come from. */
    public String threadsUrl() {
      return Urls.threads(script.scriptId(), version.versionNumber());
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String editUrl() {
      return Urls.edit(script.scriptId(), version.versionNumber());
    }

    /** Null where there is no branch that has another text. */
    public @Nullable String rollbackUrl() {
      if (!isHead()) {
        return Urls.rollback(script.scriptId(), version.versionNumber());
      }
      return otherBranch == null
          ? null
          : Urls.rollback(script.scriptId(), version.versionNumber(), otherBranch);
    }

    public String branchUrl() {
      return Urls.branch(script.scriptId(), version.branchNumber());
    }

    /** Leads to copying its change to another branch; null if there is no other. */
    public @Nullable String pickUrl() {
      return otherBranch == null ? null : Urls.pick(script.scriptId(), version.versionNumber());
    }

    public String labelsUrl() {
      return Urls.labelled(script.scriptId(), version.versionNumber());
    }

    public String labelUrl() {
      return Urls.label(script.scriptId(), version.versionNumber());
    }

    /** The form to ask for a review of it. */
    public String askForReviewUrl() {
      return Urls.askForReview(script.scriptId(), version.versionNumber());
    }

    public String reviewReportUrl() {
      return Urls.reviewReport(script.scriptId(), version.versionNumber());
    }

    public String branchOffUrl() {
      return Urls.branchOff(script.scriptId(), version.versionNumber());
    }

    public String versionUrl(int versionNumber) {
      return Urls.version(script.scriptId(), versionNumber);
    }

    public @Nullable String changesUrl() {
      Integer parent = version.parentVersion();
      return parent == null
          ? null
          : Urls.compare(script.scriptId(), parent, version.versionNumber());
    }

    public @Nullable String undoUrl() {
      return version.parentVersion() == null
          ? null
          : Urls.undo(script.scriptId(), version.versionNumber());
    }

    public @Nullable String sinceUrl() {
      return isHead() ? null : Urls.compare(script.scriptId(), version.versionNumber(), branchHead);
    }

    public @Nullable String earlierUrl() {
      return version.versionNumber() == 1 ? null : versionUrl(version.versionNumber() - 1);
    }

    public @Nullable String laterUrl() {
      return version.versionNumber() == script.latestVersion()
          ? null
          : versionUrl(version.versionNumber() + 1);
    }

    /** The suggestions that it was made of, by their numbers; null where it was not. */
    public @Nullable String acceptedSuggestions() {
      return version.metadata().values().get(SuggestionAcceptance.SUGGESTIONS)
              instanceof List<?> numbers
          ? numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
          : null;
    }

    /** Who accepted them; null where nobody said. */
    public @Nullable Object acceptedBy() {
      return version.metadata().values().get(SuggestionAcceptance.ACCEPTED_BY);
    }

    /** The metadata that has no place of its own on the page. */
    public List<Map.Entry<String, Object>> otherMetadata() {
      List<String> known =
          List.of(
              "review_score",
              "length_seconds",
              "notes",
              "source",
              "model",
              RebaseHandler.WRITTEN_ON,
              Metadata.TEXT_ENCODING,
              SuggestionAcceptance.ACCEPTED_BY,
              SuggestionAcceptance.SUGGESTIONS);
      return version.metadata().values().entrySet().stream()
          .filter(entry -> !known.contains(entry.getKey()))
          .toList();
    }
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}}. */
  public void show(Context context) {
    TextLayout layout = TextLayout.asked(context);
    @Nullable ShownReadMark mark = mark(context);
    @Nullable UnreadPassages unread = mark == null ? null : unread(context, mark);
    if (isAsked(context)) {
      // With a form that is filled in for this person.
      Requester requester = Requester.of(context);
      Object model =
          model(context, layout, mark, unread, review -> ShownReview.of(review, requester));
      pages.answer(context, 200, TEMPLATE, model);
    } else {
      pages.show(
          context,
          TEMPLATE,
          layout.view().parameter()
              + (mark == null ? "" : mark.key())
              + (unread == null ? "" : unread.toString()),
          () -> model(context, layout, mark, unread, ShownReview::toAll));
    }
  }

  private @Nullable ShownReadMark mark(Context context) {
    String number = context.pathParam("version_number");
    return number.matches("\\d{1,9}")
        ? ShownReadMark.of(
            readMarks,
            Requester.of(context),
            context.pathParam("script_id"),
            Integer.parseInt(number),
            context.path())
        : null;
  }

  private @Nullable UnreadPassages unread(Context context, ShownReadMark mark) {
    try {
      return unreadWording.of(Requester.of(context), mark.scriptId(), mark.versionNumber());
    } catch (NotFoundException | DamagedVersionException e) {
      // Its page says so.
      return null;
    }
  }

  /** Whether whoever asks is to give a verdict on the version. */
  private boolean isAsked(Context context) {
    String number = context.pathParam("version_number");
    return Requester.of(context) instanceof Requester.SignedIn signedIn
        && number.matches("\\d{1,9}")
        && reviews.isAsked(
            context.pathParam("script_id"), Integer.parseInt(number), signedIn.account().id());
  }

  private Model model(
      Context context,
      TextLayout layout,
      @Nullable ShownReadMark mark,
      @Nullable UnreadPassages unread,
      Function<ReviewView, ShownReview> shown) {
    Model model =
        versionManager.view(context.pathParam("script_id"), view -> model(view, context, layout));
    String scriptId = model.version.scriptId();
    int number = model.version.versionNumber();
    return model.with(
        tokens.savedBy(scriptId, number).orElse(null),
        threads.open(scriptId),
        suggestions.open(scriptId),
        reviews.besideVersion(scriptId, number).stream().map(shown).toList(),
        guestVerdicts.ofVersion(scriptId, number),
        mark,
        unread);
  }

  private static Model model(ScriptView view, Context context, TextLayout layout) {
    Version version = version(view, context);
    ScriptText text = view.content(version.versionNumber());
    TextFormat format = TextFormat.of(view.script().format(), text);
    Integer head = view.branch(version.branch()).headVersion();
    return new Model(
        view.script(),
        version,
        new VersionLabels(view.labels()).of(version.versionNumber()),
        text,
        head == null ? version.versionNumber() : head,
        otherBranch(view, version),
        MergedWith.of(view, version),
        null,
        0,
        0,
        List.of(),
        List.of(),
        layout.of(format, before(view, version, format), view.script().wordsPerMinute()),
        null,
        null);
  }

  /** The text that its scenes are compared with; null for none. */
  private static @Nullable ScriptText before(ScriptView view, Version version, TextFormat format) {
    @Nullable Integer parent = version.parentVersion();
    if (parent == null || !format.hasPages()) {
      return null;
    }
    try {
      return view.content(parent);
    } catch (DamagedVersionException e) {
      // The version itself can be read; what is wrong with the other one is told on its own page.
      return null;
    }
  }

  private static @Nullable String otherBranch(ScriptView view, Version version) {
    return view.branches().stream()
        .filter(branch -> branch.branchNumber() != version.branchNumber() && !branch.isArchived())
        .map(Branch::name)
        .findFirst()
        .orElse(null);
  }

  /** Answers with the exact bytes, as a file that is saved and not shown. */
  public void content(Context context) {
    ScriptText text =
        versionManager.view(
            context.pathParam("script_id"),
            view -> {
              int number = version(view, context).versionNumber();
              ScriptText content = view.content(number);
              String fileName = view.scriptId() + "-v" + number + ".txt";
              context.header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
              return content;
            });
    context.contentType("text/plain; charset=" + text.encoding().header()).result(text.bytes());
  }

  private static Version version(ScriptView view, Context context) {
    String number = context.pathParam("version_number");
    if (!number.matches("\\d{1,9}")) {
      throw NotFoundException.version(view.script(), "“" + number + "”");
    }
    return view.version(Integer.parseInt(number));
  }
}

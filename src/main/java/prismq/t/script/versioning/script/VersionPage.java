package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.comment.Suggestions;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.reading.TextLayout;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.ShownReadMark;
import prismq.t.script.versioning.readmark.UnreadPassages;
import prismq.t.script.versioning.readmark.UnreadWording;
import prismq.t.script.versioning.review.GuestVerdicts;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.ShownReview;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.Pages;

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

  private VersionModel model(
      Context context,
      TextLayout layout,
      @Nullable ShownReadMark mark,
      @Nullable UnreadPassages unread,
      Function<ReviewView, ShownReview> shown) {
    VersionModel model =
        versionManager.view(context.pathParam("script_id"), view -> model(view, context, layout));
    String scriptId = model.version().scriptId();
    int number = model.version().versionNumber();
    return model.with(
        tokens.savedBy(scriptId, number).orElse(null),
        threads.open(scriptId),
        suggestions.open(scriptId),
        reviews.besideVersion(scriptId, number).stream().map(shown).toList(),
        guestVerdicts.ofVersion(scriptId, number),
        mark,
        unread);
  }

  private static VersionModel model(ScriptView view, Context context, TextLayout layout) {
    Version version = version(view, context);
    ScriptText text = view.content(version.versionNumber());
    TextFormat format = TextFormat.of(view.script().format(), text);
    Integer head = view.branch(version.branch()).headVersion();
    return new VersionModel(
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

package prismq.t.script.versioning.phrase;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.PhraseHistories;
import prismq.t.script.versioning.search.PhraseHistory;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that tells when a phrase came and went, who did it, and what stood there before. */
public final class PhraseHistoryPage {
  private static final String TEMPLATE = "phrase/phrase-history";

  /** So many are told one by one. */
  private static final int MAX_EVENTS = 6;

  private final VersionManager versionManager;
  private final PhraseHistories phraseHistories;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Finds versions by the first two, and shows what they changed by the third. */
  public PhraseHistoryPage(
      VersionManager versionManager,
      PhraseHistories phraseHistories,
      Comparisons comparisons,
      Pages pages) {
    this.versionManager = versionManager;
    this.phraseHistories = phraseHistories;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param problem what to mend in the question; null where it can be answered
   * @param answer null where nothing was asked, and where the phrase is nowhere
   */
  record Model(
      Script script,
      TypedPhrase phrase,
      boolean newestFirst,
      @Nullable String problem,
      @Nullable PhraseAnswer answer) {
    public String url() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    /** A search for its words, none of which is taken for a sign of the search's own. */
    public String searchUrl() {
      return Urls.search(
          Terms.of(phrase.text()).stream()
              .map(Terms.Term::folded)
              .collect(Collectors.joining(" ")));
    }

    /** The same question with case, accents and white space set aside. */
    public String foldedUrl() {
      return Urls.phraseHistory(script.scriptId(), phrase.text(), true);
    }

    /** The history of the script with only the versions that touch the phrase. */
    public String filteredUrl() {
      return Urls.historyOfPassage(script.scriptId(), phrase.text());
    }

    public boolean isNowhere() {
      return problem == null && answer == null && !phrase.isEmpty();
    }
  }

  /** Answers {@code /scripts/{script_id}/phrase-history?q=}. */
  public void show(Context context) {
    boolean fold = Parameters.flag(context, "fold");
    TypedPhrase phrase = TypedPhrase.of(context, "q", fold);
    if (phrase.isTooLong()) {
      pages.answer(context, 400, TEMPLATE, tooLong(context, phrase));
      return;
    }
    pages.show(context, TEMPLATE, () -> model(context, phrase));
  }

  private Model tooLong(Context context, TypedPhrase phrase) {
    Numbers numbers = new Numbers();
    String problem =
        "This passage has "
            + numbers.count(phrase.text().length(), "character")
            + ", and at most "
            + numbers.whole(TypedPhrase.MAX_LENGTH)
            + " can be followed. Leave a part of it out.";
    return new Model(script(context), phrase, isNewestFirst(context), problem, null);
  }

  private Script script(Context context) {
    return versionManager.script(context.pathParam("script_id"));
  }

  private static boolean isNewestFirst(Context context) {
    String order = Parameters.text(context, "order");
    if (order == null || order.equals("oldest") || order.equals("newest")) {
      return "newest".equals(order);
    }
    throw new BadRequestException("The parameter order is oldest or newest, not “" + order + "”.");
  }

  private Model model(Context context, TypedPhrase phrase) {
    String scriptId = context.pathParam("script_id");
    return phraseHistories.view(scriptId, view -> read(view, context, phrase)).get();
  }

  /** Reads all that the model takes, and leaves it to be made without holding the view. */
  private Supplier<Model> read(ScriptView view, Context context, TypedPhrase phrase) {
    Script script = view.script();
    boolean newestFirst = isNewestFirst(context);
    int page = Parameters.number(context, "page", 1, 1, 1_000_000);
    if (phrase.isEmpty()) {
      return () -> new Model(script, phrase, newestFirst, null, null);
    }
    PhraseHistory history = phrase.history(phraseHistories, script.scriptId());
    PhraseLife life = new PhraseLife(view.graph(), history);
    List<Integer> changed = life.changed();
    if (changed.isEmpty()) {
      return () -> new Model(script, phrase, newestFirst, null, null);
    }
    PhrasePaging paging = new PhrasePaging(script.scriptId(), phrase, changed, newestFirst, page);
    Supplier<PhraseAnswer> answer = answer(view, phrase, history.folded(), life, paging);
    return () -> new Model(script, phrase, newestFirst, null, answer.get());
  }

  private Supplier<PhraseAnswer> answer(
      ScriptView view, TypedPhrase phrase, boolean folded, PhraseLife life, PhrasePaging paging) {
    List<Branch> branches = view.branches();
    List<Integer> changed = life.changed();
    List<Integer> toggles =
        changed.stream().filter(version -> life.turn(version).isToggle()).toList();
    boolean isShortened = toggles.size() > MAX_EVENTS;
    List<Integer> told =
        isShortened ? List.of(toggles.get(0), toggles.get(toggles.size() - 1)) : toggles;
    PhraseFinder finder = PhraseFinder.of(phrase, folded);
    String spans = PhraseSpans.sentence(life, branches);
    @Nullable String foldedSpans = folded ? null : foldedSpans(view, phrase, branches, spans);
    List<PhraseAnswer.Event> events =
        told.stream()
            .map(
                version ->
                    new PhraseAnswer.Event(
                        view.version(version), life.turn(version), paging.url(version)))
            .toList();
    PhraseChanges changes = new PhraseChanges(view, comparisons, life, finder, paging.shown());
    return () ->
        new PhraseAnswer(
            folded,
            spans,
            foldedSpans,
            events,
            isShortened,
            count(life, toggles, Turn.REMOVED),
            count(life, toggles, Turn.ADDED_AGAIN),
            PhraseStrip.of(life, branches, paging::url),
            changes.list(),
            changed.size(),
            branches.size() > 1,
            paging.otherOrderUrl(),
            paging.previousUrl(),
            paging.nextUrl());
  }

  /** A passage often goes only because a line of it was broken elsewhere. */
  private @Nullable String foldedSpans(
      ScriptView view, TypedPhrase phrase, List<Branch> branches, String exactSpans) {
    PhraseHistory history = phraseHistories.history(view.scriptId(), phrase.text(), true);
    PhraseLife life = new PhraseLife(view.graph(), history);
    String spans = life.changed().isEmpty() ? exactSpans : PhraseSpans.sentence(life, branches);
    return spans.equals(exactSpans) ? null : spans;
  }

  private static int count(PhraseLife life, List<Integer> versions, Turn turn) {
    return (int) versions.stream().filter(version -> life.turn(version) == turn).count();
  }
}

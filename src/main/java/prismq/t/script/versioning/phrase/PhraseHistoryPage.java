package prismq.t.script.versioning.phrase;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.PhraseHistory;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that shows when a phrase was added and removed, by whom, and what was there before. */
public final class PhraseHistoryPage {
  private static final String TEMPLATE = "phrase/phrase-history";

  /** Most events listed one by one. */
  private static final int MAX_EVENTS = 6;

  private final VersionManager versionManager;
  private final Passages passages;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Reads versions, finds those with a phrase among the passages, and compares them. */
  public PhraseHistoryPage(
      VersionManager versionManager, Passages passages, Comparisons comparisons, Pages pages) {
    this.versionManager = versionManager;
    this.passages = passages;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param problem what is wrong with the question; null if it can be answered
   * @param answer null if nothing was asked, or the phrase is nowhere
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

    /** A search for its words, none of them read as a sign of the search. */
    public String searchUrl() {
      return Urls.search(
          Terms.of(phrase.text()).stream()
              .map(Terms.Term::folded)
              .collect(Collectors.joining(" ")));
    }

    /** The same question, ignoring case, accents and white space. */
    public String foldedUrl() {
      return Urls.foldedPhraseHistory(script.scriptId(), phrase.text());
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
    PhraseMatch match = Parameters.flag(context, "fold") ? PhraseMatch.FOLDED : PhraseMatch.EXACT;
    TypedPhrase phrase = TypedPhrase.of(context, "q", match);
    if (phrase.isTooLong()) {
      pages.answer(context, 400, TEMPLATE, tooLong(context, phrase));
      return;
    }
    pages.show(context, TEMPLATE, () -> model(context, phrase));
  }

  private Model tooLong(Context context, TypedPhrase phrase) {
    Numbers numbers = new Numbers();
    String problem =
        Messages.text(
            "phrase.too_long",
            numbers.count(phrase.text().length(), "character"),
            numbers.whole(TypedPhrase.MAX_LENGTH));
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
    throw new BadRequestException(Messages.text("phrase.unknown_order", order));
  }

  /**
   * What is read of a script before a phrase is looked for.
   *
   * @param passages null if there is no phrase
   */
  private record PhraseData(
      Script script,
      List<Branch> branches,
      VersionGraph graph,
      @Nullable PassageHistory passages) {}

  private Model model(Context context, TypedPhrase phrase) {
    boolean newestFirst = isNewestFirst(context);
    int page = Parameters.number(context, "page", 1, 1, 1_000_000);
    PhraseData read =
        passages.view(
            context.pathParam("script_id"),
            view ->
                new PhraseData(
                    view.script(),
                    view.branches(),
                    view.graph(),
                    phrase.isEmpty() ? null : passages.history(view)));
    return new Model(
        read.script, phrase, newestFirst, null, answer(read, phrase, newestFirst, page));
  }

  private @Nullable PhraseAnswer answer(
      PhraseData read, TypedPhrase phrase, boolean newestFirst, int page) {
    PassageHistory all = read.passages;
    if (all == null) {
      return null;
    }
    PhraseHistory history = phrase.history(all);
    PhraseLife life = new PhraseLife(read.graph, history);
    List<Integer> changed = life.changed();
    return changed.isEmpty()
        ? null
        : answer(
            read,
            phrase,
            life,
            history.isFolded() ? null : new PhraseLife(read.graph, phrase.foldedHistory(all)),
            new PhrasePaging(read.script.scriptId(), phrase, changed, newestFirst, page));
  }

  /** The answer from the life of the phrase; folded is null if the life is folded already. */
  private PhraseAnswer answer(
      PhraseData read,
      TypedPhrase phrase,
      PhraseLife life,
      @Nullable PhraseLife folded,
      PhrasePaging paging) {
    List<Branch> branches = read.branches;
    List<Integer> changed = life.changed();
    List<Integer> toggles =
        changed.stream().filter(version -> life.turn(version).isToggle()).toList();
    boolean isShortened = toggles.size() > MAX_EVENTS;
    List<Integer> told =
        isShortened ? List.of(toggles.get(0), toggles.get(toggles.size() - 1)) : toggles;
    SortedMap<Integer, Version> versions = versions(read.script, told, paging.shown());
    PhraseFinder finder =
        PhraseFinder.of(phrase, folded == null ? PhraseMatch.FOLDED : PhraseMatch.EXACT);
    String spans = PhraseSpans.sentence(life, branches);
    return new PhraseAnswer(
        folded == null,
        spans,
        folded == null ? null : foldedSpans(folded, branches, spans),
        told.stream().map(number -> event(versions, life, paging, number)).toList(),
        isShortened,
        count(life, toggles, Turn.REMOVED),
        count(life, toggles, Turn.ADDED_AGAIN),
        PhraseStrip.of(life, branches, paging::url),
        new PhraseChanges(versionManager, comparisons, life, finder)
            .list(paging.shown().stream().map(number -> version(versions, number)).toList()),
        changed.size(),
        branches.size() > 1,
        paging.otherOrderUrl(),
        paging.previousUrl(),
        paging.nextUrl());
  }

  private SortedMap<Integer, Version> versions(
      Script script, List<Integer> told, List<Integer> shown) {
    TreeSet<Integer> numbers = new TreeSet<>(told);
    numbers.addAll(shown);
    return versionManager.versions(script.scriptId(), numbers);
  }

  private static Version version(SortedMap<Integer, Version> versions, int number) {
    return Objects.requireNonNull(versions.get(number));
  }

  private static PhraseAnswer.Event event(
      SortedMap<Integer, Version> versions, PhraseLife life, PhrasePaging paging, int number) {
    return new PhraseAnswer.Event(version(versions, number), life.turn(number), paging.url(number));
  }

  /** A passage is often missing only because a line of it was broken elsewhere. */
  private static @Nullable String foldedSpans(
      PhraseLife folded, List<Branch> branches, String exactSpans) {
    String spans = folded.changed().isEmpty() ? exactSpans : PhraseSpans.sentence(folded, branches);
    return spans.equals(exactSpans) ? null : spans;
  }

  private static int count(PhraseLife life, List<Integer> versions, Turn turn) {
    return (int) versions.stream().filter(version -> life.turn(version) == turn).count();
  }
}

package prismq.t.script.versioning.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.ComparedPages;
import prismq.t.script.versioning.reading.PageFilter;
import prismq.t.script.versioning.reading.PageFilter.LineKind;

/** What a page shows of a comparison, in one of the views. */
public final class DiffView {
  private final Comparison comparison;
  private final ViewOptions options;
  private final @Nullable DiffLinks links;
  private final ShownChanges shown;
  private final int wordsPerMinute;

  private DiffView(Comparison comparison, ViewOptions options, @Nullable DiffLinks links) {
    this(comparison, options, links, SceneMinutes.WORDS_A_MINUTE);
  }

  private DiffView(
      Comparison comparison, ViewOptions options, @Nullable DiffLinks links, int wordsPerMinute) {
    this.comparison = comparison;
    this.options = options;
    this.links = links;
    this.shown = new ShownChanges(comparison.diff(), options.ignored());
    this.wordsPerMinute = wordsPerMinute;
  }

  /** A view with links to the comparison's own page. */
  public static DiffView of(Comparison comparison, ViewOptions options, DiffLinks links) {
    return new DiffView(comparison, options, links);
  }

  /** A view as prose of what is not saved yet, or of a comparison in the middle of another page. */
  public static DiffView of(Comparison comparison) {
    return new DiffView(comparison, ViewOptions.USUAL, null);
  }

  /** The same with less around each change, for a panel beside a list. */
  public static DiffView beside(Comparison comparison) {
    return new DiffView(comparison, ViewOptions.BESIDE, null);
  }

  /** The same of a script of which so many words are spoken in a minute. */
  public DiffView at(int rate) {
    return new DiffView(comparison, options, links, rate);
  }

  /** Whether the texts are the same. */
  public boolean isEmpty() {
    return diff().isEmpty();
  }

  /** Number of words and lines that were removed, added and moved. */
  public Diff.Statistics statistics() {
    return diff().statistics();
  }

  /** Number of changes that are shown. */
  public int changes() {
    return shown.size();
  }

  /** Number of words that stayed where they were. */
  public int wordsUnchanged() {
    return comparison.wordsUnchanged();
  }

  /**
   * Share of the words of both texts that were added or removed, in percent; 0 only where none
   * were.
   */
  public int changedPercent() {
    Diff.Statistics statistics = statistics();
    long changed = (long) statistics.wordsDeleted() + statistics.wordsInserted();
    long all = (long) comparison.from().wordCount() + comparison.to().wordCount();
    return changed == 0 || all == 0 ? 0 : (int) Math.max(1, 100 * changed / all);
  }

  /** Notices for the reader. */
  public List<String> notices() {
    return DiffNotices.of(comparison, shown.hidden());
  }

  /** The change in one line. */
  public String changeLine() {
    return ChangeSummary.of(comparison);
  }

  /** The line of the new text at which each change stands, from 1, in the order of the changes. */
  public String changeLines() {
    return diff().changes().stream()
        .map(change -> String.valueOf(placeOf(change) + 1))
        .collect(Collectors.joining(" "));
  }

  /** What moved stands where it moved to. */
  private static int placeOf(Change change) {
    return change.blocks().stream()
        .filter(block -> !block.toLines().isEmpty())
        .findFirst()
        .orElse(change.blocks().get(0))
        .toStart();
  }

  /** Whether the text is a screenplay, which is read in a typewriter face. */
  public boolean isFountain() {
    return comparison.isFountain();
  }

  /** What the texts are written as. */
  public TextFormat format() {
    return comparison.format();
  }

  /** The view's name in addresses; that of prose where the texts have no pages. */
  public String view() {
    boolean hasNone = options.view() == View.PAGE && !format().hasPages();
    return (hasNone ? View.PROSE : options.view()).parameter();
  }

  /** The text laid out, with what was removed and added. */
  public ComparedPages.PageComparison pages() {
    return ComparedPages.of(
            diff(),
            format(),
            comparison.from(),
            comparison.to(),
            options::ignores,
            shown.size(),
            options.filter(),
            wordsPerMinute)
        .restoring(links == null ? null : links.restoreSceneUrl());
  }

  /** A link to the pages with some of their lines. */
  public record FilterLink(String title, String url, boolean isChosen) {}

  /** What the pages of a screenplay can be narrowed to; none where there is no page to lead to. */
  public List<FilterLink> filters() {
    return Stream.of(LineKind.ALL, LineKind.DIALOGUE, LineKind.ACTION)
        .map(
            kind ->
                filter(
                    Messages.text("compare.lines." + kind.name().toLowerCase(Locale.ROOT)),
                    PageFilter.of(kind)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The same by who speaks. */
  public List<FilterLink> filtersBy(List<String> characters) {
    return characters.stream()
        .map(character -> filter(character, PageFilter.of(character)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<FilterLink> filter(String title, PageFilter filter) {
    return Optional.ofNullable(links)
        .map(
            all ->
                new FilterLink(
                    title,
                    options.filtered(filter).addTo(all.url()),
                    filter.isLike(options.filter())));
  }

  /** The same as prose, from its start on; null where there is no page to lead to. */
  public @Nullable String proseUrl() {
    return links == null ? null : options.with(View.PROSE).addTo(links.url());
  }

  /** Paragraphs with what was removed and added. */
  public Prose prose() {
    return Prose.of(comparison, options, shown, links);
  }

  /** Lines with what was removed and added. */
  public Lines lines() {
    return Lines.of(comparison, options, shown, links);
  }

  private Diff diff() {
    return comparison.diff();
  }
}

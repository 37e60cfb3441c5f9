package prismq.t.script.versioning.compare;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * What a comparison changed at some places, as prose in which the places are marked; about {@value
 * ExcerptWindows#MAX_BYTES} bytes of text at most.
 *
 * @param html passages, all text escaped; empty where the comparison touched none of the places
 * @param hidden number of places that it touched and that are not shown
 * @param url the comparison's own page at the first change that is shown
 */
public record ChangeExcerpt(String html, int hidden, String url) {
  /**
   * The changes around those places that are not the same on both sides.
   *
   * @param left places in the left text, in their order
   * @param right places in the right text, in their order
   * @param url the comparison's own page
   */
  public static ChangeExcerpt of(
      Comparison comparison, List<ByteRange> left, List<ByteRange> right, String url) {
    List<DiffRun> runs = DiffRun.of(comparison.diff());
    List<ByteRange> removed = touched(left, runs, TextSide.LEFT);
    List<ByteRange> added = touched(right, runs, TextSide.RIGHT);
    ExcerptWindows windows = ExcerptWindows.of(comparison, runs, removed, added);
    String html = new ExcerptHtml(comparison, runs, removed, right).of(windows.windows());
    return new ChangeExcerpt(
        html, windows.hidden(), url(comparison.diff(), windows.firstChange(), url));
  }

  /**
   * What changed, from the first change on.
   *
   * @param url the comparison's own page
   */
  public static ChangeExcerpt ofChanges(Comparison comparison, String url) {
    List<DiffRun> runs = DiffRun.of(comparison.diff());
    ExcerptWindows windows =
        ExcerptWindows.of(
            comparison, runs, changed(runs, TextSide.LEFT), changed(runs, TextSide.RIGHT));
    String html = new ExcerptHtml(comparison, runs, List.of(), List.of()).of(windows.windows());
    return new ChangeExcerpt(
        html, windows.hidden(), url(comparison.diff(), windows.firstChange(), url));
  }

  private static List<ByteRange> changed(List<DiffRun> runs, TextSide side) {
    return runs.stream()
        .filter(run -> run.kind() != Segment.SegmentKind.UNCHANGED && run.isOn(side))
        .map(run -> run.bytes(side))
        .toList();
  }

  /**
   * The passages of a text around some places, where there is nothing to compare it with.
   *
   * @param comparison of nothing with the text
   * @param url the page of the text
   */
  public static ChangeExcerpt ofFirst(Comparison comparison, List<ByteRange> places, String url) {
    int length = comparison.to().read().length;
    List<DiffRun> runs = List.of(new DiffRun(Segment.SegmentKind.UNCHANGED, 0, 0, length, 0));
    ExcerptWindows windows = ExcerptWindows.of(comparison, runs, List.of(), places);
    String html = new ExcerptHtml(comparison, runs, List.of(), places).of(windows.windows());
    return new ChangeExcerpt(html, windows.hidden(), url);
  }

  private static List<ByteRange> touched(
      List<ByteRange> places, List<DiffRun> runs, TextSide side) {
    List<ByteRange> stayed =
        DiffRun.stayed(runs, side).stream().map(run -> run.bytes(side)).toList();
    return places.stream().filter(place -> !isIn(stayed, place)).toList();
  }

  /** Whether a place is inside of one of the others, which are in their order. */
  private static boolean isIn(List<ByteRange> stayed, ByteRange place) {
    int found = BinarySearch.first(stayed.size(), i -> stayed.get(i).end() >= place.end());
    return found < stayed.size() && stayed.get(found).contains(place);
  }

  private static String url(Diff diff, @Nullable Integer change, String url) {
    if (change == null) {
      return url;
    }
    Block block = diff.changes().get(change - 1).blocks().get(0);
    @Nullable String piece =
        new ProsePlaces(diff, ViewOptions.USUAL)
            .places()
            .url(block, ViewOptions.USUAL, DiffLinks.ofComparisonAlone(url, false, false));
    return Stream.of(piece, url)
            .filter(Objects::nonNull)
            .filter(address -> !address.isEmpty())
            .findFirst()
            .orElse(url)
        + "#change-"
        + change;
  }
}

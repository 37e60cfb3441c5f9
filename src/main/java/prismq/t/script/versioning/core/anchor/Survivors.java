package prismq.t.script.versioning.core.anchor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.CarriedRun;
import prismq.t.script.versioning.core.passage.CarriedText;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * What is left of a stretch in another version: of several places where words of it stand, the one
 * with most of them.
 */
final class Survivors {
  /** Words further apart than so many times the stretch, and so many bytes, are two places. */
  private static final int MAX_SPREAD = 2;

  private static final int MAX_GAP = 300;

  /** Where fewer of the words are left, they count as replaced. */
  private static final double MIN_SHARE = 0.25;

  /** The same of words that stand elsewhere, where a few are a phrase that others have too. */
  private static final double MIN_SHARE_ELSEWHERE = 0.5;

  private final CarriedText carried;
  private final ByteRange stretch;
  private final TextTokens words;
  private final List<CarriedRun> runs;

  private Survivors(
      CarriedText carried, ByteRange stretch, TextTokens words, List<CarriedRun> runs) {
    this.carried = carried;
    this.stretch = stretch;
    this.words = words;
    this.runs = runs;
  }

  /** Null where nothing is left that tells anything. */
  static @Nullable Survivors of(CarriedText carried, ByteRange stretch, TextTokens words) {
    List<CarriedRun> best = List.of();
    int most = 0;
    for (List<CarriedRun> place : places(carried, stretch)) {
      int weight = weight(words, place);
      if (weight > most) {
        most = weight;
        best = place;
      }
    }
    Survivors left = best.isEmpty() ? null : new Survivors(carried, stretch, words, best);
    return left == null || (left.share() < MIN_SHARE_ELSEWHERE && left.isMoved()) ? null : left;
  }

  /** The words cut into places, in each of which they come in their order. */
  private static List<List<CarriedRun>> places(CarriedText carried, ByteRange stretch) {
    List<List<CarriedRun>> places = new ArrayList<>();
    int maxGap = MAX_GAP + MAX_SPREAD * stretch.length();
    CarriedRun last = null;
    for (CarriedRun run : carried.runs(stretch)) {
      boolean isNext =
          last != null
              && run.from().start() >= last.from().end()
              && run.to().start() - last.to().end() <= maxGap;
      if (!isNext) {
        places.add(new ArrayList<>());
      }
      places.get(places.size() - 1).add(run);
      last = run;
    }
    return places;
  }

  private static int weight(TextTokens words, List<CarriedRun> place) {
    // A text of signs only has no words that could weigh.
    int weight = 0;
    for (CarriedRun run : place) {
      weight += words.size() == 0 ? run.from().length() : words.weight(run.from());
    }
    return weight;
  }

  /** Whether most of the words that tell something are gone. */
  boolean areFew() {
    return share() < MIN_SHARE;
  }

  private double share() {
    int all = words.size() == 0 ? stretch.length() : words.weight(stretch);
    return (double) weight(words, runs) / all;
  }

  private CarriedRun first() {
    return runs.get(0);
  }

  private CarriedRun last() {
    return runs.get(runs.size() - 1);
  }

  /** Whether they are out of their order. */
  boolean isMoved() {
    CarriedRun heaviest = first();
    for (CarriedRun run : runs) {
      if (words.weight(run.from()) > words.weight(heaviest.from())) {
        heaviest = run;
      }
    }
    return carried.isMoved(heaviest.from().start(), heaviest.to().start());
  }

  /** From the first word to the last one, with what stands in the place of those at both ends. */
  ByteRange bytes() {
    ByteRange hull = first().to().span(last().to());
    int start = hull.start() - before();
    int end = hull.end() + after();
    String text = carried.to().text(new ByteRange(start, end));
    int leading = text.length() - text.stripLeading().length();
    int trailing = text.length() - text.stripTrailing().length();
    return leading + trailing >= text.length()
        ? hull
        : new ByteRange(start + leading, end - trailing);
  }

  /** How much before the first word stands in the place of words of the stretch. */
  private int before() {
    ByteRange passage = carried.from().bytes(carried.from().at(first().from().start()));
    int lost = first().from().start() - stretch.start();
    if (words.weight(new ByteRange(stretch.start(), first().from().start())) == 0) {
      return 0;
    }
    int lostFrom = passage.start();
    int newFrom = carried.to().bytes(carried.to().at(first().to().start())).start();
    for (CarriedRun run : carried.runs(new ByteRange(passage.start(), first().from().start()))) {
      if (run.to().end() <= first().to().start()) {
        lostFrom = Math.max(lostFrom, run.from().end());
        newFrom = Math.max(newFrom, run.to().end());
      }
    }
    int all = first().from().start() - Math.min(lostFrom, stretch.start());
    ByteRange gap = new ByteRange(Math.min(newFrom, first().to().start()), first().to().start());
    return share(gap, lost, all, true);
  }

  private int after() {
    ByteRange passage = carried.from().bytes(carried.from().at(last().from().end() - 1));
    int lost = stretch.end() - last().from().end();
    if (words.weight(new ByteRange(last().from().end(), stretch.end())) == 0) {
      return 0;
    }
    int lostTo = passage.end();
    int newTo = carried.to().bytes(carried.to().at(last().to().end() - 1)).end();
    for (CarriedRun run : carried.runs(new ByteRange(last().from().end(), passage.end()))) {
      if (run.to().start() >= last().to().end()) {
        lostTo = Math.min(lostTo, run.from().start());
        newTo = Math.min(newTo, run.to().start());
      }
    }
    int all = Math.max(lostTo, stretch.end()) - last().from().end();
    ByteRange gap = new ByteRange(last().to().end(), Math.max(newTo, last().to().end()));
    return share(gap, lost, all, false);
  }

  /** The bytes of a gap, from one of its ends on, that replace so many of all the lost ones. */
  private int share(ByteRange gap, int lost, int all, boolean fromEnd) {
    if (gap.isEmpty() || all <= 0) {
      return 0;
    }
    TextTokens added = TextTokens.of(carried.to().text(gap), gap.start());
    int wanted = (int) Math.ceil((double) added.size() * Math.min(lost, all) / all);
    if (wanted == 0) {
      return 0;
    }
    return fromEnd
        ? gap.end() - added.words().get(added.size() - wanted).start()
        : added.words().get(wanted - 1).end() - gap.start();
  }
}

package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;

/**
 * Words, review scores and lengths of versions as lines in a box of {@value #WIDTH} by {@value
 * #HEIGHT}, the versions at equal distances. Words start at 0, scores go from 0 to 100, and lengths
 * have a scale of their own from 0.
 *
 * @param words points of an SVG polyline
 * @param scores the same; null if fewer than two versions have a score
 * @param lengths the same; null if fewer than two versions have a length
 * @param wordBars the words as a line of at most {@value #BARS} signs, for where there are no
 *     pictures
 * @param scoreBars the same of the versions that have a score
 * @param lengthBars the same of the versions that have a length
 */
record VersionPlot(
    List<Point> words,
    @Nullable List<Point> scores,
    @Nullable List<Point> lengths,
    int mostWords,
    double mostSeconds,
    String wordBars,
    String scoreBars,
    String lengthBars) {
  static final int WIDTH = 1000;
  static final int HEIGHT = 220;

  /** More points than this cannot be told apart. */
  private static final int MAX_POINTS = 500;

  private static final int BARS = 48;

  /** A point of a line, from the upper left corner of the box. */
  record Point(double x, double y) {}

  /** Takes the versions one by one; a few numbers of each are kept. */
  static final class Builder {
    private final List<Value> words = new ArrayList<>();
    private final List<Value> scores = new ArrayList<>();
    private final List<Value> lengths = new ArrayList<>();

    /** What the version of this place among all has. */
    private record Value(int place, float number) {}

    void add(Version version) {
      int place = words.size();
      words.add(new Value(place, version.words()));
      Number score = version.metadata().reviewScore();
      if (score != null) {
        scores.add(new Value(place, score.floatValue()));
      }
      Number length = version.metadata().lengthSeconds();
      if (length != null) {
        lengths.add(new Value(place, length.floatValue()));
      }
    }

    /** The plot; null if there are fewer than two versions. */
    @Nullable VersionPlot build() {
      if (words.size() < 2) {
        return null;
      }
      double mostWords = most(words);
      double mostSeconds = most(lengths);
      return new VersionPlot(
          points(words, mostWords),
          scores.size() < 2 ? null : points(scores, 100),
          lengths.size() < 2 ? null : points(lengths, mostSeconds),
          (int) mostWords,
          mostSeconds,
          bars(words, mostWords),
          bars(scores, 100),
          bars(lengths, mostSeconds));
    }

    private static double most(List<Value> values) {
      return values.stream().mapToDouble(Value::number).max().orElse(0);
    }

    private List<Point> points(List<Value> values, double most) {
      List<Point> points = new ArrayList<>();
      int step = Math.max(1, values.size() / MAX_POINTS);
      for (int i = 0; i < values.size(); i++) {
        if (i % step == 0 || i == values.size() - 1) {
          Value value = values.get(i);
          double share = most == 0 ? 0 : value.number / most;
          points.add(
              new Point((double) WIDTH * value.place / (words.size() - 1), HEIGHT * (1 - share)));
        }
      }
      return List.copyOf(points);
    }

    private static String bars(List<Value> values, double most) {
      StringBuilder bars = new StringBuilder();
      int count = Math.min(BARS, values.size());
      for (int bar = 0; bar < count; bar++) {
        Value last = values.get((int) ((long) (bar + 1) * values.size() / count) - 1);
        int height = most == 0 ? 0 : (int) Math.min(7, 8 * last.number / most);
        bars.append((char) ('▁' + height));
      }
      return bars.toString();
    }
  }

  /** Points as SVG has them. */
  static String svg(List<Point> points) {
    StringBuilder svg = new StringBuilder();
    for (Point point : points) {
      svg.append(svg.isEmpty() ? "" : " ").append(tenths(point.x)).append(',');
      svg.append(tenths(point.y));
    }
    return svg.toString();
  }

  private static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}

package prismq.t.script.versioning.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.VersionSize;

/**
 * The words (and scores, where there are any) of all versions as lines in a box of {@value #WIDTH}
 * by {@value #HEIGHT}.
 *
 * @param words points of an SVG polyline
 * @param scores the same, or null if fewer than two versions have a score
 */
public record SizePlot(
    String words,
    @Nullable String scores,
    int leastWords,
    int mostWords,
    VersionSize first,
    VersionSize last) {
  /** Width of the box. */
  public static final int WIDTH = 1000;

  /** Height of the box. */
  public static final int HEIGHT = 100;

  /** More points than this cannot be told apart. */
  private static final int MAX_POINTS = 400;

  /**
   * The plot of versions that are ordered oldest first, with a height for so many words, as in
   * other plots that it stands beside; null if there are fewer than two.
   */
  public static @Nullable SizePlot of(List<VersionSize> all, int height) {
    if (all.size() < 2) {
      return null;
    }
    int least = all.stream().mapToInt(VersionSize::words).min().orElse(0);
    List<String> words = new ArrayList<>();
    List<String> scores = new ArrayList<>();
    int step = Math.max(1, all.size() / MAX_POINTS);
    for (int i = 0; i < all.size(); i++) {
      VersionSize size = all.get(i);
      double x = (double) WIDTH * i / (all.size() - 1);
      if (i % step == 0 || i == all.size() - 1) {
        words.add(point(x, height == 0 ? 0 : (double) size.words() / height));
      }
      Number score = size.reviewScore();
      if (score != null) {
        scores.add(point(x, score.doubleValue() / 100));
      }
    }
    return new SizePlot(
        String.join(" ", words),
        scores.size() < 2 ? null : String.join(" ", scores),
        least,
        mostWords(all),
        all.get(0),
        all.get(all.size() - 1));
  }

  /** The words of the version that has most. */
  public static int mostWords(List<VersionSize> all) {
    return all.stream().mapToInt(VersionSize::words).max().orElse(0);
  }

  private static String point(double x, double share) {
    return tenths(x) + "," + tenths(HEIGHT - share * HEIGHT);
  }

  /** With one digit after the point; String.format takes a tenth of the time of a page. */
  private static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}

package prismq.t.script.versioning.annotate;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.annotate.Shares.Share;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/**
 * Shares as a bar of {@value Shares#WHOLE} and as the rows that explain it.
 *
 * @param key of the message that says what the words are shared by
 */
public record SharePlot(String key, List<ShareRow> rows) {
  /**
   * One of the shares.
   *
   * @param cssClass gives it its colour
   * @param start where it starts in the bar
   * @param tenths of a percent, and how long it is in the bar
   */
  public record ShareRow(String name, String cssClass, int words, int start, int tenths) {
    /** The share in percent. */
    public String percent() {
      return tenths == 0 ? "<\u202f0.1\u202f%" : tenths / 10 + "." + tenths % 10 + "\u202f%";
    }
  }

  /** What the words are shared by. */
  public String title() {
    return Messages.text(key);
  }

  /** The same, said of the list of shares. */
  public String label() {
    return Messages.text(key + ".words");
  }

  static SharePlot byAuthor(Shares shares, AuthorColors colors) {
    SharePlot plot = new SharePlot("annotate.shares.author", new ArrayList<>());
    List<Share<String>> others = new ArrayList<>();
    for (Share<String> share : shares.authors()) {
      String cssClass = colors.cssClass(share.of());
      if (cssClass.equals(AuthorColors.OTHERS)) {
        others.add(share);
      } else {
        plot.add(share.of(), cssClass, share.words(), share.tenths());
      }
    }
    // Authors of only white space or punctuation are not counted.
    long count = others.stream().filter(share -> share.words() > 0).count();
    if (count > 0) {
      plot.add(
          new Numbers().count(count, "other_author"),
          AuthorColors.OTHERS,
          others.stream().mapToInt(Share::words).sum(),
          others.stream().mapToInt(Share::tenths).sum());
    }
    return plot;
  }

  /** What of the words is from people, from models and from elsewhere. */
  public static SharePlot bySource(Shares shares) {
    SharePlot plot = new SharePlot("annotate.shares.source", new ArrayList<>());
    for (Share<Source> share : shares.sources()) {
      if (share.words() > 0) {
        plot.add(share.of().title(), share.of().cssClass(), share.words(), share.tenths());
      }
    }
    return plot;
  }

  private void add(String name, String cssClass, int words, int tenths) {
    int start = rows.stream().mapToInt(ShareRow::tenths).sum();
    rows.add(new ShareRow(name, cssClass, words, start, tenths));
  }
}

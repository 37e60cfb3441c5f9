package prismq.t.script.versioning.compare;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

/**
 * A comparison as a plain text for a mail or a terminal: paragraphs in lines of any length, removed
 * text as {@code [-removed-]} and added text as {@code {+added+}}, unchanged stretches folded. It
 * is for reading only: the same signs in the texts stay as they are, and control characters are
 * replaced.
 */
final class DiffText implements FoldedDiff.DiffReader {
  private static final Times TIMES = new Times(Clock.systemUTC());
  private static final Numbers NUMBERS = new Numbers();

  private final Diff diff;
  private final Set<ChangeCategory> ignored;
  private final MarkWords words = MarkWords.now();
  private final PlainOutput out = new PlainOutput();

  private DiffText(Comparison comparison, Set<ChangeCategory> ignored) {
    this.diff = comparison.diff();
    this.ignored = ignored;
  }

  /**
   * The text in UTF-8, ended by a line break.
   *
   * @param context number of unchanged paragraphs around each change
   * @param ignored categories of changes that are not shown
   */
  static byte[] of(
      ComparedVersions versions, Comparison comparison, int context, Set<ChangeCategory> ignored) {
    DiffText text = new DiffText(comparison, ignored);
    text.heading(versions);
    text.summary(comparison);
    FoldedDiff.read(comparison, context, ignored, text);
    text.out.startLine();
    return text.out.bytes();
  }

  private void heading(ComparedVersions versions) {
    line(versions.script().title());
    line(
        Messages.text(
            "compare.text.heading",
            versions.from().versionNumber(),
            versions.to().versionNumber()));
    version(versions.from());
    version(versions.to());
  }

  private void version(Version version) {
    out.append("\n");
    String exact = TIMES.exact(version.createdAt());
    String name = version.person().name();
    // Guests are told of no branch.
    line(
        version.branch().isEmpty()
            ? Messages.text("compare.text.version_alone", version.versionNumber(), name, exact)
            : Messages.text(
                "compare.text.version", version.versionNumber(), version.branch(), name, exact));
    version.changeDescription().lines().forEach(line -> line("    " + line));
  }

  private void summary(Comparison comparison) {
    out.append("\n");
    if (!diff.changes().isEmpty()) {
      line(Messages.text("compare.text.changes", changes(), words()));
      line(Messages.text("compare.text.legend"));
    }
    int hidden = (int) diff.changes().stream().filter(this::isIgnored).count();
    DiffNotices.of(comparison, hidden).forEach(this::line);
    out.append("\n");
  }

  private String changes() {
    return NUMBERS.count(diff.changes().size(), "change");
  }

  private String words() {
    List<String> parts = WordCounts.of(diff.statistics());
    return parts.isEmpty() ? Messages.text("compare.text.no_words") : Messages.series(parts);
  }

  private boolean isIgnored(Change change) {
    return change.blocks().stream().noneMatch(this::isShown);
  }

  private boolean isShown(Block block) {
    return block.isChange() && !block.isIgnored(ignored);
  }

  @Override
  public void startStretch() {
    out.startLine();
  }

  @Override
  public void unchanged(String text) {
    out.append(text);
  }

  @Override
  public void folded(int paragraphs) {
    out.startParagraph();
    line(Messages.text("compare.text.folded", NUMBERS.whole(paragraphs)));
    out.append("\n");
  }

  @Override
  public void startChange(String label) {
    if (!label.isEmpty()) {
      out.startParagraph();
      line("[" + label + "]");
    }
    out.startLine();
  }

  @Override
  public void kept(String text) {
    out.append(text);
  }

  @Override
  public void deleted(String text) {
    marked("[-", text, "-]", "");
  }

  @Override
  public void inserted(String text) {
    marked("{+", text, "+}", text);
  }

  @Override
  public void movedAway(String text) {
    marked("[" + words.movedAway() + " ", text, "]", "");
  }

  @Override
  public void movedHere(String text) {
    marked("{" + words.movedHere() + " ", text, "}", text);
  }

  /** Marks each line by itself; white space by signs that can be seen, with itself behind them. */
  private void marked(String opening, String text, String closing, String whiteSpace) {
    if (text.isBlank()) {
      if (!text.isEmpty()) {
        String signs = text.replace(' ', '·').replace('\t', '→').replace('\n', '¶');
        out.append(opening).append(signs).append(closing).append(lineBreaks(whiteSpace));
      }
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int lineFeed = text.indexOf('\n', start);
      int end = lineFeed < 0 ? text.length() : lineFeed;
      String line = text.substring(start, end);
      boolean isBlank = line.isBlank();
      out.append(isBlank ? "" : opening).append(line).append(isBlank ? "" : closing);
      out.append(lineFeed < 0 ? "" : "\n");
      start = end + 1;
    }
  }

  private static String lineBreaks(String whiteSpace) {
    int first = whiteSpace.indexOf('\n');
    return first < 0 ? "" : whiteSpace.substring(first);
  }

  private void line(String text) {
    out.append(FoldedDiff.readable(text)).append("\n");
  }
}

package prismq.t.script.versioning.report;

import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.FoldedDiff;

/** What a version changed as one plain text: [-removed-] and {+added+}. */
final class MarkedText implements FoldedDiff.DiffReader {
  private final StringBuilder text = new StringBuilder();

  private MarkedText() {}

  static String of(Comparison comparison) {
    MarkedText marked = new MarkedText();
    FoldedDiff.read(comparison, HtmlStep.CONTEXT, marked);
    return marked.text.toString().strip();
  }

  @Override
  public void startStretch() {
    startLine();
  }

  private void startLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  @Override
  public void unchanged(String unchanged) {
    text.append(unchanged);
  }

  @Override
  public void folded(int paragraphs) {
    startLine();
    text.append("[… ").append(paragraphs).append(" paragraphs unchanged …]\n");
  }

  @Override
  public void startChange(String label) {
    startLine();
    if (!label.isEmpty()) {
      text.append('[').append(label).append("]\n");
    }
  }

  @Override
  public void kept(String kept) {
    text.append(kept);
  }

  @Override
  public void deleted(String deleted) {
    text.append("[-").append(deleted).append("-]");
  }

  @Override
  public void inserted(String inserted) {
    text.append("{+").append(inserted).append("+}");
  }

  @Override
  public void movedAway(String moved) {
    text.append("[moved away: ").append(moved).append("]");
  }

  @Override
  public void movedHere(String moved) {
    text.append("{moved here: ").append(moved).append("}");
  }
}

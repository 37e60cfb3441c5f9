package prismq.t.script.versioning.report;

import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.FoldedDiff;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** What a version changed, by word, and its text, as HTML. */
final class HtmlStep implements FoldedDiff.DiffReader {
  /** Number of unchanged paragraphs around a change. */
  static final int CONTEXT = 1;

  private final Report report;
  private final ReportChoices choices;
  private final Letters letters;
  private final Html html = new Html();
  private boolean open;

  /** Line breaks that are only written where more of the same block follows. */
  private int breaks;

  HtmlStep(Report report, Letters letters) {
    this.report = report;
    this.choices = report.choices();
    this.letters = letters;
  }

  /** The step of a version; where a text cannot be read, it says so. */
  String of(Version version, Reports.Texts texts) {
    html.clear();
    html.raw("<section class=\"step\">\n<h3>");
    html.text(Messages.text("report.step", version.versionNumber()));
    html.raw("</h3>\n<p class=\"facts\">").text(letters.of(Wording.stepFacts(version)));
    html.raw("</p>\n");
    if (!version.changeDescription().isBlank()) {
      html.raw("<p class=\"description\" dir=\"auto\">");
      html.text(letters.of(version.changeDescription().strip())).raw("</p>\n");
    }
    try {
      write(version, texts);
    } catch (DamagedVersionException e) {
      html.raw("<p class=\"notice\">")
          .text(letters.of(Wording.unreadable(report, e)))
          .raw("</p>\n");
    }
    return html.raw("</section>\n").toString();
  }

  private void write(Version version, Reports.Texts texts) {
    if (choices.diff()) {
      Comparison comparison = texts.step(version);
      if (comparison == null) {
        html.raw("<p class=\"fold\">").text(Messages.text("report.step_first")).raw("</p>\n");
      } else {
        diff(comparison);
      }
    }
    if (choices.texts()) {
      if (choices.diff()) {
        html.raw("<h4>").text(Messages.text("report.step_text")).raw("</h4>\n");
      }
      html.raw("<div class=\"whole\" dir=\"auto\">");
      text(texts.of(version).display().stripTrailing());
      html.raw("</div>\n");
    }
  }

  private void diff(Comparison comparison) {
    for (String notice : FoldedDiff.notices(comparison)) {
      html.raw("<p class=\"notice\">").text(letters.of(notice)).raw("</p>\n");
    }
    FoldedDiff.read(comparison, CONTEXT, this);
    close();
  }

  private void open(String name) {
    close();
    html.raw("<div class=\"").raw(name).raw("\" dir=\"auto\">");
    open = true;
  }

  private void close() {
    html.raw(open ? "</div>\n" : "");
    open = false;
    breaks = 0;
  }

  @Override
  public void startStretch() {
    close();
  }

  @Override
  public void unchanged(String text) {
    if (!text.isBlank()) {
      open("same");
      text(text.strip());
      close();
    }
  }

  @Override
  public void folded(int paragraphs) {
    close();
    html.raw("<p class=\"fold\">").text(Wording.folded(paragraphs)).raw("</p>\n");
  }

  @Override
  public void startChange(String label) {
    open("changed");
    if (!label.isEmpty()) {
      html.raw("<span class=\"kind-of\">").text(label).raw("</span> ");
    }
  }

  @Override
  public void kept(String text) {
    text(text);
  }

  @Override
  public void deleted(String text) {
    marked("del", text);
  }

  @Override
  public void inserted(String text) {
    marked("ins", text);
  }

  @Override
  public void movedAway(String text) {
    moved("del", Messages.text("report.moved_away"), text);
  }

  @Override
  public void movedHere(String text) {
    moved("ins", Messages.text("report.moved_here"), text);
  }

  /** A sentence that stands elsewhere, named too: on paper colours may be lost. */
  private void moved(String element, String label, String text) {
    lineBreaks();
    html.raw("<").raw(element).raw(" class=\"moved\"><span class=\"kind-of\">");
    html.text(label).raw("</span> ");
    text(text);
    html.raw("</").raw(element).raw(">");
  }

  private void marked(String element, String text) {
    if (text.isEmpty()) {
      return;
    }
    lineBreaks();
    html.raw("<").raw(element).raw(">");
    if (text.isBlank()) {
      String signs = text.replace(' ', '·').replace('\t', '→').replace('\n', '¶');
      html.text(letters.of(signs));
    } else {
      text(text);
    }
    html.raw("</").raw(element).raw(">");
  }

  private void text(String text) {
    if (text.isEmpty()) {
      return;
    }
    lineBreaks();
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    html.text(letters.of(text.substring(0, end)));
    breaks = text.length() - end;
  }

  private void lineBreaks() {
    html.raw("\n".repeat(Math.min(breaks, 2)));
    breaks = 0;
  }
}

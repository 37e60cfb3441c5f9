package prismq.t.script.versioning.revision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PrintedLine;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedCell;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedRun;
import prismq.t.script.versioning.core.revision.RevisedLine;
import prismq.t.script.versioning.core.revision.RevisedSheet;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.PageElements;
import prismq.t.script.versioning.web.Html;

/** The pages of a revision as HTML, each line with its asterisk. */
final class RevisionHtml {
  private final PrintedScreenplay printed;
  private final Html html = new Html();
  private @Nullable FountainType open;
  private boolean isSpeech;

  private RevisionHtml(PrintedScreenplay printed) {
    this.printed = printed;
  }

  static String of(PrintedScreenplay printed) {
    RevisionHtml html = new RevisionHtml(printed);
    printed.sheets().forEach(html::add);
    return html.html.toString();
  }

  private void add(RevisedSheet sheet) {
    ScriptRevision issue = printed.revisions().get(sheet.issue());
    html.raw("<section class=\"page ").raw(issue.color().cssClass()).raw("\" id=\"page-");
    html.text(sheet.label()).raw("\"><p class=\"running\"><bdi>").text(printed.title());
    html.raw("</bdi> <span>").text(issue.color().title()).text(' ').text(issue.day().toString());
    html.raw("</span> <span class=\"page-number\">");
    html.text(printed.isNumbered(sheet) ? sheet.label() + "." : "").raw("</span></p>");
    List<RevisedLine> dual = new ArrayList<>();
    for (RevisedLine line : sheet.lines()) {
      boolean isDual = line.line().cells().size() > 1 || !dual.isEmpty();
      if (isDual && !line.line().isEmpty()) {
        dual.add(line);
      } else {
        addDual(dual);
        add(line);
      }
    }
    addDual(dual);
    end();
    html.raw("</section>");
  }

  private void addDual(List<RevisedLine> rows) {
    if (rows.isEmpty()) {
      return;
    }
    end();
    int right = rows.get(0).line().cells().get(1).column();
    html.raw("<div class=\"dual\">");
    for (boolean isRight : new boolean[] {false, true}) {
      for (RevisedLine row : rows) {
        for (PrintedCell cell : row.line().cells()) {
          boolean isOnRight = cell.column() >= right - 8;
          if (isOnRight == isRight) {
            add(cell, row);
          }
        }
      }
      end();
    }
    html.raw("</div>");
    rows.clear();
  }

  private void add(RevisedLine line) {
    PrintedLine shown = line.line();
    if (shown.isEmpty()) {
      end();
      return;
    }
    PrintedCell cell = shown.cells().get(0);
    if (!shown.number().isEmpty()) {
      end();
    }
    add(cell, line);
  }

  private void add(PrintedCell cell, RevisedLine line) {
    FountainType type = cell.type();
    String number = line.line().number();
    if (type.isCue() && !isSpeech) {
      end();
      html.raw("<div class=\"speech\">");
      isSpeech = true;
    }
    if (open != type || !number.isEmpty()) {
      endParagraph();
      html.raw("<")
          .raw(PageElements.tag(type))
          .raw(" class=\"")
          .raw(PageElements.cssClass(type))
          .raw("\" dir=\"auto\">");
      open = type;
    } else {
      html.raw(" ");
    }
    if (!number.isEmpty()) {
      html.raw("<span class=\"number\">").text(number).raw("</span> ");
    }
    html.raw("<span class=\"line\">");
    cell.runs().forEach(this::add);
    addMark(line.revision());
    html.raw("</span>");
    if (!number.isEmpty()) {
      html.raw("<span class=\"number right\" aria-hidden=\"true\">").text(number).raw("</span>");
    }
  }

  private void add(PrintedRun run) {
    html.raw(run.isBold() ? "<b>" : "").raw(run.isItalic() ? "<i>" : "");
    html.raw(run.isUnderlined() ? "<u>" : "").text(run.text());
    html.raw(run.isUnderlined() ? "</u>" : "");
    html.raw(run.isItalic() ? "</i>" : "").raw(run.isBold() ? "</b>" : "");
  }

  private void addMark(int revision) {
    if (!printed.marks().includes(revision, printed.draft().revision())) {
      return;
    }
    RevisionColor color = printed.revisions().get(revision).color();
    String said = Messages.text("revision.changed_in", color.title());
    html.raw(" <span class=\"asterisk ").raw(color.cssClass()).raw("\" role=\"img\" aria-label=\"");
    html.text(said).raw("\" title=\"").text(said).raw("\">*");
    html.text(printed.marks() == MarkedRevisions.ALL ? color.sign() : "").raw("</span>");
  }

  private void end() {
    endParagraph();
    if (isSpeech) {
      html.raw("</div>");
      isSpeech = false;
    }
  }

  private void endParagraph() {
    if (open != null) {
      html.raw("</").raw(PageElements.tag(open)).raw(">");
      open = null;
    }
  }
}

package prismq.t.script.versioning.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.language.Messages;

/** What was said in review as Markdown, with every text of it escaped. */
final class MarkdownAnnex {
  private final ReviewAnnex annex;
  private final Writer out;

  MarkdownAnnex(ReviewAnnex annex, Writer out) {
    this.annex = annex;
    this.out = out;
  }

  void write() throws IOException {
    out.write("\n## " + Messages.text("annex.title") + "\n\n");
    if (annex.isEmpty()) {
      out.write(Messages.text("annex.none") + "\n");
      return;
    }
    out.write(AnnexWording.summary(annex) + "\n");
    if (annex.reviews().isEmpty()) {
      heading("reviews");
      none("reviews");
    }
    table(AnnexTable.reviews(annex));
    table(AnnexTable.verdicts(annex));
    table(AnnexTable.scores(annex));
    heading("comments");
    if (annex.threads().isEmpty()) {
      none("comments");
    }
    for (PlacedThread placed : annex.threads()) {
      thread(placed);
    }
    heading("suggestions");
    if (annex.decided().isEmpty() && annex.open() == 0) {
      none("suggestions");
    }
    if (annex.open() > 0) {
      out.write(AnnexWording.open(annex) + "\n\n");
    }
    for (Suggestion suggestion : annex.decided()) {
      suggestion(suggestion);
    }
    table(AnnexTable.roles(annex));
    table(AnnexTable.people(annex));
    table(AnnexTable.timeline(annex));
  }

  private void heading(String name) throws IOException {
    out.write("\n### " + Messages.text("annex.table." + name) + "\n\n");
  }

  private void none(String name) throws IOException {
    out.write(Messages.text("annex.none_of." + name) + "\n");
  }

  private void table(AnnexTable table) throws IOException {
    if (table.rows().isEmpty()) {
      return;
    }
    out.write("\n### " + table.title() + "\n\n");
    row(table.heads());
    out.write("|" + "---|".repeat(table.heads().size()) + "\n");
    for (List<String> cells : table.rows()) {
      row(cells);
    }
  }

  private void row(List<String> cells) throws IOException {
    out.write(
        "| "
            + cells.stream().map(MarkdownAnnex::lines).collect(Collectors.joining(" | "))
            + " |\n");
  }

  /** A text whose lines stay lines where Markdown has no paragraphs, as in a cell or an item. */
  private static String lines(String text) {
    return text.strip()
        .lines()
        .map(MarkdownReport::cell)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("<br>"));
  }

  private void thread(PlacedThread placed) throws IOException {
    out.write("- " + lines(AnnexWording.facts(placed.thread())) + "\n");
    out.write("  > " + lines(placed.thread().anchor().quote()) + "\n\n");
    out.write("  " + lines(AnnexWording.state(annex, placed)) + "\n");
    @Nullable String now = AnnexWording.now(placed);
    if (now != null) {
      out.write("  > " + lines(now) + "\n\n");
    }
    for (Comment comment : placed.thread().comments()) {
      String said = lines(AnnexWording.said(comment));
      out.write("  - " + lines(AnnexWording.by(comment)) + ": " + said + "\n");
    }
  }

  private void suggestion(Suggestion suggestion) throws IOException {
    out.write("- " + lines(AnnexWording.facts(suggestion)) + "<br>");
    out.write(mark("del", suggestion.anchor().quote()) + " ");
    out.write(mark("ins", suggestion.replacement()));
    @Nullable String reason = suggestion.reason();
    out.write((reason == null ? "" : "<br>" + lines(reason)) + "\n");
  }

  private static String mark(String element, String words) {
    String text = lines(words);
    return text.isEmpty() ? "" : "<" + element + ">" + text + "</" + element + ">";
  }
}

package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Comment;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** What was said in review as HTML that is XML too, all text escaped. */
final class HtmlAnnex {
  private final ReviewAnnex annex;
  private final Letters letters;
  private final String heading;

  /**
   * Writes it with letters that the document can have.
   *
   * @param heading the element of the headings of its parts
   */
  HtmlAnnex(ReviewAnnex annex, Letters letters, String heading) {
    this.annex = annex;
    this.letters = letters;
    this.heading = heading;
  }

  /**
   * All of it, part by part, each made when it is asked for.
   *
   * @param most threads and suggestions, more of which are only counted
   */
  Iterator<String> parts(int most) {
    if (annex.isEmpty()) {
      return List.of(paragraph("none", Messages.text("annex.none"))).iterator();
    }
    ReviewAnnex shown = annex.start(most);
    List<Supplier<String>> parts = new ArrayList<>();
    parts.add(() -> paragraph("sum", AnnexWording.summary(annex)));
    parts.add(this::reviews);
    parts.add(() -> tableOrNothing(AnnexTable.scores(annex)));
    parts.add(() -> heading("comments") + (annex.threads().isEmpty() ? none("comments") : ""));
    shown.threads().forEach(placed -> parts.add(() -> thread(placed)));
    parts.add(() -> more(annex.threads().size() - shown.threads().size()));
    parts.add(() -> heading("suggestions") + suggestionsNote());
    shown.decided().forEach(suggestion -> parts.add(() -> suggestion(suggestion)));
    parts.add(() -> more(annex.decided().size() - shown.decided().size()));
    parts.add(() -> tableOrNothing(AnnexTable.roles(annex)));
    parts.add(() -> tableOrNothing(AnnexTable.people(annex)));
    parts.add(() -> timeline(most));
    return Stream.concat(parts.stream().map(Supplier::get), Stream.of("")).iterator();
  }

  private String reviews() {
    if (annex.reviews().isEmpty()) {
      return heading("reviews") + none("reviews") + tableOrNothing(AnnexTable.verdicts(annex));
    }
    return table(AnnexTable.reviews(annex)) + table(AnnexTable.verdicts(annex));
  }

  private String suggestionsNote() {
    String none = annex.decided().isEmpty() && annex.open() == 0 ? none("suggestions") : "";
    return annex.open() == 0 ? none : paragraph("small", AnnexWording.open(annex));
  }

  private String timeline(int most) {
    AnnexTable all = AnnexTable.timeline(annex);
    int shown = Math.min(most, all.rows().size());
    AnnexTable start =
        new AnnexTable(all.name(), all.title(), all.heads(), all.rows().subList(0, shown));
    return tableOrNothing(start) + more(all.rows().size() - shown);
  }

  private String heading(String name) {
    return headed(Messages.text("annex.table." + name));
  }

  private String headed(String title) {
    return "<" + heading + ">" + new Html().text(title) + "</" + heading + ">\n";
  }

  private static String none(String name) {
    return paragraph("small", Messages.text("annex.none_of." + name));
  }

  private static String paragraph(String name, String text) {
    return "<p class=\"" + name + "\">" + new Html().text(text) + "</p>\n";
  }

  private static String more(int left) {
    return left <= 0
        ? ""
        : paragraph("more-in-report", Messages.text("annex.more", Wording.NUMBERS.whole(left)));
  }

  private String tableOrNothing(AnnexTable table) {
    return table.rows().isEmpty() ? "" : table(table);
  }

  private String table(AnnexTable table) {
    Html html = new Html().raw(headed(table.title()));
    html.raw("<div class=\"scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"");
    html.text(table.title()).raw("\">\n<table class=\"annex of-").raw(table.name());
    html.raw("\">\n<thead><tr>");
    for (String head : table.heads()) {
      html.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.raw("<tr>");
      for (String cell : row) {
        html.raw("<td dir=\"auto\">").text(letters.of(cell)).raw("</td>");
      }
      html.raw("</tr>\n");
    }
    return html.raw("</tbody>\n</table>\n</div>\n").toString();
  }

  private String thread(PlacedThread placed) {
    Html html = new Html().raw("<div class=\"annex-item\">\n");
    facts(html, AnnexWording.facts(placed.thread()));
    quote(html, placed.thread().anchor().quote());
    facts(html, AnnexWording.state(annex, placed));
    @Nullable String now = AnnexWording.now(placed);
    if (now != null) {
      quote(html, now);
    }
    for (Comment comment : placed.thread().comments()) {
      html.raw("<p class=\"by\" dir=\"auto\">").text(letters.of(AnnexWording.by(comment)));
      html.raw("</p>\n<p class=\"said\" dir=\"auto\">");
      html.text(letters.of(AnnexWording.said(comment))).raw("</p>\n");
    }
    return html.raw("</div>\n").toString();
  }

  private String suggestion(Suggestion suggestion) {
    Html html = new Html().raw("<div class=\"annex-item\">\n");
    facts(html, AnnexWording.facts(suggestion));
    html.raw("<p class=\"words\" dir=\"auto\">");
    mark(html, "del", suggestion.anchor().quote());
    html.raw(" ");
    mark(html, "ins", suggestion.replacement());
    html.raw("</p>\n");
    @Nullable String reason = suggestion.reason();
    if (reason != null) {
      html.raw("<p class=\"said\" dir=\"auto\">").text(letters.of(reason)).raw("</p>\n");
    }
    return html.raw("</div>\n").toString();
  }

  private void facts(Html html, String facts) {
    html.raw("<p class=\"facts\" dir=\"auto\">").text(letters.of(facts)).raw("</p>\n");
  }

  private void quote(Html html, String words) {
    html.raw("<blockquote dir=\"auto\"><p>").text(letters.of(words.strip()));
    html.raw("</p></blockquote>\n");
  }

  private void mark(Html html, String element, String words) {
    if (!words.isEmpty()) {
      html.raw("<" + element + ">").text(letters.of(words)).raw("</" + element + ">");
    }
  }
}

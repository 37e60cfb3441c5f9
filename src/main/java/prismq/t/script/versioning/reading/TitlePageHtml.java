package prismq.t.script.versioning.reading;

import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.fountain.TitlePage;
import prismq.t.script.versioning.web.Html;

/** Lays out the title page of a screenplay: its title in the middle, everything else below. */
final class TitlePageHtml {
  private static final List<String> IN_THE_MIDDLE =
      List.of("title", "credit", "author", "authors", "source");

  /** What stands at the foot without its key, because everybody knows what it is. */
  private static final Set<String> PLAIN =
      Set.of("contact", "contact info", "draft date", "date", "copyright", "notes");

  private TitlePageHtml() {}

  static void add(Html html, TitlePage page) {
    if (page.entries().isEmpty()) {
      return;
    }
    html.raw("<section class=\"page title-page\">");
    for (String key : IN_THE_MIDDLE) {
      addLines(html, key.equals("title") ? "title" : "credit", page.lines(key));
    }
    html.raw("<div class=\"foot\">");
    for (TitlePage.TitleEntry entry : page.entries()) {
      if (!IN_THE_MIDDLE.contains(entry.key())) {
        addFoot(html, entry);
      }
    }
    html.raw("</div></section>");
  }

  private static void addFoot(Html html, TitlePage.TitleEntry entry) {
    html.raw("<p dir=\"auto\">");
    if (!PLAIN.contains(entry.key())) {
      html.text(entry.key()).raw(": ");
    }
    addTexts(html, entry.lines());
    html.raw("</p>");
  }

  private static void addLines(Html html, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      html.raw("<p class=\"").raw(name).raw("\" dir=\"auto\">");
      addTexts(html, lines);
      html.raw("</p>");
    }
  }

  private static void addTexts(Html html, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      html.raw(i == 0 ? "" : "\n");
      StyledHtml.add(html, lines.get(i));
    }
  }
}

package prismq.t.script.versioning.report;

import java.util.List;
import java.util.function.UnaryOperator;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** The rows of a table of contributions as HTML. */
final class HtmlContributions {
  /** Smaller contributions are counted together. */
  private static final int MAX_CONTRIBUTORS = 25;

  private HtmlContributions() {}

  /**
   * A row each, and one for the others where there are many.
   *
   * @param name what to call the one who contributed
   */
  static String rows(List<Contribution> all, UnaryOperator<String> name) {
    Html html = new Html();
    int shown = all.size() <= MAX_CONTRIBUTORS + 1 ? all.size() : MAX_CONTRIBUTORS;
    for (Contribution one : all.subList(0, shown)) {
      addRow(name.apply(one.name()), one, html);
    }
    List<Contribution> others = all.subList(shown, all.size());
    if (!others.isEmpty()) {
      addRow(
          Messages.text("report.others", Wording.NUMBERS.whole(others.size())),
          new Contribution(
              "",
              others.stream().mapToInt(Contribution::versions).sum(),
              others.stream().mapToLong(Contribution::wordsInserted).sum(),
              others.stream().mapToLong(Contribution::wordsDeleted).sum()),
          html);
    }
    return html.toString();
  }

  private static void addRow(String name, Contribution one, Html html) {
    html.raw("<tr><th scope=\"row\" dir=\"auto\">").text(name);
    html.raw("</th><td class=\"number\">").raw(Wording.NUMBERS.whole(one.versions()));
    html.raw("</td><td class=\"number\">").raw(Wording.NUMBERS.whole(one.wordsInserted()));
    html.raw("</td><td class=\"number\">").raw(Wording.NUMBERS.whole(one.wordsDeleted()));
    html.raw("</td></tr>\n");
  }
}

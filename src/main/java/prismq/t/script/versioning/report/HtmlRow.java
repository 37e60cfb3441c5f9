package prismq.t.script.versioning.report;

import java.util.List;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** A version in the table of a report, as HTML. */
final class HtmlRow {
  /** Longer change descriptions are cut. */
  private static final int MAX_DESCRIPTION = 320;

  private final Report report;
  private final Letters letters;

  HtmlRow(Report report, Letters letters) {
    this.report = report;
    this.letters = letters;
  }

  /** Adds the row of a version. */
  void add(Version version, Html html) {
    html.raw("<tr><th scope=\"row\" class=\"v\">").raw(version.versionNumber());
    html.raw("</th><td class=\"date\">").raw(Wording.minute(version.createdAt()));
    html.raw("</td><td class=\"by\" dir=\"auto\">").text(letters.of(version.person().name()));
    html.raw("</td><td class=\"what\" dir=\"auto\">");
    String description = letters.of(shortened(version.changeDescription()));
    List<String> labels = report.labels(version);
    if (labels.isEmpty()) {
      html.text(description);
    } else {
      addLabels(labels, html);
      // A block as the labels are one, because a PDF would have text without one before them.
      html.raw("<span class=\"why\">").text(description).raw("</span>");
    }
    List<String> facts = Wording.facts(report, version);
    if (!facts.isEmpty()) {
      html.raw("<span class=\"facts-of\" dir=\"ltr\"> ");
      html.text(letters.of(String.join(" · ", facts))).raw("</span>");
    }
    html.raw("</td><td class=\"words number\">").raw(Wording.words(version));
    html.raw("</td><td class=\"share number\">").raw(Step.changedPercent(version));
    html.raw(" %</td><td class=\"hash\">").raw(Report.shortHash(version)).raw("</td></tr>\n");
  }

  private void addLabels(List<String> names, Html html) {
    html.raw("<span class=\"labels-of\" dir=\"ltr\"><span class=\"heard\">");
    html.text(Messages.count("report.labels", names.size(), "")).raw("</span>");
    for (String name : names) {
      html.raw(" <span class=\"label-of\" dir=\"auto\">").text(letters.of(name)).raw("</span>");
    }
    // Without the blank the last name and the description would be one word in a screen reader.
    html.raw(" </span>");
  }

  private static String shortened(String description) {
    String stripped = description.strip();
    if (stripped.codePointCount(0, stripped.length()) <= MAX_DESCRIPTION) {
      return stripped;
    }
    int end = stripped.offsetByCodePoints(0, MAX_DESCRIPTION);
    return stripped.substring(0, end).stripTrailing() + "…";
  }
}

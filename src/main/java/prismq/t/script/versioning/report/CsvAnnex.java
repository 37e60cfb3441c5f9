package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.csv.CsvTable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;

/** What was said in review of each version, as cells of its row in a table. */
final class CsvAnnex {
  static final List<String> COLUMNS = List.of("verdicts", "comments", "suggestions");

  private final Map<Integer, List<String>> verdicts = new HashMap<>();
  private final Map<Integer, List<String>> comments = new HashMap<>();
  private final Map<Integer, List<String>> suggestions = new HashMap<>();

  CsvAnnex(ReviewAnnex annex) {
    for (Review review : annex.reviews()) {
      review.reviewers().forEach(reviewer -> add(review, reviewer));
    }
    for (GuestVerdict given : annex.guestVerdicts()) {
      String said = given.verdict().said() + " · " + Wording.iso(given.givenAt());
      String comment = given.comment().isEmpty() ? "" : " · " + given.comment();
      String who = given.isGuest() ? Messages.text("annex.guest", given.author()) : given.author();
      add(verdicts, given.versionNumber(), who + ": " + said + comment);
    }
    annex
        .threads()
        .forEach(
            placed ->
                add(comments, placed.thread().anchor().version(), AnnexWording.plain(placed)));
    annex
        .decided()
        .forEach(one -> add(suggestions, one.anchor().version(), AnnexWording.plain(one)));
  }

  private void add(Review review, Reviewer reviewer) {
    @Nullable GivenVerdict given = reviewer.current();
    if (given == null) {
      return;
    }
    List<String> parts = new ArrayList<>();
    parts.add(given.verdict().said());
    parts.add(Wording.iso(given.givenAt()));
    if (!given.scores().values().isEmpty()) {
      parts.add(AnnexTable.scores(given.scores()));
    }
    if (!given.comment().isEmpty()) {
      parts.add(given.comment());
    }
    String name = reviewer.account().name();
    String who = reviewer.role().isEmpty() ? name : name + " (" + reviewer.roleShown() + ")";
    add(verdicts, review.versionNumber(), who + ": " + String.join(" · ", parts));
  }

  private static void add(Map<Integer, List<String>> all, int version, String line) {
    all.computeIfAbsent(version, number -> new ArrayList<>()).add(line);
  }

  /** The cells of a version, a line or more for each thing that was said. */
  List<String> cells(int version) {
    return List.of(cell(verdicts, version), cell(comments, version), cell(suggestions, version));
  }

  private static String cell(Map<Integer, List<String>> all, int version) {
    return CsvTable.safe(String.join("\n", all.getOrDefault(version, List.of())));
  }
}

package prismq.t.script.versioning.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionLabels;

/**
 * The totals of a report; the versions themselves are read one by one, see {@link Reports}.
 *
 * @param reader for whom it is made
 * @param madeAt when it was made
 * @param versions number of versions
 * @param branches number of branches that they are on
 * @param first the one with the smallest number; null if there are none
 * @param last the one with the greatest number; null if there are none
 * @param earliest when the first in time was written; null if there are none
 * @param latest when the last in time was written; null if there are none
 * @param byAuthor who brought in most words first
 * @param bySource the same by where versions came from
 * @param plot null if there are fewer than two versions
 * @param labels those of all versions of the script
 * @param labelCount how many labels the versions of the report have together
 * @param annex what was said of them; null where that is not asked for
 */
record Report(
    Script script,
    ReportChoices choices,
    ReportReader reader,
    Instant madeAt,
    int versions,
    int branches,
    @Nullable Version first,
    @Nullable Version last,
    @Nullable Instant earliest,
    @Nullable Instant latest,
    List<Contribution> byAuthor,
    List<Contribution> bySource,
    @Nullable VersionPlot plot,
    VersionLabels labels,
    int labelCount,
    @Nullable ReviewAnnex annex) {
  /** Number of digits of a hash in the table; {@code verify --hash} takes them. */
  static final int SHORT_HASH = 12;

  String scriptId() {
    return script.scriptId();
  }

  /**
   * What was said of the versions.
   *
   * @throws NullPointerException where that was not asked for
   */
  ReviewAnnex review() {
    return Objects.requireNonNull(annex);
  }

  /** The id of the script, as far as the reader is told of it. */
  String toldScriptId() {
    return reader.isGuest() ? "script" : scriptId();
  }

  long wordsInserted() {
    return byAuthor.stream().mapToLong(Contribution::wordsInserted).sum();
  }

  long wordsDeleted() {
    return byAuthor.stream().mapToLong(Contribution::wordsDeleted).sum();
  }

  /** The names of the labels of a version, in their order, as far as the reader is told of them. */
  List<String> labels(Version version) {
    return reader.hidesLabels() ? List.of() : labels.of(version.versionNumber());
  }

  /** The name of a file for it. */
  String fileName(ReportFormat format) {
    return toldScriptId() + "-history" + format.ending();
  }

  /** The first digits of a version's hash. */
  static String shortHash(Version version) {
    return version.versionHash().hex().substring(0, SHORT_HASH);
  }
}

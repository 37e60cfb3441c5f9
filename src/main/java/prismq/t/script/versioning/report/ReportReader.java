package prismq.t.script.versioning.report;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;

/**
 * For whom a report is made.
 *
 * @param told what they are told of a version
 * @param isGuest whether they may see nothing of the script but the report
 * @param hidesLabels whether they are told of no labels, which may name people
 * @param until the newest version that they may be told of, whatever they choose; null for any
 * @param watermark what stands across it; null for nothing
 */
public record ReportReader(
    UnaryOperator<Version> told,
    boolean isGuest,
    boolean hidesLabels,
    @Nullable Integer until,
    @Nullable String watermark) {
  /** Somebody who may read the script. */
  static final ReportReader MEMBER = new ReportReader(version -> version, false, false, null, null);
}

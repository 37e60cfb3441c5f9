package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.BrokenRecordException;
import prismq.t.script.versioning.history.HistoryReader;
import prismq.t.script.versioning.history.HistoryRestorer;
import prismq.t.script.versioning.history.RecordCheck;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/** Checks that the archive is whole, and finds what of it the database has. */
final class ArchiveCheck implements ArchiveFile.RecordHandler {
  private final ImportContext context;
  private final ArchiveLimits limits;
  private final HistoryReader reader;
  private final TextReader texts;
  private final ArchivedReviews reviews;
  private final Map<String, ScriptPlan> plans = new HashMap<>();
  private int newVersions;
  private long textBytes;
  private @Nullable RecordedScript script;
  private @Nullable RecordedScript existing;
  private @Nullable RecordCheck records;
  private @Nullable FilledMessage leftOut;
  private List<ContentHash> known = List.of();
  private int knownFrom;

  ArchiveCheck(
      ImportContext context, ArchiveLimits limits, TextReader texts, ArchivedReviews reviews) {
    this.context = context;
    this.limits = limits;
    this.reader = context.manager().historyReader();
    this.texts = texts;
    this.reviews = reviews;
  }

  @Override
  public void script(RecordedScript next) {
    context.targets().check(next.script().scriptId());
    reviews.check(next.script());
    script = next;
    records = new RecordCheck(next);
    existing = reader.find(next.script().scriptId()).orElse(null);
    leftOut = existing == null ? null : ScriptDifference.otherBranches(existing, next);
    known = List.of();
    knownFrom = 1;
  }

  @Override
  public void version(RecordedVersion next, PieceList pieces) throws IOException {
    Objects.requireNonNull(records).next(next);
    Version version = next.version();
    textBytes += version.sizeBytes();
    if (textBytes > limits.textBytes()) {
      throw new BrokenArchiveException(
          FilledMessage.of("import.archive.texts", limits.textBytes()));
    }
    int number = version.versionNumber();
    if (version.sizeBytes() > context.sizeLimit()) {
      leaveOut(
          FilledMessage.of(
              "remark.archive.too_large", number, version.sizeBytes(), context.sizeLimit()));
      return;
    }
    ScriptText text = text(version, pieces);
    HistoryRestorer.checkContent(version, text);
    reviews.check(version.scriptId(), number, text);
    @Nullable ContentHash there = existingHash(number);
    if (there != null && !there.equals(version.versionHash())) {
      leaveOut(FilledMessage.of("remark.archive.other_history", number));
    }
  }

  private ScriptText text(Version version, PieceList pieces) throws IOException {
    try {
      return ScriptText.of(texts.read(pieces), version.metadata().textEncoding());
    } catch (NotTextException e) {
      throw new BrokenRecordException(
          version.scriptId(), version.versionNumber(), FilledMessage.of("record.nul"));
    }
  }

  private void leaveOut(FilledMessage why) {
    leftOut = leftOut == null ? why : leftOut;
  }

  /** The hash of the version that is there; null if there is none. */
  private @Nullable ContentHash existingHash(int number) {
    if (existing == null || number > existing.script().latestVersion()) {
      return null;
    }
    if (number >= knownFrom + known.size()) {
      knownFrom = number;
      known = reader.versionHashes(existing.script().scriptId(), number, number + 499);
    }
    // A row that is missing makes all that follow differ.
    return number - knownFrom < known.size()
        ? known.get(number - knownFrom)
        : ContentHash.of(new byte[0]);
  }

  @Override
  public void end() {
    Objects.requireNonNull(records).end();
    Script recorded = Objects.requireNonNull(script).script();
    if (leftOut == null) {
      newVersions +=
          Math.max(
              0,
              recorded.latestVersion()
                  - (existing == null ? 0 : existing.script().latestVersion()));
    }
    if (existing != null || leftOut != null) {
      plans.put(recorded.scriptId(), new ScriptPlan(existing, leftOut));
    }
  }

  /** Number of versions to save, once everything was checked. */
  int newVersions() {
    return newVersions;
  }

  /** What is done with the scripts that are not simply new, by their ids. */
  Map<String, ScriptPlan> plans() {
    return plans;
  }
}

package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Quotes;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.reviews.RecordKind;
import prismq.t.script.versioning.transfer.reviews.ReviewRecord;
import prismq.t.script.versioning.transfer.reviews.ReviewRestorer;

/**
 * The reviews of an archive: read and checked first, then looked up in the versions that they name,
 * and saved after these. Only where words stand is kept in memory of all of them.
 */
final class ArchivedReviews {
  /** More are refused, so that their places have room in memory. */
  private static final int MAX_PLACES = 2_000_000;

  /** Words that were widened to whole characters may be a little longer than a form takes. */
  private static final int WIDENED = 200;

  private static final int AT_ONCE = 100;
  private static final List<String> VERSIONS =
      List.of("version_number", "from_version", "to_version", "accepted_in");

  private final ImportContext context;
  private final ArchiveFile archive;
  private final Map<String, NamedVersions> scripts = new HashMap<>();

  /** Where words of a version are said to stand. */
  private record ArchivedPlace(int line, int start, int end) {}

  /** What is said of the versions of a script. */
  private static final class NamedVersions {
    private final Map<Integer, List<ArchivedPlace>> places = new HashMap<>();
    private int latest;
    private int line;
    private boolean isFound;

    private void name(int version, int at) {
      if (version > latest) {
        latest = version;
        line = at;
      }
    }
  }

  /**
   * Reads and checks them.
   *
   * @throws BrokenArchiveException if they are not what an archive has
   */
  ArchivedReviews(ImportContext context, ArchiveFile archive) throws IOException {
    this.context = context;
    this.archive = archive;
    if (!archive.hasReviews()) {
      return;
    }
    int places = 0;
    try (RecordReader reader = archive.reviews()) {
      @Nullable ReviewRecord record;
      while ((record = reader.review()) != null) {
        NamedVersions named = scripts.computeIfAbsent(record.scriptId(), id -> new NamedVersions());
        for (String field : VERSIONS) {
          if (record.values().containsKey(field)) {
            int version = record.number(field);
            if (version == 0) {
              throw broken(reader.line(), "import.review.version", 0);
            }
            named.name(version, reader.line());
          }
        }
        if (record.hasPlace()) {
          places++;
          if (places > MAX_PLACES) {
            throw broken(reader.line(), "import.review.many_places", MAX_PLACES);
          }
          place(named, record, reader.line());
        }
      }
      reader.endOfReviews();
    }
  }

  private static void place(NamedVersions named, ReviewRecord record, int line) {
    int most = record.kind() == RecordKind.THREAD ? Quotes.MAX_LENGTH : Suggestion.MAX_LENGTH;
    int start = record.number("start");
    int end = record.number("end");
    if (end <= start || end - start > most + WIDENED) {
      throw broken(line, "import.review.range", start, end);
    }
    named
        .places
        .computeIfAbsent(record.number("version_number"), version -> new ArrayList<>())
        .add(new ArchivedPlace(line, start, end));
  }

  private static BrokenArchiveException broken(int line, String key, @Nullable Object... values) {
    return new BrokenArchiveException(
        FilledMessage.of(
            "import.json.line", line, ArchiveFormat.REVIEWS, FilledMessage.of(key, values)));
  }

  /** Checks that a script has the versions that are named. */
  void check(Script script) {
    @Nullable NamedVersions named = scripts.get(script.scriptId());
    if (named != null) {
      named.isFound = true;
      if (named.latest > script.latestVersion()) {
        throw broken(named.line, "import.review.version", named.latest);
      }
    }
  }

  /** Checks that words stand within a version. */
  void check(String scriptId, int version, ScriptText text) {
    @Nullable NamedVersions named = scripts.get(scriptId);
    @Nullable List<ArchivedPlace> places = named == null ? null : named.places.get(version);
    if (places == null) {
      return;
    }
    String read = new String(text.read(), StandardCharsets.UTF_8);
    int length = read.codePointCount(0, read.length());
    for (ArchivedPlace place : places) {
      if (place.end > length) {
        throw broken(place.line, "import.review.outside", place.start, place.end, version, length);
      }
    }
  }

  /** Checks that all scripts that are named were there. */
  void checkEnd() {
    scripts.forEach(
        (scriptId, named) -> {
          if (!named.isFound) {
            throw new BrokenArchiveException(
                FilledMessage.of("import.archive.reviews_of", scriptId));
          }
        });
  }

  /** Saves what is new of them, once the versions are there. */
  void save(Map<String, ScriptPlan> plans) throws IOException {
    if (!archive.hasReviews()) {
      return;
    }
    ReviewRestorer restorer = new ReviewRestorer(context);
    try (RecordReader reader = archive.reviews()) {
      List<ReviewRecord> batch = new ArrayList<>();
      String scriptId = "";
      boolean isTaken = false;
      @Nullable ReviewRecord record;
      while ((record = reader.review()) != null) {
        if (!record.scriptId().equals(scriptId)) {
          scriptId = record.scriptId();
          isTaken = isTaken(scriptId, plans.getOrDefault(scriptId, ScriptPlan.NEW));
        }
        if (isTaken) {
          batch.add(record);
        }
        if (batch.size() >= AT_ONCE) {
          restorer.take(batch);
          batch.clear();
        }
      }
      if (!batch.isEmpty()) {
        restorer.take(batch);
      }
    }
  }

  private boolean isTaken(String scriptId, ScriptPlan plan) {
    if (plan.leftOut() != null) {
      return false;
    }
    if (plan.existing() != null && !context.targets().mayVouch()) {
      context.summary().leftOut(scriptId, "", FilledMessage.of("remark.reviews.only_admins"));
      return false;
    }
    return true;
  }
}

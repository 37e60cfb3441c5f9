package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Goes through the record of a script's history and holds it to what every history keeps: numbers
 * without gaps, each version on the head of its branch, its parents before it, and every version
 * hash the one that chains it to its parents.
 */
public final class RecordCheck {
  /** Longest e-mail address of an author, in characters. */
  private static final int MAX_EMAIL = 320;

  private static final int MAX_SOURCE_KEY = 1_024;

  private final RecordedScript recorded;
  private final String scriptId;
  private final List<ContentHash> hashes = new ArrayList<>();
  private final List<Integer> generations = new ArrayList<>();
  private final Map<Integer, @Nullable Integer> heads = new HashMap<>();
  private int used;

  /**
   * Checks the script, its branches and its labels.
   *
   * @throws BrokenRecordException if they are not what could have been saved
   */
  public RecordCheck(RecordedScript recorded) {
    this.recorded = recorded;
    this.scriptId = recorded.script().scriptId();
    field(null, () -> Script.checkedId(scriptId));
    Script script = recorded.script();
    field(null, () -> Field.text("title", script.title(), Script.MAX_TITLE));
    require(!script.title().isBlank(), null, "record.no_title");
    require(script.latestVersion() >= 0, null, "record.negative_versions");
    time(null, script.createdAt());
    time(null, script.changedAt());
    require(!recorded.branches().isEmpty(), null, "record.no_branch");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < recorded.branches().size(); i++) {
      check(recorded.branches().get(i), i + 1, names);
    }
    Set<String> labels = new HashSet<>();
    recorded.labels().forEach(label -> check(label, labels));
  }

  private void check(Label label, Set<String> names) {
    String name = label.name();
    field(null, () -> Label.checkedName(name));
    require(name.equals(Label.tidied(name)), null, "record.untidy_label", name);
    require(names.add(name), null, "record.label_twice", name);
    require(
        label.versionNumber() >= 1 && label.versionNumber() <= recorded.script().latestVersion(),
        null,
        "record.label_nowhere",
        name,
        label.versionNumber());
    time(null, label.createdAt());
  }

  private void check(RecordedBranch recordedBranch, int number, Set<String> names) {
    Branch branch = recordedBranch.branch();
    require(
        branch.branchNumber() == number,
        null,
        "record.branch_order",
        branch.branchNumber(),
        number);
    field(null, () -> Branch.checkedName(branch.name()));
    require(names.add(branch.name()), null, "record.branch_twice", branch.name());
    for (String name : recordedBranch.formerNames()) {
      field(null, () -> Branch.checkedName(name));
      require(names.add(name), null, "record.former_name", branch.name(), name);
    }
    field(null, () -> Field.text("description", branch.description(), Branch.MAX_DESCRIPTION));
    time(null, branch.createdAt());
    if (branch.archivedAt() != null) {
      require(number > 1, null, "record.first_archived", branch.name());
      time(null, branch.archivedAt());
    }
    Integer origin = branch.originVersion();
    require(
        origin == null
            || (number > 1 && origin >= 1 && origin <= recorded.script().latestVersion()),
        null,
        "record.branch_nowhere",
        branch.name(),
        origin);
    heads.put(number, origin);
  }

  /**
   * Takes the next version.
   *
   * @return its number of versions before it along the line of first parents
   * @throws BrokenRecordException if it is not what was once saved as the next
   */
  public int next(RecordedVersion next) {
    Version version = next.version();
    int number = version.versionNumber();
    require(
        version.scriptId().equals(scriptId) && number == hashes.size() + 1,
        hashes.size() + 1,
        "record.other_follows",
        number,
        version.scriptId());
    require(number <= recorded.script().latestVersion(), number, "record.one_more");
    fields(next);
    checkBranch(version);
    ContentHash hash = version.versionHash();
    require(
        VersionHashCheck.problems(
                next, hash(version.parentVersion()), hash(version.mergeParentVersion()))
            .isEmpty(),
        number,
        "record.other_hash");
    Integer parent = version.parentVersion();
    int generation = parent == null ? 0 : generations.get(parent - 1) + 1;
    hashes.add(hash);
    generations.add(generation);
    heads.put(version.branchNumber(), number);
    return generation;
  }

  private @Nullable ContentHash hash(@Nullable Integer version) {
    return version == null ? null : hashes.get(version - 1);
  }

  private void checkBranch(Version version) {
    int number = version.versionNumber();
    int branch = version.branchNumber();
    require(
        branch >= 1 && branch <= recorded.branches().size(),
        number,
        "record.unknown_branch",
        branch);
    // So that branches can be made in their order when the first version comes that needs one.
    for (RecordedBranch earlier : recorded.branches().subList(Math.min(branch, used), branch)) {
      Integer origin = earlier.branch().originVersion();
      require(
          origin == null || origin < number,
          number,
          "record.before_branch",
          origin,
          earlier.branch().name());
    }
    used = Math.max(used, branch);
    @Nullable Integer head = heads.get(branch);
    require(
        Objects.equals(version.parentVersion(), head),
        number,
        "record.other_parent",
        version.parentVersion(),
        head);
    for (Integer other : new Integer[] {version.mergeParentVersion(), version.restoredFrom()}) {
      require(
          other == null || (other >= 1 && other < number), number, "record.made_of_later", other);
    }
  }

  private void fields(RecordedVersion next) {
    Version version = next.version();
    int number = version.versionNumber();
    field(number, () -> Field.text("author", version.author().name(), Author.MAX_NAME));
    field(number, () -> Field.text("email", version.author().email(), MAX_EMAIL));
    field(
        number,
        () ->
            Field.text(
                "change_description", version.changeDescription(), Version.MAX_CHANGE_DESCRIPTION));
    String json = version.metadata().json();
    if (json != null) {
      field(number, () -> Field.text("metadata", json, Metadata.MAX_JSON));
      require(Metadata.isObject(json), number, "record.metadata");
    }
    byte[] key = next.sourceKey();
    require(
        key == null || key.length <= MAX_SOURCE_KEY, number, "record.source_key", MAX_SOURCE_KEY);
    time(number, version.createdAt());
    require(
        version.sizeBytes() >= 0
            && version.words() >= 0
            && version.lines() >= 0
            && (version.wordsInserted() == null || version.wordsInserted() >= 0)
            && (version.wordsDeleted() == null || version.wordsDeleted() >= 0),
        number,
        "record.negative_count");
  }

  private void time(@Nullable Integer version, Instant time) {
    require(TimeRange.has(time), version, "record.year");
  }

  private void field(@Nullable Integer version, Runnable check) {
    try {
      check.run();
    } catch (InvalidInputException e) {
      throw new BrokenRecordException(
          scriptId, version, FilledMessage.of("record.field", e.field()), e.message());
    }
  }

  private void require(
      boolean kept, @Nullable Integer version, String key, @Nullable Object... values) {
    if (!kept) {
      throw new BrokenRecordException(scriptId, version, FilledMessage.of(key, values));
    }
  }

  /**
   * There are no more versions.
   *
   * @throws BrokenRecordException if some are missing, or a branch has another head
   */
  public void end() {
    int latest = recorded.script().latestVersion();
    require(hashes.size() == latest, hashes.size() + 1, "record.too_few", latest);
    for (RecordedBranch branch : recorded.branches()) {
      @Nullable Integer head = head(branch.branch().branchNumber());
      require(
          Objects.equals(branch.branch().headVersion(), head),
          null,
          "record.other_head",
          branch.branch().name(),
          branch.branch().headVersion(),
          head);
    }
  }

  /** The highest number of a branch that a version so far is on; 0 before the first version. */
  int usedBranches() {
    return used;
  }

  /** The head of a branch after the versions so far; null before the first. */
  @Nullable Integer head(int branchNumber) {
    return heads.get(branchNumber);
  }
}

package prismq.t.script.versioning.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.VersionStore.VersionRow;

/**
 * Reads one script in one snapshot, whatever is saved meanwhile. Valid only inside {@link
 * VersionManager#view}, which should end soon: long work is done afterwards with what was read.
 */
public final class ScriptView {
  /** Most versions read by one query. */
  private static final int VERSIONS_AT_ONCE = 500;

  private final Handle handle;
  private final ScriptRow script;
  private final Stores stores;

  ScriptView(Handle handle, ScriptRow script, Stores stores) {
    this.handle = handle;
    this.script = script;
    this.stores = stores;
  }

  /** The script itself. */
  public Script script() {
    return script.script();
  }

  /** Its id. */
  public String scriptId() {
    return script().scriptId();
  }

  /** The branches in the order of their creation, archived ones included. */
  public List<Branch> branches() {
    return stores.branches().list(handle, script);
  }

  /**
   * One branch, by the name it has or had.
   *
   * @throws NotFoundException if it does not exist
   */
  public Branch branch(String name) {
    return stores.branches().required(handle, script, name);
  }

  /** The branch that has or had the name; empty if there is none. */
  public Optional<Branch> findBranch(String name) {
    return stores.branches().find(handle, script, name);
  }

  /** The labels: those of the newest versions first, those of one by their names. */
  public List<Label> labels() {
    return stores.labels().list(handle, script);
  }

  /** Names of all who saved a version, as they are shown, in alphabetical order. */
  public List<String> authors() {
    return stores.scripts().authorNames(handle, script);
  }

  /** The name that is shown for one that versions were saved under; the same if there is none. */
  public String shownAuthor(String name) {
    return stores.scripts().shownName(handle, script, name).orElse(name);
  }

  /**
   * A version without its content.
   *
   * @throws NotFoundException if it does not exist
   * @throws DamagedVersionException if it was saved, but is no longer there
   */
  public Version version(int versionNumber) {
    return stores.versions().required(handle, script, versionNumber);
  }

  /**
   * Versions without their contents, by their numbers.
   *
   * @throws NotFoundException if one of them does not exist
   * @throws DamagedVersionException if one of them was saved, but is no longer there
   */
  public SortedMap<Integer, Version> versions(Collection<Integer> versionNumbers) {
    List<Integer> numbers = List.copyOf(versionNumbers);
    SortedMap<Integer, Version> found = new TreeMap<>();
    for (int start = 0; start < numbers.size(); start += VERSIONS_AT_ONCE) {
      int end = Math.min(numbers.size(), start + VERSIONS_AT_ONCE);
      for (VersionRow row : stores.versions().find(handle, script, numbers.subList(start, end))) {
        found.put(row.version().versionNumber(), row.version());
      }
    }
    for (int number : numbers) {
      if (!found.containsKey(number)) {
        throw VersionStore.missing(script(), number);
      }
    }
    return found;
  }

  /**
   * Versions without their contents, newest first.
   *
   * @param below only versions with a smaller number
   * @param limit maximum number
   * @throws NotFoundException if the branch that the filter names does not exist
   */
  public List<Version> versions(VersionFilter filter, int below, int limit) {
    VersionFilter named = named(filter);
    try (Stream<VersionRow> rows = stores.versions().newestFirst(handle, script, below)) {
      return rows.map(VersionRow::version).filter(named::takes).limit(limit).toList();
    }
  }

  /**
   * Versions without their contents, oldest first.
   *
   * @param above only versions with a greater number
   * @param limit maximum number
   * @throws NotFoundException if the branch that the filter names does not exist
   */
  public List<Version> versionsAbove(VersionFilter filter, int above, int limit) {
    VersionFilter named = named(filter);
    try (Stream<VersionRow> rows = stores.versions().oldestFirst(handle, script, above)) {
      return rows.map(VersionRow::version).filter(named::takes).limit(limit).toList();
    }
  }

  private VersionFilter named(VersionFilter filter) {
    VersionFilter shown =
        filter.author() == null ? filter : filter.by(shownAuthor(filter.author()));
    return shown.branch() == null ? shown : shown.on(branch(shown.branch()));
  }

  /** The number of the oldest version that was saved on this one; empty if there is none. */
  public Optional<Integer> firstChild(int versionNumber) {
    return stores.versions().firstChild(handle, script, versionNumber);
  }

  /**
   * The exact content of a version, proved by its SHA-256.
   *
   * @throws NotFoundException if it does not exist
   * @throws DamagedVersionException if what is stored no longer gives what was saved
   */
  public ScriptText content(int versionNumber) {
    return stores.contents().read(handle, script, versionNumber);
  }

  /** All that is kept of a version but its content, as it is hashed. */
  public RecordedVersion recorded(int versionNumber) {
    return stores.versions().recorded(handle, script, versionNumber, versionNumber).stream()
        .findFirst()
        .orElseThrow(() -> VersionStore.missing(script(), versionNumber));
  }

  /** The fields that the hash of a version is over, in order. */
  public List<HashedField> hashedFields(RecordedVersion recorded) {
    return VersionHash.fields(
        recorded,
        hash(recorded.version().parentVersion()),
        hash(recorded.version().mergeParentVersion()));
  }

  private @Nullable ContentHash hash(@Nullable Integer versionNumber) {
    return versionNumber == null ? null : version(versionNumber).versionHash();
  }

  /** The parents of each version. */
  public VersionGraph graph() {
    return stores.versions().graph(handle, script);
  }

  /** The words and scores of each version, oldest first. */
  public List<VersionSize> sizes() {
    return stores.versions().sizes(handle, script);
  }

  /** The versions that were imported, in the order of their numbers. */
  public List<ImportedVersion> imported() {
    return stores.versions().imported(handle, script);
  }

  /** The version that an earlier request with this key saved; empty if there was none. */
  public Optional<Version> savedBefore(IdempotencyKey key) {
    return stores.idempotencyKeys().savedVersion(handle, script, key).map(this::version);
  }
}

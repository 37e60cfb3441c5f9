package prismq.t.script.versioning.history;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;

/** Reads whole histories in order, with everything recorded about them. */
public final class HistoryReader {
  /** Most versions, and about how many bytes of contents, read in one transaction. */
  private static final int VERSIONS_AT_ONCE = 50;

  private final Database database;
  private final ScriptStore scripts;
  private final BranchStore branches;
  private final LabelStore labels;
  private final VersionStore versions;
  private final ContentStore contents;

  HistoryReader(Database database, Stores stores) {
    this.database = database;
    this.scripts = stores.scripts();
    this.branches = stores.branches();
    this.labels = stores.labels();
    this.versions = stores.versions();
    this.contents = stores.contents();
  }

  /**
   * Receives versions, one after the other.
   *
   * @param <V> the record of a version
   */
  public interface VersionTaker<V> {
    /** Takes the next version with its exact bytes, which are not to be written to. */
    void take(V version, byte[] content) throws IOException;
  }

  /** The ids of all scripts, in their order. */
  public List<String> scriptIds() {
    return database.read(scripts::ids);
  }

  /**
   * A script with its branches and labels, as they are at one moment.
   *
   * @throws NotFoundException if it does not exist
   */
  public RecordedScript script(String scriptId) {
    return database.read(handle -> recorded(handle, scripts.required(handle, scriptId)));
  }

  /** The same, or empty if it does not exist. */
  public Optional<RecordedScript> find(String scriptId) {
    return database.read(
        handle -> scripts.find(handle, scriptId).map(script -> recorded(handle, script)));
  }

  private RecordedScript recorded(Handle handle, ScriptRow script) {
    Map<Integer, List<String>> formerNames = branches.formerNames(handle, script);
    return new RecordedScript(
        script.script(),
        branches.list(handle, script).stream()
            .map(
                branch ->
                    new RecordedBranch(
                        branch, formerNames.getOrDefault(branch.branchNumber(), List.of())))
            .toList(),
        labels.list(handle, script));
  }

  /** The version hashes of the numbers from first to last, as far as there are such versions. */
  public List<ContentHash> versionHashes(String scriptId, int first, int last) {
    return database.read(
        handle -> versions.hashes(handle, scripts.required(handle, scriptId), first, last));
  }

  /**
   * Goes through the versions of a script from the first on.
   *
   * @param recorded the script as it was read before; what was saved since is not given
   * @throws DamagedVersionException if a content can no longer be read
   * @throws BrokenRecordException if a version is not as it was saved
   * @throws IOException if the taker throws it
   */
  public void forEachVersion(RecordedScript recorded, VersionTaker<RecordedVersion> taker)
      throws IOException {
    String scriptId = recorded.script().scriptId();
    int latest = recorded.script().latestVersion();
    ScriptRow script = database.read(handle -> scripts.required(handle, scriptId));
    RecordCheck check = new RecordCheck(recorded);
    try (RecentContents recent = new RecentContents(contents)) {
      for (int first = 1; first <= latest; first += VERSIONS_AT_ONCE) {
        int from = first;
        int last = Math.min(latest, first + VERSIONS_AT_ONCE - 1);
        database.read(
            handle -> {
              for (RecordedVersion version : versions.recorded(handle, script, from, last)) {
                check.next(version);
                int number = version.version().versionNumber();
                taker.take(version, recent.read(handle, script, number).content());
              }
              return null;
            });
      }
    }
    check.end();
  }

  /**
   * Goes through the versions of several scripts in the order they were saved.
   *
   * @param latest by the id of a script its last version that is given
   * @throws DamagedVersionException if a content can no longer be read
   * @throws IOException if the taker throws it
   */
  public void forEachVersion(Map<String, Integer> latest, VersionTaker<Version> taker)
      throws IOException {
    Map<String, ScriptRow> rows = new HashMap<>();
    try (RecentContents recent = new RecentContents(contents)) {
      Optional<Long> reached = Optional.of(0L);
      while (reached.isPresent()) {
        long after = reached.get();
        reached =
            database.read(
                handle -> {
                  List<ChangeEntry> saved =
                      versions.changes(handle, ReadableScripts.ALL, after, VERSIONS_AT_ONCE);
                  for (ChangeEntry change : saved) {
                    Version version = change.version();
                    String scriptId = version.scriptId();
                    int number = version.versionNumber();
                    if (number <= latest.getOrDefault(scriptId, 0)) {
                      ScriptRow script =
                          rows.computeIfAbsent(scriptId, id -> scripts.required(handle, id));
                      taker.take(version, recent.read(handle, script, number).content());
                    }
                  }
                  return saved.isEmpty()
                      ? Optional.empty()
                      : Optional.of(saved.get(saved.size() - 1).number());
                });
      }
    }
  }
}

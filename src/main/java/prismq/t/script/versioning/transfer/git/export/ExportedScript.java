package prismq.t.script.versioning.transfer.git.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.git.format.CommitNote;

/** A script on its way into a repository: its file, and the commits of its versions so far. */
final class ExportedScript {
  private final Script script;
  private final int number;
  private final String file;
  private final int mainBranch;
  private final boolean recorded;
  private final Map<Integer, Branch> branches = new HashMap<>();
  private final List<Label> labels;
  private final @Nullable ObjectId[] commits;
  private final int[] positions;
  private final Map<Integer, byte[]> sourceKeys = new HashMap<>();
  private final Map<Integer, Integer> heads = new HashMap<>();

  /**
   * A script before its export.
   *
   * @param number counted from 0 in the order of the files
   * @param mainBranch the branch whose versions become the main line
   * @param imported the ids of its versions in their source
   * @param recorded whether notes must tell which versions the commits are
   */
  ExportedScript(
      Script script,
      int number,
      String file,
      int mainBranch,
      boolean recorded,
      Iterable<Branch> branches,
      Iterable<ImportedVersion> imported,
      List<Label> labels) {
    this.script = script;
    this.number = number;
    this.file = file;
    this.mainBranch = mainBranch;
    this.recorded = recorded;
    branches.forEach(branch -> this.branches.put(branch.branchNumber(), branch));
    imported.forEach(version -> sourceKeys.put(version.versionNumber(), version.sourceKey()));
    this.labels =
        labels.stream()
            // One given meanwhile may be on a version that is not exported.
            .filter(label -> label.versionNumber() <= script.latestVersion())
            .sorted(Comparator.comparing(Label::createdAt).thenComparing(Label::name))
            .toList();
    this.commits = new ObjectId[script.latestVersion() + 1];
    this.positions = new int[script.latestVersion() + 1];
  }

  String scriptId() {
    return script.scriptId();
  }

  int number() {
    return number;
  }

  String file() {
    return file;
  }

  int latest() {
    return script.latestVersion();
  }

  /** Oldest first, so that a tag keeps its name when a label of a like name is given. */
  List<Label> labels() {
    return labels;
  }

  boolean isMain(int branchNumber) {
    return branchNumber == mainBranch;
  }

  /** The key of a version in its source; null if it was not imported. */
  byte @Nullable [] sourceKey(int version) {
    return sourceKeys.get(version);
  }

  /** The commit of a version; null for no version. */
  @Nullable ObjectId commit(@Nullable Integer version) {
    return version == null ? null : commits[version];
  }

  /** Number of commits of the main line up to a version's commit; 0 for no version. */
  int position(@Nullable Integer version) {
    return version == null ? 0 : positions[version];
  }

  void exported(Version version, ObjectId commit, int position) {
    commits[version.versionNumber()] = commit;
    positions[version.versionNumber()] = position;
    heads.put(version.branchNumber(), version.versionNumber());
  }

  /** The newest commit of a branch; null if it has no version. */
  @Nullable ObjectId head(Branch branch) {
    Integer own = heads.get(branch.branchNumber());
    return commit(own == null ? branch.originVersion() : own);
  }

  /**
   * What the commit of a version has no place for.
   *
   * @param isFirstCommit whether it is the first of its line, before which there is no other file
   */
  CommitNote note(Version version, CommitFormat text, boolean isFirstCommit) {
    boolean first = version.versionNumber() == 1;
    return new CommitNote(
        file,
        file.equals(script.scriptId()) ? null : script.scriptId(),
        first && !file.equals(script.title()) ? script.title() : null,
        first && !isFirstCommit,
        recorded ? recordedVersion(version) : null,
        version.restoredFrom(),
        text.createdAt(),
        text.author(),
        text.changeDescription(),
        version.metadata());
  }

  private CommitNote.NotedVersion recordedVersion(Version version) {
    Branch branch = Objects.requireNonNull(branches.get(version.branchNumber()));
    return new CommitNote.NotedVersion(
        version.versionNumber(), branch.branchNumber(), branch.name(), branch.isArchived());
  }
}

package prismq.t.script.versioning.share;

import java.util.Optional;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;

/** Which version a share link shows. */
public sealed interface VersionPointer {
  /** Always this one. */
  record PinnedVersion(int versionNumber, ContentHash versionHash) implements VersionPointer {
    static PinnedVersion of(Version version) {
      return new PinnedVersion(version.versionNumber(), version.versionHash());
    }

    /** Empty where the number is another version's now, as in another copy of the database. */
    @Override
    public Optional<Version> find(ScriptView view) {
      if (versionNumber > view.script().latestVersion()) {
        return Optional.empty();
      }
      return Optional.of(view.version(versionNumber))
          .filter(version -> version.versionHash().equals(versionHash));
    }

    @Override
    public String words() {
      return "v" + versionNumber;
    }
  }

  /** The newest one of a branch, whatever the branch is called now. */
  record NewestOnBranch(int branchNumber) implements VersionPointer {
    @Override
    public Optional<Version> find(ScriptView view) {
      return branch(view).map(Branch::headVersion).map(view::version);
    }

    @Override
    public String words() {
      return "newest of branch " + branchNumber;
    }

    /** The branch; empty where it is gone. */
    public Optional<Branch> branch(ScriptView view) {
      return view.branches().stream()
          .filter(branch -> branch.branchNumber() == branchNumber)
          .findFirst();
    }
  }

  /**
   * The version; empty where it is gone.
   *
   * @throws prismq.t.script.versioning.history.DamagedVersionException where it cannot be read
   */
  Optional<Version> find(ScriptView view);

  /** Which one in a few words, as the audit log and the command line tell. */
  String words();

  /** A version itself, or what is newest on its branch. */
  static VersionPointer of(Version version, boolean isFollowing) {
    return isFollowing ? new NewestOnBranch(version.branchNumber()) : PinnedVersion.of(version);
  }
}

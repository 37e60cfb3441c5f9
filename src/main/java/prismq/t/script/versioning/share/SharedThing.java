package prismq.t.script.versioning.share;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.share.VersionPointer.NewestOnBranch;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;

/** What a share link shows of a script. */
public sealed interface SharedThing {
  /**
   * What changed from one version to another.
   *
   * @param options of its page, as in an address
   */
  record SharedComparison(PinnedVersion from, VersionPointer to, String options)
      implements SharedThing {
    @Override
    public boolean isFollowing() {
      return to instanceof NewestOnBranch;
    }

    @Override
    public String words() {
      return "v" + from.versionNumber() + " to " + to.words();
    }

    @Override
    public String kind() {
      return "comparison";
    }
  }

  /** The text of a version. */
  record SharedVersion(VersionPointer version) implements SharedThing {
    @Override
    public boolean isFollowing() {
      return version instanceof NewestOnBranch;
    }

    @Override
    public String words() {
      return version.words();
    }

    @Override
    public String kind() {
      return "version";
    }
  }

  /**
   * The history of the script, or a part of it, as a document.
   *
   * @param choices of the report, as in an address
   * @param until the newest version of the script that it tells of; null for all there will be
   */
  record SharedReport(String choices, @Nullable PinnedVersion until) implements SharedThing {
    @Override
    public boolean isFollowing() {
      return until == null;
    }

    @Override
    public String words() {
      return until == null ? "report" : "report until " + until.words();
    }

    @Override
    public String kind() {
      return "report";
    }
  }

  /** Whether it says by itself who wrote something, so that names cannot be hidden. */
  default boolean namesWriter() {
    return this instanceof SharedReport report && report.choices.matches("(.*&)?author=.*");
  }

  /** {@code comparison}, {@code version} or {@code report}, as in JSON. */
  String kind();

  /** What it is in a few words, as the audit log and the command line tell. */
  String words();

  /** Whether it shows more once there are new versions. */
  boolean isFollowing();

  /**
   * A comparison of two versions, or of one with what is newest on the branch of the other.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there are no such versions
   */
  static SharedThing comparison(
      ScriptView view, int from, int to, boolean isFollowing, String options) {
    return new SharedComparison(
        PinnedVersion.of(view.version(from)),
        VersionPointer.of(view.version(to), isFollowing),
        options);
  }

  /**
   * A version, or what is newest on its branch.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such version
   */
  static SharedThing version(ScriptView view, int versionNumber, boolean isFollowing) {
    return new SharedVersion(VersionPointer.of(view.version(versionNumber), isFollowing));
  }

  /** A report of what there is now, or of what there will be. */
  static SharedThing report(ScriptView view, boolean isFollowing, String choices) {
    Version latest = view.version(view.script().latestVersion());
    return new SharedReport(choices, isFollowing ? null : PinnedVersion.of(latest));
  }
}

package prismq.t.script.versioning.script;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * Says on the page one lands on that a version was saved, and what can be done about it.
 *
 * @param main the first branch, where the version is on another one that can be merged into it;
 *     else null
 */
record SavedNotice(Version version, @Nullable Branch main) {
  /** About the version of this number. */
  static SavedNotice of(ScriptView view, int versionNumber) {
    Version version = view.version(versionNumber);
    Branch main = view.branches().get(0);
    boolean isOther = version.branchNumber() != main.branchNumber() && !main.isArchived();
    return new SavedNotice(version, isOther ? main : null);
  }

  /** Whether merging takes its text as it is, so that there is nothing to settle or look at. */
  public boolean isMergedAsItIs() {
    return main != null && Objects.equals(main.headVersion(), version.parentVersion());
  }

  public String mergeAction() {
    return Urls.history(version.scriptId()) + "/merges";
  }

  public String mergeDescription() {
    return MergeProposal.description(version.branch(), Objects.requireNonNull(main).name());
  }

  /** The page that previews merging it. */
  public String mergeUrl() {
    return Urls.merge(version.scriptId(), version.branch(), Objects.requireNonNull(main).name());
  }

  public int versionNumber() {
    return version.versionNumber();
  }

  /** The version before, whose text undoing restores; null for the first one. */
  public @Nullable Integer before() {
    return version.parentVersion();
  }

  public String undoAction() {
    return Urls.history(version.scriptId()) + "/rollbacks";
  }

  /** What is said about the version that undoing makes. */
  public String undoDescription() {
    return Messages.text("saved.undo_description", versionNumber(), before());
  }

  public String labelUrl() {
    return Urls.label(version.scriptId(), versionNumber());
  }
}

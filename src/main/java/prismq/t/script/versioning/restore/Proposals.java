package prismq.t.script.versioning.restore;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;
import prismq.t.script.versioning.web.Urls;

/** Makes proposals of what the page was asked for. */
final class Proposals {
  private final VersionManager versionManager;
  private final Comparisons comparisons;

  Proposals(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /**
   * The proposal on what is the head of the branch now.
   *
   * @throws NothingToUndoException where there is no such change
   */
  Proposal make(Script script, RestoreForm form) {
    String scriptId = script.scriptId();
    Version to = versionManager.version(scriptId, form.to());
    Version from = from(to, form);
    Undoing undoing = undoing(from, to, form.changeId());
    String asked = form.branch();
    String branch = asked == null ? to.branch() : asked;
    Integer headNumber = versionManager.branch(scriptId, branch).headVersion();
    Version head =
        versionManager.version(scriptId, headNumber == null ? to.versionNumber() : headNumber);
    ScriptText now = versionManager.content(scriptId, head.versionNumber());
    Wording wording = new Wording(from, to, undoing);
    Draft draft = new Merging(undoing, now, form).draft();
    return new Proposal(script, wording, branch, head, draft, form);
  }

  private Version from(Version to, RestoreForm form) {
    Integer number = form.from() == null ? to.parentVersion() : form.from();
    if (number == null) {
      throw nothing(
          to,
          "Nothing was before version " + to.versionNumber(),
          "It is the first one, so there is no text to go back to.",
          "To have another text, write a new version on top of it.");
    }
    if (number == to.versionNumber()) {
      throw nothing(
          to,
          "That is one and the same version",
          "Version "
              + to.versionNumber()
              + " compared with itself has no changes, so there is nothing to undo.",
          null);
    }
    return versionManager.version(to.scriptId(), number);
  }

  private static NothingToUndoException nothing(
      Version version, String title, String happened, @Nullable String next) {
    return new NothingToUndoException(
        ProblemKind.INVALID_INPUT,
        title,
        happened,
        next,
        new WayOn(
            Urls.version(version.scriptId(), version.versionNumber()),
            "See version " + version.versionNumber()));
  }

  private Undoing undoing(Version from, Version to, @Nullable String changeId) {
    Comparison comparison = comparisons.compare(from, to);
    if (changeId == null) {
      return Undoing.all(comparison);
    }
    for (Change change : comparison.diff().changes()) {
      if (change.id().equals(changeId)) {
        return Undoing.one(comparison, change);
      }
    }
    throw new NothingToUndoException(
        ProblemKind.NOT_FOUND,
        "This change is no longer there",
        "The comparison may be from an older release, or the address came through incomplete.",
        "Open the comparison again and choose the change there.",
        new WayOn(
            Urls.compare(from.scriptId(), from.versionNumber(), to.versionNumber()),
            "Open the comparison again"));
  }
}

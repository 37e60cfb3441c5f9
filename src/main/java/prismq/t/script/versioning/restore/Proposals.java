package prismq.t.script.versioning.restore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;
import prismq.t.script.versioning.web.Urls;

/** Makes the proposal that a form asks for. */
final class Proposals {
  private final VersionManager versionManager;
  private final Comparisons comparisons;

  Proposals(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /**
   * The proposal for the present head of the branch.
   *
   * @throws NothingToUndoException if there is no such change
   */
  Proposal make(String scriptId, RestoreForm form) {
    return versionManager.view(scriptId, view -> read(view, form)).get();
  }

  /** The address of the change that removed a passage; that of the comparison if none did. */
  String ofPassage(String scriptId, RestoreForm form, String passage) {
    Supplier<String> address =
        versionManager.view(
            scriptId,
            view -> {
              Version to = view.version(form.to());
              Version from = from(view, to, form);
              Comparisons.PreparedComparison comparison = comparisons.read(view, from, to);
              return () -> ofPassage(comparison.result(), from, to, passage);
            });
    return address.get();
  }

  private static String ofPassage(Comparison comparison, Version from, Version to, String passage) {
    String scriptId = to.scriptId();
    return RemovedPassage.find(comparison.diff(), passage)
        .map(Change::id)
        .map(id -> Urls.restore(scriptId, from.versionNumber(), to.versionNumber(), id))
        .orElse(Urls.compare(scriptId, from.versionNumber(), to.versionNumber()));
  }

  /** Reads all that the proposal needs; it is built after the view. */
  private Supplier<Proposal> read(ScriptView view, RestoreForm form) {
    Script script = view.script();
    Version to = view.version(form.to());
    Version from = from(view, to, form);
    Comparisons.PreparedComparison comparison = comparisons.read(view, from, to);
    String asked = form.branch();
    String branch = asked == null ? to.branch() : asked;
    Integer headNumber = view.branch(branch).headVersion();
    Version head = view.version(headNumber == null ? to.versionNumber() : headNumber);
    ScriptText now = view.content(head.versionNumber());
    return () -> {
      Undoing undoing = undoing(comparison.result(), from, to, form);
      UndoWording wording = new UndoWording(from, to, undoing);
      Draft draft = new Merging(undoing, now, form).draft();
      return new Proposal(script, wording, branch, head, draft, form);
    };
  }

  private static Version from(ScriptView view, Version to, RestoreForm form) {
    Integer number = form.from() == null ? to.parentVersion() : form.from();
    if (number == null) {
      throw nothing(
          to,
          Messages.text("restore.first", to.versionNumber()),
          Messages.text("restore.first_why"),
          Messages.text("restore.first_next"));
    }
    if (number == to.versionNumber()) {
      throw nothing(
          to,
          Messages.text("restore.same_version"),
          Messages.text("restore.same_version_why", to.versionNumber()),
          null);
    }
    return view.version(number);
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
            Messages.text("restore.see_version", version.versionNumber())));
  }

  private static Undoing undoing(
      Comparison comparison, Version from, Version to, RestoreForm form) {
    if (form.scene() != null) {
      return RestoredScene.of(comparison, form.scene(), form.isMovedBack())
          .map(scene -> Undoing.scene(comparison, scene))
          .orElseThrow(() -> gone(from, to));
    }
    String changeId = form.changeId();
    if (changeId == null) {
      return Undoing.all(comparison);
    }
    for (Change change : comparison.diff().changes()) {
      if (change.id().equals(changeId)) {
        return Undoing.one(comparison, change);
      }
    }
    throw gone(from, to);
  }

  private static NothingToUndoException gone(Version from, Version to) {
    return new NothingToUndoException(
        ProblemKind.NOT_FOUND,
        Messages.text("restore.gone"),
        Messages.text("restore.gone_why"),
        Messages.text("restore.gone_next"),
        new WayOn(
            Urls.compare(from.scriptId(), from.versionNumber(), to.versionNumber()),
            Messages.text("restore.open_again")));
  }
}

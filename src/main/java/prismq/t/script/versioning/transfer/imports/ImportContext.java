package prismq.t.script.versioning.transfer.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What every import works with.
 *
 * @param sizeLimit largest text taken, in bytes
 * @param progress receives its progress
 * @param summary receives what was imported and what was left out
 * @param targets tells which scripts it may look into and add to
 */
public record ImportContext(
    VersionManager manager,
    Clock clock,
    int sizeLimit,
    Progress progress,
    ImportSummary summary,
    ImportMode mode,
    TargetRights targets) {
  /** What an import works with that may go to any script. */
  public ImportContext(
      VersionManager manager,
      Clock clock,
      int sizeLimit,
      Progress progress,
      ImportSummary summary,
      ImportMode mode) {
    this(manager, clock, sizeLimit, progress, summary, mode, TargetRights.ANY);
  }

  /** The same with a summary of its own. */
  public ImportContext withSummary(ImportSummary other) {
    return new ImportContext(manager, clock, sizeLimit, progress, other, mode, targets);
  }

  /**
   * The script of this id, where the import may go there.
   *
   * @throws ImportException if it may not
   */
  public Optional<Script> target(String scriptId) {
    targets.check(scriptId);
    return manager.findScript(scriptId);
  }

  /** Whether nothing is saved. */
  public boolean isPreview() {
    return mode == ImportMode.PREVIEW;
  }

  /** Makes the script if there is none. */
  public void createScript(String scriptId, String title) {
    if (target(scriptId).isEmpty()) {
      manager.createScript(scriptId, title);
    }
  }

  /**
   * Makes the script if there is none; of its first versions the newest text may give the title.
   */
  public void createScript(String scriptId, ImportedTitle title, ScriptText newest) {
    if (target(scriptId).isEmpty()) {
      manager.createScript(scriptId, title.of(newest));
    }
  }

  /** Keeps what the names of files say that a script is written as, unless somebody has said it. */
  public void writtenAs(String scriptId, TextFormat format) {
    if (!isPreview() && target(scriptId).filter(script -> script.format() == null).isPresent()) {
      manager.changeFormat(scriptId, format);
    }
  }

  /**
   * Adds labels to imported versions, new or existing. One that is on another version here stays
   * there, and is reported; one that was removed here is added again. One that has a rule here is
   * not added, because nobody has asked for that whom the rule lets.
   */
  public void addLabels(String scriptId, List<Label> labels) {
    Map<String, Integer> here = new HashMap<>();
    Set<String> ruled = Set.of();
    if (target(scriptId).isPresent()) {
      manager.labels(scriptId).forEach(label -> here.put(label.name(), label.versionNumber()));
      ruled = manager.labelManager().ruled(scriptId);
    }
    List<Label> missing = new ArrayList<>();
    for (Label label : labels) {
      @Nullable Integer version = here.get(label.name());
      if (version == null && here.size() + missing.size() >= Label.MAX_COUNT) {
        summary.leftOut(
            FilledMessage.of("remark.labels_of", scriptId),
            "“" + label.name() + "”",
            FilledMessage.of("remark.label_count", Label.MAX_COUNT));
      } else if (version == null && ruled.contains(label.name())) {
        summary.leftOut(
            FilledMessage.of("remark.labels_of", scriptId),
            "“" + label.name() + "”",
            FilledMessage.of("remark.label_protected"));
      } else if (version == null) {
        missing.add(label);
        summary.labelAdded();
      } else if (version != label.versionNumber()) {
        summary.leftOut(
            FilledMessage.of("remark.labels_of", scriptId),
            FilledMessage.of("remark.label_place", label.name(), label.versionNumber(), version),
            FilledMessage.of("remark.label_elsewhere"));
      }
    }
    if (!isPreview() && !missing.isEmpty()) {
      manager.labelManager().add(scriptId, missing);
    }
  }
}

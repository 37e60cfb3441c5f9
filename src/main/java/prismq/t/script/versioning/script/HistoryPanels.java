package prismq.t.script.versioning.script;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Fragments;

/** Reads and shows the changes of one version beside a history, where that is not kept yet. */
final class HistoryPanels {
  private static final String TEMPLATE = "script/panel :: panel";

  private final Comparisons comparisons;
  private final Fragments fragments;

  HistoryPanels(Comparisons comparisons, Fragments fragments) {
    this.comparisons = comparisons;
    this.fragments = fragments;
  }

  /**
   * All that is needed to show a version after the view.
   *
   * @param html null if it is not kept
   * @param changes null for a first version, whose text is shown instead
   */
  record PreparedPanel(
      HistoryPanel panel,
      @Nullable String html,
      Comparisons.@Nullable PreparedComparison changes,
      @Nullable String text) {}

  /** What the template shows. */
  private record Content(HistoryPanel panel, @Nullable DiffView diff, @Nullable String text) {}

  PreparedPanel read(ScriptView view, HistoryPanel panel) {
    @Nullable String kept = fragments.find(TEMPLATE, panel.key());
    if (kept != null) {
      return new PreparedPanel(panel, kept, null, null);
    }
    Version version = panel.version();
    @Nullable Version from = panel.from();
    Integer parent = panel.comparedWith();
    try {
      return parent == null
          ? new PreparedPanel(panel, null, null, view.content(version.versionNumber()).display())
          : new PreparedPanel(
              panel,
              null,
              comparisons.read(view, from == null ? view.version(parent) : from, version),
              null);
    } catch (DamagedVersionException e) {
      // The history itself can still be read.
      return new PreparedPanel(panel.damaged(e.getMessage()), null, null, null);
    }
  }

  String html(PreparedPanel read) {
    return read.html == null
        ? fragments.html(TEMPLATE, read.panel.key(), () -> content(read))
        : read.html;
  }

  private static Content content(PreparedPanel read) {
    return new Content(
        read.panel,
        read.changes == null ? null : DiffView.beside(read.changes.result()),
        read.text);
  }
}

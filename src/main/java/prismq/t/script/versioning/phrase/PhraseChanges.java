package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ChangeExcerpt;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Urls;

/** Shows what versions changed around a phrase, as far as a page has time for it. */
final class PhraseChanges {
  /** Most text compared for a page. */
  private static final long MAX_BYTES = 10_000_000;

  /** Nothing more is read and compared after this time, in nanoseconds. */
  private static final long MAX_TIME = 1_000_000_000;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final PhraseLife life;
  private final PhraseFinder finder;

  PhraseChanges(
      VersionManager versionManager,
      Comparisons comparisons,
      PhraseLife life,
      PhraseFinder finder) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.life = life;
    this.finder = finder;
  }

  /** What these versions of a script changed, in their order. */
  List<PhraseChange> list(List<Version> versions) {
    long deadline = System.nanoTime() + MAX_TIME;
    long bytes = 0;
    List<PhraseChange> changes = new ArrayList<>();
    for (Version version : versions) {
      bytes += 2L * version.sizeBytes();
      changes.add(
          bytes > MAX_BYTES || System.nanoTime() - deadline > 0
              ? change(version, false, null, null)
              : compared(version));
    }
    return changes;
  }

  private PhraseChange compared(Version version) {
    Comparison comparison;
    try {
      comparison = versionManager.view(version.scriptId(), view -> read(view, version)).result();
    } catch (DamagedVersionException e) {
      // The others can still be read.
      return change(version, false, null, e.getMessage());
    }
    boolean isFountain = DiffView.of(comparison).isFountain();
    return change(version, isFountain, excerpt(version, comparison), null);
  }

  private Comparisons.PreparedComparison read(ScriptView view, Version version) {
    Integer parent = version.parentVersion();
    return parent == null
        ? comparisons.of(view.script(), ScriptText.of(""), view.content(version.versionNumber()))
        : comparisons.read(view, view.version(parent), version);
  }

  private PhraseChange change(
      Version version,
      boolean isFountain,
      @Nullable ChangeExcerpt excerpt,
      @Nullable String problem) {
    int number = version.versionNumber();
    return new PhraseChange(
        version,
        life.turn(number),
        life.before(number),
        life.occurrences(number),
        isFountain,
        excerpt,
        problem);
  }

  private ChangeExcerpt excerpt(Version version, Comparison comparison) {
    String scriptId = version.scriptId();
    Integer parent = version.parentVersion();
    return parent == null
        ? ChangeExcerpt.ofFirst(
            comparison,
            finder.places(comparison.to()),
            Urls.version(scriptId, version.versionNumber()))
        : ChangeExcerpt.of(
            comparison,
            finder.places(comparison.from()),
            finder.places(comparison.to()),
            Urls.compare(scriptId, parent, version.versionNumber()));
  }
}

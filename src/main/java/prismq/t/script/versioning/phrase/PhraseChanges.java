package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.compare.Excerpt;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Urls;

/** Shows what versions changed around a phrase, as far as a page has time for it. */
final class PhraseChanges {
  /** So much text is compared for a page. */
  private static final long MOST_BYTES = 10_000_000;

  /** No comparison is begun after so long, in nanoseconds. */
  private static final long MOST_TIME = 1_000_000_000;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final PhraseLife life;
  private final PhraseFinder finder;
  private final long deadline = System.nanoTime() + MOST_TIME;
  private long bytes;

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

  /** These versions of a script, in their order. */
  List<PhraseChange> of(String scriptId, List<Integer> numbers) {
    List<PhraseChange> changes = new ArrayList<>();
    for (int number : numbers) {
      changes.add(of(versionManager.version(scriptId, number)));
    }
    return changes;
  }

  private PhraseChange of(Version version) {
    bytes += 2L * version.sizeBytes();
    if (bytes > MOST_BYTES || System.nanoTime() - deadline > 0) {
      return change(version, false, null, null);
    }
    try {
      Comparison comparison = comparison(version);
      boolean isFountain = DiffView.of(comparison).isFountain();
      return change(version, isFountain, excerpt(version, comparison), null);
    } catch (DamagedVersionException e) {
      // The others can be read all the same.
      return change(version, false, null, e.getMessage());
    }
  }

  private PhraseChange change(
      Version version, boolean isFountain, @Nullable Excerpt excerpt, @Nullable String problem) {
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

  private Comparison comparison(Version version) {
    String scriptId = version.scriptId();
    Integer parent = version.parentVersion();
    return parent == null
        ? comparisons.compare(
            ScriptText.of(""), versionManager.content(scriptId, version.versionNumber()))
        : comparisons.compare(versionManager.version(scriptId, parent), version);
  }

  private Excerpt excerpt(Version version, Comparison comparison) {
    String scriptId = version.scriptId();
    Integer parent = version.parentVersion();
    return parent == null
        ? Excerpt.ofFirst(
            comparison,
            finder.places(comparison.to()),
            Urls.version(scriptId, version.versionNumber()))
        : Excerpt.of(
            comparison,
            finder.places(comparison.from()),
            finder.places(comparison.to()),
            Urls.compare(scriptId, parent, version.versionNumber()));
  }
}

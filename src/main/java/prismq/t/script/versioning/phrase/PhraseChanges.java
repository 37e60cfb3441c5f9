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
import prismq.t.script.versioning.web.Urls;

/** Shows what versions changed around a phrase, as far as a page has time for it. */
final class PhraseChanges {
  /** So much text is compared for a page. */
  private static final long MAX_BYTES = 10_000_000;

  /** No comparison is begun after so long, in nanoseconds. */
  private static final long MAX_TIME = 1_000_000_000;

  private final PhraseLife life;
  private final PhraseFinder finder;
  private final List<ChangeRead> read;

  /**
   * What is read of a version.
   *
   * @param comparison with its parent; null where the page has no time for it, or it is damaged
   * @param problem what is damaged; null where nothing is
   */
  private record ChangeRead(
      Version version, Comparisons.@Nullable Prepared comparison, @Nullable String problem) {}

  /** Reads these versions of a script, in their order. */
  PhraseChanges(
      ScriptView view,
      Comparisons comparisons,
      PhraseLife life,
      PhraseFinder finder,
      List<Integer> numbers) {
    this.life = life;
    this.finder = finder;
    this.read = new ArrayList<>();
    long bytes = 0;
    for (int number : numbers) {
      Version version = view.version(number);
      bytes += 2L * version.sizeBytes();
      read.add(
          bytes > MAX_BYTES
              ? new ChangeRead(version, null, null)
              : read(view, comparisons, version));
    }
  }

  private static ChangeRead read(ScriptView view, Comparisons comparisons, Version version) {
    Integer parent = version.parentVersion();
    try {
      return new ChangeRead(
          version,
          parent == null
              ? comparisons.of(ScriptText.of(""), view.content(version.versionNumber()))
              : comparisons.read(view, view.version(parent), version),
          null);
    } catch (DamagedVersionException e) {
      // The others can be read all the same.
      return new ChangeRead(version, null, e.getMessage());
    }
  }

  /** What the versions changed. */
  List<PhraseChange> list() {
    long deadline = System.nanoTime() + MAX_TIME;
    return read.stream().map(version -> change(version, deadline)).toList();
  }

  private PhraseChange change(ChangeRead read, long deadline) {
    if (read.comparison == null || System.nanoTime() - deadline > 0) {
      return change(read.version, false, null, read.problem);
    }
    Comparison comparison = read.comparison.result();
    boolean isFountain = DiffView.of(comparison).isFountain();
    return change(read.version, isFountain, excerpt(read.version, comparison), null);
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

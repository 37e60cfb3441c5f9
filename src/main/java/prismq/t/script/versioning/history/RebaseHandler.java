package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.SaveOutcome.AskedFirst;
import prismq.t.script.versioning.history.SaveOutcome.SavedMerged;

/**
 * Saves a text on the head of its branch; where that is no longer the version it was written on,
 * merged with what was saved since. Safe for use by several threads.
 */
public final class RebaseHandler {
  /** The key of the metadata that names the version which a merged text was written on. */
  public static final String WRITTEN_ON = "written_on";

  /** Whoever loses so many races is told so. */
  private static final int MAX_ROUNDS = 20;

  /** More versions than anybody would be told the authors of. */
  private static final int MAX_SINCE = 200;

  private static final ScriptText EMPTY = ScriptText.of("");

  private final VersionManager versionManager;
  private final ThreeWayMerge threeWayMerge = new ThreeWayMerge();

  /** Reads and saves through this version manager. */
  public RebaseHandler(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /**
   * Saves a version.
   *
   * @param version with the head that its author has seen as its base version
   * @param key makes repeated requests save only once; null for no key
   * @param settled gives the text to be saved for a merge; empty where somebody is to be asked
   * @throws StaleBaseException where the base version is no longer the head, and there is nothing
   *     that it could be merged with; nothing was saved
   */
  public SaveOutcome save(
      NewVersion version,
      @Nullable IdempotencyKey key,
      Function<Rebase, Optional<ScriptText>> settled) {
    NewVersion next = version;
    for (int round = 1; ; round++) {
      try {
        return new SavedMerged(save(next, key));
      } catch (StaleBaseException e) {
        Optional<Rebase> rebase = round == MAX_ROUNDS ? Optional.empty() : rebase(version);
        if (rebase.isEmpty()) {
          throw e;
        }
        Optional<ScriptText> text = settled.apply(rebase.get());
        if (text.isEmpty()) {
          return new AskedFirst(rebase.get());
        }
        next = version.rebased(text.get(), rebase.get());
      }
    }
  }

  private SavedOnce save(NewVersion version, @Nullable IdempotencyKey key) {
    return key == null
        ? SavedOnce.now(versionManager.save(version))
        : versionManager.save(version, key);
  }

  /**
   * Merges a version with what was saved since its base version; empty where that is still the
   * head, is not what the head was made of, or can no longer be read.
   */
  public Optional<Rebase> rebase(NewVersion version) {
    Integer base = version.baseVersion();
    if (base == null) {
      return Optional.empty();
    }
    try {
      return versionManager
          .view(version.scriptId(), view -> read(view, version, base))
          .map(Supplier::get);
    } catch (DamagedVersionException e) {
      return Optional.empty();
    }
  }

  /** Reads all that is needed; the merge itself runs after the view. */
  private Optional<Supplier<Rebase>> read(ScriptView view, NewVersion version, int base) {
    Branch branch = view.branch(version.branch());
    Integer head = branch.headVersion();
    boolean isFirst = base == NewVersion.NO_VERSION_YET;
    if (head == null
        || head == base
        || (!isFirst && (base > head || !view.graph().isMadeOf(head, base)))) {
      return Optional.empty();
    }
    Script script = view.script();
    Version baseVersion = isFirst ? null : view.version(base);
    Version headVersion = view.version(head);
    List<Version> since = since(view, branch.name(), base, head + 1);
    ScriptText baseText = isFirst ? EMPTY : view.content(base);
    ScriptText headText = view.content(head);
    return Optional.of(
        () ->
            new Rebase(
                script,
                branch,
                baseVersion,
                headVersion,
                since.isEmpty() ? List.of(headVersion) : since,
                version.content(),
                headText,
                threeWayMerge.merge(baseText, headText, version.content())));
  }

  /** What a version was merged with as it was saved, oldest first; empty if with nothing. */
  public static List<Version> mergedWith(ScriptView view, Version version) {
    Object base = version.metadata().values().get(WRITTEN_ON);
    return base instanceof Number number
        ? since(view, version.branch(), number.intValue(), version.versionNumber())
        : List.of();
  }

  private static List<Version> since(ScriptView view, String branch, int above, int below) {
    VersionFilter onBranch = new VersionFilter(branch, null, null, null, null);
    return view.versionsAbove(onBranch, above, MAX_SINCE).stream()
        .filter(version -> version.versionNumber() < below)
        .toList();
  }
}

package prismq.t.script.versioning.core.revision;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.Screenplay;

/**
 * Lays the revisions of a screenplay out one after the other. Before its pages are locked, each is
 * paged anew; from then on what stood on a page stays on it, goes on on pages behind it where it
 * became too long, and leaves its number to the page before where nothing is left of it.
 */
public final class RevisedScript {
  private final RevisionRules rules;
  private final Set<LockedLabel> usedScenes = new HashSet<>();
  private @Nullable DraftLayout last;
  private @Nullable SceneNumbers numbers;
  private int revision;

  private RevisedScript(RevisionRules rules) {
    this.rules = rules;
  }

  /**
   * Lays all revisions out, of which only the last one is kept meanwhile.
   *
   * @param count how many there are
   * @param texts gives the text of each, in Fountain
   * @param visitor receives each in its turn
   */
  public static void forEach(
      int count, IntFunction<String> texts, RevisionRules rules, Consumer<RevisedDraft> visitor) {
    RevisedScript script = new RevisedScript(rules);
    for (int i = 0; i < count; i++) {
      visitor.accept(script.next(texts.apply(i)));
    }
  }

  private RevisedDraft next(String text) {
    Screenplay screenplay = Screenplay.parse(text);
    DraftWords plain = DraftWords.of(screenplay);
    @Nullable DraftLayout before = last;
    @Nullable SceneNumbers numbersBefore = numbers;
    boolean isLocked = rules.isLockedBefore(revision);
    SceneNumbers own =
        isLocked && numbersBefore != null
            ? numbersBefore.next(screenplay, usedScenes)
            : SceneNumbers.first(screenplay, rules, revision);
    usedScenes.addAll(own.labels());
    DraftLayout layout;
    if (before == null || numbersBefore == null) {
      layout = DraftLayout.first(plain, own, rules.scheme());
    } else {
      WordMoves moves = WordMoves.of(before, numbersBefore, plain, isLocked ? own : null);
      layout = DraftLayout.next(before, moves, own, revision, isLocked);
    }
    last = layout;
    numbers = own;
    RevisedDraft draft = layout.draft(revision, before);
    revision++;
    return draft;
  }
}

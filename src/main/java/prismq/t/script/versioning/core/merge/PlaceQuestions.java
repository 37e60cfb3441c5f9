package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.merge.MergePart.Cause;

/**
 * Asks where both sides did something to the place of the same text, or one to its place and the
 * other removed it. Each side for itself changed another place, so that a merge by chunks is clean
 * there, with the text twice or with removed text back. Each place that one side put it at becomes
 * a conflict, in which the other side has nothing: choosing the same side in all of them gives what
 * that side has.
 */
final class PlaceQuestions {
  /** Of all three texts together; longer ones are not searched, for the sake of time. */
  private static final int MAX_CHARACTERS = 8_000_000;

  private final MergeAttempt attempt;
  private final Map<Chunk, Cause> questions = new HashMap<>();

  private PlaceQuestions(MergeAttempt attempt) {
    this.attempt = attempt;
  }

  /** The attempt with all that has to be asked about places. */
  static MergeAttempt asked(MergeAttempt attempt) {
    return new PlaceQuestions(attempt).asked();
  }

  private MergeAttempt asked() {
    Triple texts = attempt.texts();
    if (!isChangedByBoth() || length(texts) > MAX_CHARACTERS) {
      return attempt;
    }
    Lineages lineages = new Lineages(texts);
    new RepeatedUnits(attempt, lineages).forEach(this::ask);
    new MovedUnits(attempt, lineages).forEach(this::ask);
    if (questions.isEmpty()) {
      return attempt;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (Chunk chunk : attempt.chunks()) {
      Cause cause = questions.get(chunk);
      chunks.add(cause == null ? chunk : chunk.asked(cause));
    }
    return attempt.asking(chunks);
  }

  private void ask(Chunk chunk, Cause cause) {
    questions.merge(chunk, cause, Cause::or);
  }

  /** Whether each side changed something; else there is nothing that could meet. */
  private boolean isChangedByBoth() {
    Triple texts = attempt.texts();
    return !texts.ours().text().equals(texts.base().text())
        && !texts.theirs().text().equals(texts.base().text())
        && !texts.ours().text().equals(texts.theirs().text());
  }

  private static long length(Triple texts) {
    return (long) texts.base().text().length()
        + texts.ours().text().length()
        + texts.theirs().text().length();
  }
}

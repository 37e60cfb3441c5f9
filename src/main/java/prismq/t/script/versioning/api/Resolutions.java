package prismq.t.script.versioning.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers.Answer;
import prismq.t.script.versioning.conflict.Choice;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.StaleBaseException;

/** The texts that a request chooses for passages that both sides changed. */
final class Resolutions {
  private static final String FIELD = "resolutions";
  private static final Map<String, Choice> TAKES =
      Map.of("into", Choice.OURS, "from", Choice.THEIRS, "both", Choice.BOTH);

  private final Map<String, Map<String, Object>> byConflict = new LinkedHashMap<>();

  /**
   * The resolutions of a request.
   *
   * @throws InvalidInputException if one names no conflict, or two name the same one
   */
  Resolutions(List<Map<String, Object>> resolutions) {
    for (Map<String, Object> resolution : resolutions) {
      check(resolution);
      String id = (String) resolution.get("conflict_id");
      if (byConflict.put(String.valueOf(id), resolution) != null) {
        throw new InvalidInputException(
            FIELD, "The conflict " + id + " is resolved twice. Say it once.");
      }
    }
  }

  private static void check(Map<String, Object> resolution) {
    Object content = resolution.get("content");
    Object take = resolution.get("take");
    boolean isOne = (content == null) != (take == null);
    if (!Set.of("conflict_id", "take", "content").containsAll(resolution.keySet())
        || !(resolution.get("conflict_id") instanceof String)
        || !isOne
        || (content != null && !(content instanceof String))
        || (take != null && !TAKES.containsKey(take))) {
      throw new InvalidInputException(
          FIELD,
          "Each is {\"conflict_id\": \"…\", \"take\": \"into\", \"from\" or \"both\"}, or"
              + " {\"conflict_id\": \"…\", \"content\": \"the text to use\"}.");
    }
  }

  /** A conflict with its resolution, if the request has one. */
  Passage passage(String id, Conflict conflict, ScriptText ours) {
    Map<String, Object> resolution = byConflict.get(id);
    if (resolution == null) {
      return new Passage(id, conflict, null, "", null, null);
    }
    @Nullable String content = (String) resolution.get("content");
    if (content != null) {
      ScriptText written = ScriptText.of(content);
      return new Passage(id, conflict, Choice.WRITTEN, content, written, null);
    }
    Choice choice = TAKES.get(String.valueOf(resolution.get("take")));
    return Passage.of(id, conflict, new Answer(choice, null), ours);
  }

  /**
   * Checks that the resolutions are about the heads of this proposal.
   *
   * @throws StaleBaseException if a head has moved since
   */
  void checkHeads(MergeProposal proposal) {
    for (String id : byConflict.keySet()) {
      ConflictId heads = ConflictId.parse(id);
      if (heads != null) {
        proposal.checkHeads(heads.fromVersion(), heads.intoVersion());
      }
    }
  }

  /**
   * Checks that every resolution is about one of these conflicts.
   *
   * @throws InvalidInputException if one is about another merge
   */
  void check(List<Passage> passages) {
    Set<String> unknown = new LinkedHashSet<>(byConflict.keySet());
    passages.forEach(passage -> unknown.remove(passage.id()));
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(
          FIELD,
          "This merge has no conflict "
              + String.join(", ", unknown)
              + ". It is of another merge; ask again without resolutions for the conflicts of this"
              + " one.");
    }
  }
}

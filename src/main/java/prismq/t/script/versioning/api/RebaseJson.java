package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.conflict.Answers.Answer;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.SettledMerge;
import prismq.t.script.versioning.history.Rebase;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Json;

/** The conflicts of a text with what was saved since the version it was written on, as JSON. */
final class RebaseJson {
  private RebaseJson() {}

  /** Answers 409; in each conflict, into is the head's text and from the one that was sent. */
  static void answerConflicts(Context context, Rebase rebase) {
    SettledMerge merge =
        SettledMerge.of(
            rebase.merge(),
            (id, conflict) -> Passage.of(id, conflict, new Answer(null, null), rebase.headText()));
    List<MergeJson.ConflictJson> conflicts =
        merge.passages().stream().map(MergeJson.ConflictJson::of).toList();
    int head = rebase.head().versionNumber();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("base_version", rebase.baseVersion());
    more.put("head_version", head);
    more.put("since_base", rebase.since().stream().map(Version::versionNumber).toList());
    more.put("conflicts", conflicts);
    Json.problem(
        context,
        409,
        "Both sides changed the same",
        (conflicts.size() == 1 ? "One passage was" : conflicts.size() + " passages were")
            + " changed in what was sent and in what was saved since version "
            + rebase.baseVersion()
            + ". Nothing was saved. Choose the text for each, and send the whole text with"
            + " base_version "
            + head
            + ".",
        more);
  }
}

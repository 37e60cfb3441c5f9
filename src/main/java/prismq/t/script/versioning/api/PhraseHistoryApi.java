package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.phrase.TypedPhrase;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.PhraseHistory;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that tells when a phrase was added and removed. */
public final class PhraseHistoryApi {
  private final Passages passages;

  /** Looks phrases up in these. */
  public PhraseHistoryApi(Passages passages) {
    this.passages = passages;
  }

  /** The history of a phrase, oldest version first. */
  record History(String query, boolean folded, List<ChangedVersion> versions) {}

  /** A version in which the number of occurrences changed; change is against its first parent. */
  record ChangedVersion(
      int versionNumber,
      String branch,
      int occurrences,
      int change,
      String author,
      PersonJson person,
      String createdAt,
      String changeDescription) {}

  /** Answers with every version in which the number of a phrase's occurrences changed. */
  public void show(Context context) {
    @Nullable String query = context.queryParam("q");
    PhraseMatch match = Parameters.flag(context, "fold") ? PhraseMatch.FOLDED : PhraseMatch.EXACT;
    if (query == null || query.isEmpty()) {
      throw new BadRequestException("The parameter q is the phrase to look for; it is missing.");
    }
    if (query.length() > TypedPhrase.MAX_LENGTH) {
      throw new BadRequestException(
          "The parameter q has at most " + TypedPhrase.MAX_LENGTH + " characters.");
    }
    String scriptId = context.pathParam("script_id");
    PassageHistory all = passages.view(scriptId, passages::history);
    PhraseHistory history = PhraseHistory.of(all, query, match);
    List<ChangedVersion> versions = passages.view(scriptId, view -> versions(view, history));
    Json.answer(context, 200, new History(query, history.isFolded(), versions));
  }

  private static List<ChangedVersion> versions(ScriptView view, PhraseHistory history) {
    VersionFilter changed = VersionFilter.ALL.only(history.changedSet());
    List<Version> newestFirst = view.versions(changed, Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<ChangedVersion> versions = new ArrayList<>();
    for (Version version : newestFirst) {
      int number = version.versionNumber();
      versions.add(
          new ChangedVersion(
              number,
              version.branch(),
              history.occurrences()[number],
              history.changes()[number],
              version.author().name(),
              PersonJson.of(version.person()),
              ApiTime.format(version.createdAt()),
              version.changeDescription()));
    }
    Collections.reverse(versions);
    return versions;
  }
}

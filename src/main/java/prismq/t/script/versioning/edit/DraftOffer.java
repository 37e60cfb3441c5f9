package prismq.t.script.versioning.edit;

import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.WordCounts;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.StoredDraft;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/**
 * A draft on the server that a form offers to restore.
 *
 * @param seen what the form says that has seen it
 * @param said when it was kept, in a sentence
 * @param difference what restoring it would change, in a sentence; empty where that cannot be told
 * @param restoreUrl the form filled with it
 */
record DraftOffer(String seen, String said, String difference, String url, String restoreUrl) {
  /** That of a script that is not there yet. */
  static DraftOffer ofNewScript(StoredDraft draft, Times times) {
    String when = times.relative(draft.savedAt());
    String title = draft.fields().title();
    return new DraftOffer(
        draft.seen(),
        title.isBlank()
            ? Messages.text("edit.draft_elsewhere", when)
            : Messages.text("edit.draft_elsewhere_of_title", when, title),
        "",
        Urls.draft(draft.id()),
        restoreUrl(Urls.NEW, draft));
  }

  /**
   * That of a branch.
   *
   * @param here the text that the form is filled with
   */
  static DraftOffer of(
      StoredDraft draft,
      Times times,
      Script script,
      String editUrl,
      String here,
      Comparisons comparisons) {
    String when = times.relative(draft.savedAt());
    int base = draft.fields().baseVersion();
    return new DraftOffer(
        draft.seen(),
        base == 0
            ? Messages.text("edit.draft_elsewhere", when)
            : Messages.text("edit.draft_elsewhere_of_version", when, base),
        difference(script, here, draft.fields().content(), comparisons),
        Urls.draft(draft.id()),
        restoreUrl(editUrl, draft));
  }

  private static String restoreUrl(String form, StoredDraft draft) {
    return Urls.with(form, Map.of(DraftKeys.FIELD, draft.seen()));
  }

  private static String difference(
      Script script, String here, String draft, Comparisons comparisons) {
    if (here.equals(draft)) {
      return Messages.text("edit.draft_same_text");
    }
    List<String> counts =
        WordCounts.of(
            comparisons
                .compare(script, ScriptText.of(here), ScriptText.of(draft))
                .diff()
                .statistics());
    return counts.isEmpty()
        ? Messages.text("edit.draft_no_words")
        : Messages.text("edit.draft_difference", Messages.series(counts));
  }

  public String jsonUrl() {
    return url + "/content.json";
  }

  public String discardUrl() {
    return url + "/discard";
  }
}

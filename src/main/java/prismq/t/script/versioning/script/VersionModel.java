package prismq.t.script.versioning.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.SuggestionAcceptance;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.reading.TextLayout;
import prismq.t.script.versioning.readmark.ShownReadMark;
import prismq.t.script.versioning.readmark.UnreadPassages;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.ShownReview;
import prismq.t.script.versioning.token.TokenSave;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Urls;

/**
 * What the page of a version shows.
 *
 * @param labels the names of its labels
 * @param branchHead the head of the version's branch
 * @param otherBranch where the version can be restored although it is the head of its own branch;
 *     null if there is no other branch
 * @param mergedWith what it was merged with as it was saved, in a sentence; null for nothing
 * @param savedBy the token that saved it; null where none did
 * @param openThreads number of threads of the script that are not resolved
 * @param openSuggestions number of suggestions for it that nobody decided on
 * @param reviews of it: the newest one, and those that are still open, newest first
 * @param guestVerdicts what guests of share links decided about it
 * @param layout how the text is shown
 * @param mark whether whoever sees it has read it; null where nobody has an account
 * @param unread what of it is new to them; null where nothing is told apart
 */
record VersionModel(
    Script script,
    Version version,
    List<String> labels,
    ScriptText text,
    int branchHead,
    @Nullable String otherBranch,
    @Nullable String mergedWith,
    @Nullable TokenSave savedBy,
    int openThreads,
    int openSuggestions,
    List<ShownReview> reviews,
    List<GuestVerdict> guestVerdicts,
    TextLayout layout,
    @Nullable ShownReadMark mark,
    @Nullable UnreadPassages unread) {
  /** The same with what others say of it, and its text laid out. */
  VersionModel with(
      @Nullable TokenSave token,
      int threads,
      int suggested,
      List<ShownReview> shown,
      List<GuestVerdict> ofGuests,
      @Nullable ShownReadMark read,
      @Nullable UnreadPassages notRead) {
    return new VersionModel(
        script,
        version,
        labels,
        text,
        branchHead,
        otherBranch,
        mergedWith,
        token,
        threads,
        suggested,
        shown,
        ofGuests,
        layout.laidOut(text),
        read,
        notRead);
  }

  public boolean isHead() {
    return version.versionNumber() == branchHead;
  }

  public boolean isEmpty() {
    return text.display().isEmpty();
  }

  /** The text, escaped here because templates would take far longer to escape a long one. */
  public String bodyHtml() {
    return new Html().text(text.display()).toString();
  }

  /** Whether the text is a screenplay, which is read in a typewriter face. */
  public boolean isFountain() {
    return script.isScreenplay(text);
  }

  /** This page with the text in another view. */
  public String viewUrl(String view) {
    return ownUrl() + "?view=" + view;
  }

  /** This page with a screenplay broken into pages, or as it is without that. */
  public String breaksUrl() {
    return ownUrl() + "?view=page" + (layout.isBroken() ? "" : "&breaks=show");
  }

  private String ownUrl() {
    return Urls.version(script.scriptId(), version.versionNumber());
  }

  public String historyUrl() {
    return Urls.history(script.scriptId());
  }

  /** The search, with this script chosen already. */
  public String searchUrl() {
    return Urls.search("script:" + script.scriptId() + " ");
  }

  /** The screenplay on paper. */
  public String screenplayPdfUrl() {
    return Urls.screenplayPdf(script.scriptId(), version.versionNumber(), false);
  }

  public String revisionsUrl() {
    return Urls.revisions(script.scriptId());
  }

  public String contentUrl() {
    return Urls.content(script.scriptId(), version.versionNumber());
  }

  public String shareUrl() {
    return Urls.share(script.scriptId()) + "?version=" + version.versionNumber();
  }

  public String annotateUrl() {
    return Urls.annotate(script.scriptId(), version.versionNumber());
  }

  public String statisticsUrl() {
    return Urls.statistics(script.scriptId(), version.versionNumber());
  }

  public String suggestionsUrl() {
    return Urls.suggestions(script.scriptId(), version.versionNumber());
  }

  public String commentsUrl() {
    return Urls.comments(script.scriptId(), version.versionNumber());
  }

  /** Where the notes of the margin come from. */
  public String threadsUrl() {
    return Urls.threads(script.scriptId(), version.versionNumber());
  }

  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script.scriptId());
  }

  public String editUrl() {
    return Urls.edit(script.scriptId(), version.versionNumber());
  }

  /** Null where there is no branch that has another text. */
  public @Nullable String rollbackUrl() {
    if (!isHead()) {
      return Urls.rollback(script.scriptId(), version.versionNumber());
    }
    return otherBranch == null
        ? null
        : Urls.rollback(script.scriptId(), version.versionNumber(), otherBranch);
  }

  public String branchUrl() {
    return Urls.branch(script.scriptId(), version.branchNumber());
  }

  /** Leads to copying its change to another branch; null if there is no other. */
  public @Nullable String pickUrl() {
    return otherBranch == null ? null : Urls.pick(script.scriptId(), version.versionNumber());
  }

  public String labelsUrl() {
    return Urls.labelled(script.scriptId(), version.versionNumber());
  }

  public String labelUrl() {
    return Urls.label(script.scriptId(), version.versionNumber());
  }

  /** The form to ask for a review of it. */
  public String askForReviewUrl() {
    return Urls.askForReview(script.scriptId(), version.versionNumber());
  }

  public String reviewReportUrl() {
    return Urls.reviewReport(script.scriptId(), version.versionNumber());
  }

  public String branchOffUrl() {
    return Urls.branchOff(script.scriptId(), version.versionNumber());
  }

  public String versionUrl(int versionNumber) {
    return Urls.version(script.scriptId(), versionNumber);
  }

  public @Nullable String changesUrl() {
    Integer parent = version.parentVersion();
    return parent == null ? null : Urls.compare(script.scriptId(), parent, version.versionNumber());
  }

  public @Nullable String undoUrl() {
    return version.parentVersion() == null
        ? null
        : Urls.undo(script.scriptId(), version.versionNumber());
  }

  public @Nullable String sinceUrl() {
    return isHead() ? null : Urls.compare(script.scriptId(), version.versionNumber(), branchHead);
  }

  public @Nullable String earlierUrl() {
    return version.versionNumber() == 1 ? null : versionUrl(version.versionNumber() - 1);
  }

  public @Nullable String laterUrl() {
    return version.versionNumber() == script.latestVersion()
        ? null
        : versionUrl(version.versionNumber() + 1);
  }

  /** The suggestions that it was made of; null where it was not. */
  public @Nullable SuggestedBy suggestedBy() {
    return SuggestedBy.of(version);
  }

  /** The metadata that has no place of its own on the page. */
  public List<Map.Entry<String, Object>> otherMetadata() {
    List<String> known =
        List.of(
            "review_score",
            "length_seconds",
            "notes",
            "source",
            "model",
            RebaseHandler.WRITTEN_ON,
            Metadata.TEXT_ENCODING,
            SuggestionAcceptance.ACCEPTED_BY,
            SuggestionAcceptance.SUGGESTIONS,
            SuggestionAcceptance.REVIEW);
    return version.metadata().values().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .toList();
  }
}

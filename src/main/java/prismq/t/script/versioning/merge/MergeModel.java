package prismq.t.script.versioning.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.MergeProposal.MergeKind;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * What the template of the merge page shows.
 *
 * @param branches those that something can be merged into or from
 * @param alert why nothing was saved, or why there is nothing to show; null for neither
 * @param outcome null if there is nothing to merge
 * @param typed what was typed, where there is no outcome that it could be shown with
 */
record MergeModel(
    Script script,
    List<Branch> branches,
    MergeForm form,
    @Nullable String alert,
    @Nullable MergeOutcome outcome,
    List<SentForm.Typed> typed) {
  public boolean isPick() {
    return form.kind() == MergeKind.PICK;
  }

  public String title() {
    if (isPick()) {
      return form.picked() == 0
          ? Messages.text("merge.copy_title")
          : Messages.text("compare.copy_change", form.picked());
    }
    return outcome == null
        ? Messages.text("merge.title")
        : Messages.text(
            "merge.title_of", outcome.proposal().from().name(), outcome.proposal().into().name());
  }

  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script.scriptId());
  }

  public String historyUrl() {
    return Urls.history(script.scriptId());
  }

  public String branchesUrl() {
    return Urls.branches(script.scriptId());
  }

  public String chooseUrl() {
    return isPick() ? Urls.pick(script.scriptId()) : Urls.merge(script.scriptId());
  }

  public String action() {
    return historyUrl() + (isPick() ? "/picks" : "/merges");
  }

  public String versionUrl(Version version) {
    return Urls.version(script.scriptId(), version.versionNumber());
  }

  public String compareUrl(Version from, Version to) {
    return Urls.compare(script.scriptId(), from.versionNumber(), to.versionNumber());
  }
}

package prismq.t.script.versioning.merge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageErrors;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.MergeProposal.MergeKind;
import prismq.t.script.versioning.language.Messages;

/**
 * The result of a merge.
 *
 * @param strays what was written for passages that no longer conflict
 * @param intoPreview what it changes in the head of the branch
 * @param fromPreview how it differs from what is merged; null if a change is picked
 * @param errors the errors, by field
 * @param mustSettle whether passages without an answer are marked as errors
 */
record MergeOutcome(
    Settlement settlement,
    List<String> strays,
    DiffView intoPreview,
    @Nullable DiffView fromPreview,
    String changeDescription,
    Map<String, String> errors,
    boolean mustSettle) {
  /** The settled text, compared with both sides. */
  static MergeOutcome of(
      Comparisons comparisons, MergeForm form, Settlement settlement, Map<String, String> errors) {
    MergeProposal proposal = settlement.proposal();
    ScriptText text = settlement.text();
    Set<String> ids = settlement.passages().stream().map(Passage::id).collect(Collectors.toSet());
    String described = form.changeDescription();
    return new MergeOutcome(
        settlement,
        form.answers().writtenElsewhere(ids),
        DiffView.of(comparisons.compare(proposal.script(), proposal.headText(), text)),
        proposal.kind() == MergeKind.PICK
            ? null
            : DiffView.of(comparisons.compare(proposal.script(), proposal.mergedText(), text)),
        described == null ? proposal.defaultDescription() : described,
        errors,
        false);
  }

  /** The same, where passages without an answer are to be settled first. */
  MergeOutcome toSettle() {
    return new MergeOutcome(
        settlement, strays, intoPreview, fromPreview, changeDescription, errors, true);
  }

  public MergeProposal proposal() {
    return settlement.proposal();
  }

  public List<Passage> passages() {
    return settlement.passages();
  }

  /** Where an unfinished one is kept in the browser; by numbers, because names change. */
  public String place() {
    MergeProposal proposal = proposal();
    return proposal.script().scriptId()
        + " "
        + (proposal.kind() == MergeKind.MERGE
            ? proposal.from().branchNumber()
            : "v" + proposal.merged().versionNumber())
        + " "
        + proposal.into().branchNumber();
  }

  /** All errors, for the summary; none before anything was to be saved. */
  public Map<String, String> problems() {
    return mustSettle ? PassageErrors.with(errors, passages(), this::error) : errors;
  }

  public @Nullable String error(Passage passage) {
    return mustSettle && passage.choice() == null
        ? Messages.text("conflict.choose")
        : passage.error();
  }
}

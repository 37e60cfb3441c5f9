package prismq.t.script.versioning.branch;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionSize;
import prismq.t.script.versioning.script.SizePlot;

/** Collects what the page shows of each branch of one script. */
final class BranchCards {
  private final ScriptView view;
  private final Leads leads;
  private final List<VersionSize> sizes;

  BranchCards(ScriptView view, WordChanges wordChanges) {
    this.view = view;
    this.leads = new Leads(view, wordChanges);
    this.sizes = view.sizes();
  }

  /**
   * A card for each branch, to be made when the view has ended.
   *
   * @param sent what was typed to change one of them; null if nothing was
   * @param errors what to mend in that
   */
  Supplier<List<BranchCard>> of(
      List<Branch> branches, @Nullable BranchForm sent, Map<String, String> errors) {
    Branch main = branches.get(0);
    List<Supplier<BranchCard>> cards =
        branches.stream()
            .map(
                branch ->
                    sent != null && sent.branch().equals(branch.name())
                        ? card(branch, main, sent, errors)
                        : card(branch, main, BranchForm.of(branch), Map.of()))
            .toList();
    return () -> cards.stream().map(Supplier::get).toList();
  }

  private Supplier<BranchCard> card(
      Branch branch, Branch main, BranchForm form, Map<String, String> errors) {
    @Nullable Version head = head(branch);
    Supplier<Lead> ahead = leads.of(branch.headVersion(), main.headVersion());
    Supplier<Lead> behind = leads.of(main.headVersion(), branch.headVersion());
    String scriptId = view.scriptId();
    return () ->
        new BranchCard(
            scriptId, branch, main, head, ahead.get(), behind.get(), plot(branch), form, errors);
  }

  private @Nullable Version head(Branch branch) {
    Integer head = branch.headVersion();
    try {
      return head == null ? null : view.version(head);
    } catch (DamagedVersionException e) {
      // The branch itself can still be shown.
      return null;
    }
  }

  /** The plot of the branch's versions, from its origin on, in the same scale as the others. */
  private @Nullable SizePlot plot(Branch branch) {
    Integer origin = branch.originVersion();
    List<VersionSize> own =
        sizes.stream()
            .filter(
                size ->
                    size.branchNumber() == branch.branchNumber()
                        || (origin != null && size.versionNumber() == origin))
            .toList();
    return SizePlot.of(own, SizePlot.mostWords(sizes));
  }
}

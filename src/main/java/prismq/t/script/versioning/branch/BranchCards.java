package prismq.t.script.versioning.branch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.history.VersionSize;
import prismq.t.script.versioning.script.SizePlot;

/** Collects what the page shows of each branch of one script. */
final class BranchCards {
  private final VersionManager versionManager;
  private final String scriptId;
  private final Leads leads;
  private final List<VersionSize> sizes;

  BranchCards(VersionManager versionManager, WordChanges wordChanges, String scriptId) {
    this.versionManager = versionManager;
    this.scriptId = scriptId;
    this.leads = new Leads(versionManager, wordChanges, scriptId);
    this.sizes = versionManager.sizes(scriptId);
  }

  /**
   * A card for each branch.
   *
   * @param sent what was typed to change one of them; null where nothing was
   * @param errors what to mend in that
   */
  List<BranchCard> of(
      List<Branch> branches, @Nullable BranchForm sent, Map<String, String> errors) {
    Branch main = branches.get(0);
    return branches.stream()
        .map(
            branch ->
                sent != null && sent.branch().equals(branch.name())
                    ? card(branch, main, sent, errors)
                    : card(branch, main, BranchForm.of(branch), Map.of()))
        .toList();
  }

  private BranchCard card(Branch branch, Branch main, BranchForm form, Map<String, String> errors) {
    return new BranchCard(
        scriptId,
        branch,
        main,
        head(branch),
        leads.of(branch.headVersion(), main.headVersion()),
        leads.of(main.headVersion(), branch.headVersion()),
        plot(branch),
        form,
        errors);
  }

  private @Nullable Version head(Branch branch) {
    Integer head = branch.headVersion();
    try {
      return head == null ? null : versionManager.version(scriptId, head);
    } catch (DamagedVersionException e) {
      // The branch itself can be shown all the same.
      return null;
    }
  }

  /** The versions saved on the branch, from the one it was branched off; heights are the same. */
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

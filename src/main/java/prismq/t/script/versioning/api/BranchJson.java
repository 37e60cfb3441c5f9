package prismq.t.script.versioning.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.VersionGraph;

/**
 * A branch as JSON.
 *
 * @param ahead number of versions that it has and the script's first branch lacks
 * @param behind the other way round
 */
record BranchJson(
    String name,
    String description,
    @Nullable Integer headVersion,
    @Nullable Integer originVersion,
    String createdAt,
    @Nullable String archivedAt,
    int ahead,
    int behind) {

  /** All branches of a script, in their order. */
  static List<BranchJson> of(List<Branch> branches, VersionGraph graph) {
    return branches.stream().map(branch -> of(branch, branches.get(0), graph)).toList();
  }

  /** One branch, compared with the script's first one. */
  static BranchJson of(Branch branch, Branch main, VersionGraph graph) {
    int head = orNone(branch.headVersion());
    int mainHead = orNone(main.headVersion());
    return new BranchJson(
        branch.name(),
        branch.description(),
        branch.headVersion(),
        branch.originVersion(),
        ApiTime.format(branch.createdAt()),
        branch.archivedAt() == null ? null : ApiTime.format(branch.archivedAt()),
        graph.ahead(head, mainHead),
        graph.ahead(mainHead, head));
  }

  private static int orNone(@Nullable Integer version) {
    return version == null ? 0 : version;
  }
}

package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal.MergeKind;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Merges one branch into another, or copies the change of a single version, as a new version on a
 * branch; earlier versions stay. Safe for use by several threads.
 */
public final class MergeHandler {
  /** The key of the metadata that names the version whose change was picked. */
  public static final String PICKED_FROM = "picked_from";

  private static final ScriptText EMPTY = ScriptText.of("");

  private final VersionManager versionManager;
  private final ThreeWayMerge threeWayMerge = new ThreeWayMerge();

  /** Reads and saves through this version manager. */
  public MergeHandler(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /**
   * Merges the heads of two branches by their nearest common ancestor; saves nothing.
   *
   * @throws NotFoundException where script or branches do not exist
   * @throws InvalidInputException where both are the same branch
   * @throws ArchivedBranchException where nothing can be saved on the branch merged into
   * @throws NothingToMergeException where the one branch has all of the other
   * @throws DamagedVersionException where one of the versions can no longer be read
   */
  public MergeProposal merge(String scriptId, String fromBranch, String intoBranch) {
    return versionManager.view(scriptId, view -> merge(view, fromBranch, intoBranch)).get();
  }

  /** The same by a view: reads all that is needed; the merge itself runs after the view. */
  public Supplier<MergeProposal> merge(ScriptView view, String fromBranch, String intoBranch) {
    Script script = view.script();
    Branch from = view.branch(fromBranch);
    Branch into = view.branch(intoBranch);
    if (from.branchNumber() == into.branchNumber()) {
      throw new InvalidInputException(
          "into_branch", FilledMessage.of("field.merge_itself", into.name()));
    }
    checkInUse(script, into);
    Version merged = head(view, from);
    Version head = head(view, into);
    VersionGraph graph = view.graph();
    if (graph.isMadeOf(head.versionNumber(), merged.versionNumber())) {
      throw new NothingToMergeException(script, "history.merged_all", from.name(), into.name());
    }
    List<Version> bases =
        graph.nearestCommonAncestors(head.versionNumber(), merged.versionNumber()).stream()
            .map(view::version)
            .toList();
    Supplier<ScriptText> baseText = baseText(view, graph, bases);
    Supplier<MergeProposal> proposal =
        proposal(
            view,
            MergeKind.MERGE,
            side(view, from, merged),
            side(view, into, head),
            bases,
            baseText);
    return () -> withChanges(proposal.get());
  }

  /** The proposal; without this check two branches could be merged into each other for ever. */
  private static MergeProposal withChanges(MergeProposal merge) {
    if (merge.fastForward() && merge.mergedText().equals(merge.headText())) {
      throw new NothingToMergeException(
          merge.script(), "history.merged_same", merge.from().name(), merge.into().name());
    }
    return merge;
  }

  /**
   * The one text to merge by. Where branches were merged crosswise it is what merging their nearest
   * common ancestors gives, as in git's recursive strategy; what conflicts there stays as it was
   * before both.
   */
  private Supplier<ScriptText> baseText(ScriptView view, VersionGraph graph, List<Version> bases) {
    if (bases.isEmpty()) {
      return () -> EMPTY;
    }
    ScriptText first = text(view, bases.get(0));
    List<Version> others = bases.subList(1, bases.size());
    List<ScriptText> texts = others.stream().map(other -> text(view, other)).toList();
    List<ScriptText> starts =
        others.stream()
            .map(
                other ->
                    graph.nearestCommonAncestors(
                        bases.get(0).versionNumber(), other.versionNumber()))
            .map(before -> before.isEmpty() ? EMPTY : view.content(before.get(0)))
            .toList();
    return () -> {
      ScriptText base = first;
      for (int i = 0; i < texts.size(); i++) {
        Merge merge = threeWayMerge.merge(starts.get(i), base, texts.get(i));
        base = merge.resolved(merge.conflicts().stream().map(Conflict::base).toList());
      }
      return base;
    };
  }

  /**
   * Applies the change of one version to the head of a branch; saves nothing.
   *
   * @throws NotFoundException where script, version or branch do not exist
   * @throws ArchivedBranchException where nothing can be saved on the branch
   * @throws NothingToMergeException where the head has all of the change
   * @throws DamagedVersionException where one of the versions can no longer be read
   */
  public MergeProposal pick(String scriptId, int versionNumber, String intoBranch) {
    return versionManager.view(scriptId, view -> pick(view, versionNumber, intoBranch)).get();
  }

  /** The same by a view, as {@link #merge(ScriptView, String, String)}. */
  public Supplier<MergeProposal> pick(ScriptView view, int versionNumber, String intoBranch) {
    Version picked = view.version(versionNumber);
    Branch into = view.branch(intoBranch);
    checkInUse(view.script(), into);
    Branch from = view.branch(picked.branch());
    Integer parent = picked.parentVersion();
    List<Version> bases = parent == null ? List.of() : List.of(view.version(parent));
    ScriptText baseText = bases.isEmpty() ? EMPTY : text(view, bases.get(0));
    Supplier<MergeProposal> proposal =
        proposal(
            view,
            MergeKind.PICK,
            side(view, from, picked),
            side(view, into, head(view, into)),
            bases,
            () -> baseText);
    return () -> pickedWithChanges(proposal.get());
  }

  private static MergeProposal pickedWithChanges(MergeProposal pick) {
    if (pick.merge().isClean() && pick.merge().text().equals(pick.headText())) {
      throw new NothingToMergeException(
          pick.script(), "history.picked_all", pick.into().name(), pick.merged().versionNumber());
    }
    return pick;
  }

  private static void checkInUse(Script script, Branch branch) {
    if (branch.isArchived()) {
      throw new ArchivedBranchException(script, branch);
    }
  }

  private static Version head(ScriptView view, Branch branch) {
    Integer head = branch.headVersion();
    if (head == null) {
      throw new NothingToMergeException(view.script(), "history.merge_empty", branch.name());
    }
    return view.version(head);
  }

  private Supplier<MergeProposal> proposal(
      ScriptView view,
      MergeKind kind,
      MergeSide theirs,
      MergeSide ours,
      List<Version> bases,
      Supplier<ScriptText> baseText) {
    Script script = view.script();
    return () -> {
      ScriptText base = baseText.get();
      Merge merge = threeWayMerge.merge(base, ours.text(), theirs.text());
      return new MergeProposal(script, kind, theirs, ours, bases, base, merge);
    };
  }

  private static MergeSide side(ScriptView view, Branch branch, Version version) {
    return new MergeSide(branch, version, text(view, version));
  }

  private static ScriptText text(ScriptView view, Version version) {
    return view.content(version.versionNumber());
  }

  /**
   * Saves a proposal whose conflicts were settled.
   *
   * @param changeDescription null for the proposal's own
   * @param key makes repeated requests save only once; null for no key
   * @throws StaleBaseException where a head has moved since; nothing was saved
   */
  public SavedOnce save(
      MergeProposal proposal,
      ScriptText text,
      Author author,
      @Nullable String changeDescription,
      @Nullable IdempotencyKey key) {
    String description =
        changeDescription == null || changeDescription.isBlank()
            ? proposal.defaultDescription()
            : changeDescription;
    NewVersion.Builder version =
        NewVersion.builder(proposal.script().scriptId(), text, author, description)
            .branch(proposal.into().name())
            .baseVersion(proposal.head().versionNumber());
    int merged = proposal.merged().versionNumber();
    if (proposal.kind() == MergeKind.MERGE) {
      NewVersion merge = version.mergeParent(merged).build();
      return versionManager.saveMerge(merge, proposal.from().name(), key);
    }
    NewVersion pick = version.metadata(Metadata.of(Map.of(PICKED_FROM, merged))).build();
    return key == null ? SavedOnce.now(versionManager.save(pick)) : versionManager.save(pick, key);
  }
}

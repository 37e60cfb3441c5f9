package prismq.t.script.versioning.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.Part.Conflict;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal.Kind;

/**
 * Merges one branch into another, or brings the change of a single version over, as a new version
 * on top of a branch; the history before it stays. Safe for use by several threads.
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
   * What merging the heads of two branches comes to, by their nearest common ancestor.
   *
   * @throws NotFoundException where script or branches do not exist
   * @throws InvalidInputException where both are the same branch
   * @throws ArchivedBranchException where nothing can be saved on the branch merged into
   * @throws NothingToMergeException where the one branch has all of the other
   * @throws DamagedVersionException where one of the versions can no longer be read
   */
  public MergeProposal merge(String scriptId, String fromBranch, String intoBranch) {
    Script script = versionManager.script(scriptId);
    Branch from = versionManager.branch(scriptId, fromBranch);
    Branch into = versionManager.branch(scriptId, intoBranch);
    if (from.branchNumber() == into.branchNumber()) {
      throw new InvalidInputException(
          "into_branch", "“" + into.name() + "” cannot be merged into itself; choose another one.");
    }
    checkInUse(script, into);
    Version merged = head(script, from);
    Version head = head(script, into);
    VersionGraph graph = versionManager.graph(scriptId);
    if (graph.isMadeOf(head.versionNumber(), merged.versionNumber())) {
      throw new NothingToMergeException(
          script, "all that “" + from.name() + "” has is in “" + into.name() + "” already.");
    }
    List<Version> bases =
        graph.nearestCommonAncestors(head.versionNumber(), merged.versionNumber()).stream()
            .map(number -> versionManager.version(scriptId, number))
            .toList();
    ScriptText baseText = baseText(graph, bases);
    MergeProposal proposal =
        proposal(script, Kind.MERGE, from, merged, into, head, bases, baseText);
    if (proposal.fastForward() && proposal.mergedText().equals(proposal.headText())) {
      // Or two branches could take over from each other for ever.
      throw new NothingToMergeException(
          script, "“" + from.name() + "” has the same text as “" + into.name() + "”.");
    }
    return proposal;
  }

  /**
   * The one text to merge by. Where branches were merged crosswise it is what merging their nearest
   * common ancestors gives, as git's recursive strategy has it; what conflicts there stays as it
   * was before both.
   */
  private ScriptText baseText(VersionGraph graph, List<Version> bases) {
    if (bases.isEmpty()) {
      return EMPTY;
    }
    ScriptText base = text(bases.get(0));
    for (Version other : bases.subList(1, bases.size())) {
      List<Integer> before =
          graph.nearestCommonAncestors(bases.get(0).versionNumber(), other.versionNumber());
      ScriptText start =
          before.isEmpty() ? EMPTY : versionManager.content(other.scriptId(), before.get(0));
      Merge merge = threeWayMerge.merge(start, base, text(other));
      base = merge.resolved(merge.conflicts().stream().map(Conflict::base).toList());
    }
    return base;
  }

  /**
   * What bringing the change that one version made onto the head of a branch comes to.
   *
   * @throws NotFoundException where script, version or branch do not exist
   * @throws ArchivedBranchException where nothing can be saved on the branch
   * @throws NothingToMergeException where the head has all of the change
   * @throws DamagedVersionException where one of the versions can no longer be read
   */
  public MergeProposal pick(String scriptId, int versionNumber, String intoBranch) {
    Script script = versionManager.script(scriptId);
    Version picked = versionManager.version(scriptId, versionNumber);
    Branch into = versionManager.branch(scriptId, intoBranch);
    checkInUse(script, into);
    Branch from = versionManager.branch(scriptId, picked.branch());
    Integer parent = picked.parentVersion();
    List<Version> bases =
        parent == null ? List.of() : List.of(versionManager.version(scriptId, parent));
    ScriptText baseText = bases.isEmpty() ? EMPTY : text(bases.get(0));
    Version head = head(script, into);
    MergeProposal proposal = proposal(script, Kind.PICK, from, picked, into, head, bases, baseText);
    if (proposal.merge().isClean() && proposal.merge().text().equals(proposal.headText())) {
      throw new NothingToMergeException(
          script,
          "“"
              + into.name()
              + "” has all that version "
              + versionNumber
              + " changed already, or nothing of what it changed.");
    }
    return proposal;
  }

  private static void checkInUse(Script script, Branch branch) {
    if (branch.isArchived()) {
      throw new ArchivedBranchException(script, branch);
    }
  }

  private Version head(Script script, Branch branch) {
    Integer head = branch.headVersion();
    if (head == null) {
      throw new NothingToMergeException(
          script, "“" + branch.name() + "” has no versions yet, so there is nothing to merge.");
    }
    return versionManager.version(script.scriptId(), head);
  }

  private MergeProposal proposal(
      Script script,
      Kind kind,
      Branch from,
      Version merged,
      Branch into,
      Version head,
      List<Version> bases,
      ScriptText baseText) {
    ScriptText headText = text(head);
    ScriptText mergedText = text(merged);
    Merge merge = threeWayMerge.merge(baseText, headText, mergedText);
    boolean fastForward = kind == Kind.MERGE && bases.stream().anyMatch(head::equals);
    return new MergeProposal(
        script,
        kind,
        from,
        merged,
        into,
        head,
        bases,
        fastForward,
        merge,
        mergedText,
        headText,
        baseText);
  }

  private ScriptText text(Version version) {
    return versionManager.content(version.scriptId(), version.versionNumber());
  }

  /**
   * Saves what a proposal came to once its conflicts were settled.
   *
   * @param changeDescription null for the proposal's own
   * @param key by which it is saved once, however often it is asked for; null for no key
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
    if (proposal.kind() == Kind.MERGE) {
      NewVersion merge = version.mergeParent(merged).build();
      return versionManager.saveMerge(merge, proposal.from().name(), key);
    }
    NewVersion pick = version.metadata(Metadata.of(Map.of(PICKED_FROM, merged))).build();
    return key == null
        ? new SavedOnce(versionManager.save(pick), false)
        : versionManager.save(pick, key);
  }
}

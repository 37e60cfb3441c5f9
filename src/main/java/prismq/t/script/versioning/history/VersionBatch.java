package prismq.t.script.versioning.history;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.RecentlyUsed;

/**
 * Saves versions and starts branches in one transaction, all or none; to be used only inside of
 * {@link VersionManager#saveTogether}.
 */
public final class VersionBatch {
  /** Number of branches that can grow in turns without reading their heads again. */
  private static final int MAX_HEADS = 4;

  private final Handle handle;
  private final VersionWriter writer;
  private final ScriptStore scripts;
  private final BranchStore branches;
  private final BranchWriter branchWriter;
  private final RecentlyUsed<BranchKey, VersionWriter.Saved> heads =
      RecentlyUsed.ofCount(MAX_HEADS);

  private record BranchKey(String scriptId, String branch) {}

  VersionBatch(Handle handle, Stores stores, VersionWriter writer, BranchWriter branchWriter) {
    this.handle = handle;
    this.writer = writer;
    this.scripts = stores.scripts();
    this.branches = stores.branches();
    this.branchWriter = branchWriter;
  }

  /** Saves a version as {@link VersionManager#save} does. */
  public Version save(NewVersion version) {
    BranchKey place = new BranchKey(version.scriptId(), version.branch());
    VersionWriter.Saved saved = writer.save(handle, version, heads.get(place));
    heads.put(place, saved);
    return saved.version();
  }

  /** Starts a branch as {@link BranchManager#create} does. */
  public Branch startBranch(String scriptId, String name, @Nullable Integer fromVersion) {
    Branch started = branchWriter.create(handle, script(scriptId), name, fromVersion, "");
    heads.values().entrySet().stream()
        .filter(head -> head.getKey().scriptId.equals(scriptId))
        .map(Map.Entry::getValue)
        .filter(head -> Integer.valueOf(head.version().versionNumber()).equals(fromVersion))
        .findFirst()
        .ifPresent(head -> heads.put(new BranchKey(scriptId, name), head));
    return started;
  }

  /** The branch as it is now. */
  public Branch branch(String scriptId, String name) {
    return branches.required(handle, script(scriptId), name);
  }

  /** Archives a branch as {@link BranchManager#archive} does. */
  public Branch archive(String scriptId, String branch) {
    return change(scriptId, branch, BranchChange.ARCHIVE);
  }

  /** Restores an archived branch as {@link BranchManager#unarchive} does. */
  public Branch unarchive(String scriptId, String branch) {
    return change(scriptId, branch, BranchChange.RESTORE);
  }

  private Branch change(String scriptId, String branch, BranchChange change) {
    return branchWriter.change(handle, script(scriptId), branch, change);
  }

  private ScriptRow script(String scriptId) {
    return scripts.required(handle, scriptId);
  }
}

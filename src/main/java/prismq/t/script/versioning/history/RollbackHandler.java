package prismq.t.script.versioning.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;

/**
 * Restores the content of an older version as a new version on top of a branch; the history before
 * it stays. Safe for use by several threads.
 */
public final class RollbackHandler {
  private final VersionManager versionManager;
  private final RebaseHandler rebaseHandler;

  /** Reads and saves through this version manager. */
  public RollbackHandler(VersionManager versionManager) {
    this.versionManager = versionManager;
    this.rebaseHandler = new RebaseHandler(versionManager);
  }

  /**
   * A rollback that is asked for.
   *
   * @param toVersion the version whose content comes back, of any branch
   * @param changeDescription null for “Restored version n”
   * @param baseVersion the head the user has seen; refused where it is no longer the head; null for
   *     whatever is the head
   */
  public record Rollback(
      String scriptId,
      int toVersion,
      String branch,
      Author author,
      @Nullable String changeDescription,
      @Nullable Integer baseVersion) {}

  /**
   * Saves the new version.
   *
   * @throws NotFoundException if script, version or branch do not exist
   * @throws StaleBaseException if the base version is no longer the branch's head
   * @throws DamagedVersionException if the older version can no longer be read
   */
  public Version rollback(Rollback rollback) {
    return versionManager.save(newVersion(rollback));
  }

  /** The same, once, however often the same key is used. */
  public SavedOnce rollback(Rollback rollback, IdempotencyKey key) {
    return versionManager.save(newVersion(rollback), key);
  }

  /**
   * The same; where the base version is no longer the head, what was saved since is kept, by a
   * merge. If that needs answers, or comes to the head's text, nothing is saved.
   */
  public SaveOutcome rollbackMerged(Rollback rollback) {
    return rebaseHandler.save(
        newVersion(rollback),
        null,
        rebase ->
            Optional.of(rebase.merge())
                .filter(Merge::isClean)
                .map(Merge::text)
                .filter(text -> !text.equals(rebase.headText())));
  }

  /** The new version that a rollback saves. */
  public NewVersion version(Rollback rollback) {
    return newVersion(rollback);
  }

  /** The change description of a rollback that has none of its own. */
  public static String defaultDescription(int toVersion) {
    return Messages.text("history.made.rolled_back", toVersion);
  }

  private NewVersion newVersion(Rollback rollback) {
    ScriptText content = versionManager.content(rollback.scriptId(), rollback.toVersion());
    String description = rollback.changeDescription();
    return NewVersion.builder(
            rollback.scriptId(),
            content,
            rollback.author(),
            description == null || description.isBlank()
                ? defaultDescription(rollback.toVersion())
                : description)
        .branch(rollback.branch())
        .baseVersion(rollback.baseVersion())
        .restoredFrom(rollback.toVersion())
        .build();
  }
}

package prismq.t.script.versioning.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A version to be saved.
 *
 * @param branch the branch it goes on
 * @param baseVersion the head it was written on, or {@link #NO_VERSION_YET}; the save is refused
 *     where that is no longer the head; null saves on whatever is the head
 * @param mergeParent the version that is merged into it, its second parent; null for none
 * @param restoredFrom the version whose content it restores, else null
 * @param createdAt when it was written; null for now
 * @param sourceKey what it is called where it is imported from, else null
 * @param editedFrom what it was made of, where that was read before, so that it need not be read
 *     again where it is the parent; else null
 * @param beside what is written together with it
 */
public record NewVersion(
    String scriptId,
    ScriptText content,
    Author author,
    String changeDescription,
    String branch,
    @Nullable Integer baseVersion,
    @Nullable Integer mergeParent,
    @Nullable Integer restoredFrom,
    @Nullable Instant createdAt,
    Metadata metadata,
    byte @Nullable [] sourceKey,
    @Nullable VersionText editedFrom,
    SavedBeside beside) {

  /** The base version of what was written before its branch had any version. */
  public static final int NO_VERSION_YET = 0;

  /** A version that is on the head of main and written now, as long as nothing else is said. */
  public static Builder builder(
      String scriptId, ScriptText content, Author author, String changeDescription) {
    return new Builder(scriptId, content, author, changeDescription);
  }

  /**
   * The same on the head of a rebase.
   *
   * @param text what merging gave
   */
  NewVersion rebased(ScriptText text, Rebase rebase) {
    return new NewVersion(
        scriptId,
        text,
        author,
        changeDescription,
        branch,
        rebase.head().versionNumber(),
        mergeParent,
        text.equals(content) ? restoredFrom : null,
        createdAt,
        metadata.with(RebaseHandler.WRITTEN_ON, rebase.baseVersion()),
        sourceKey,
        null,
        beside);
  }

  /** Collects what a version has beyond its text, author and change description. */
  public static final class Builder {
    private final String scriptId;
    private final ScriptText content;
    private final Author author;
    private final String changeDescription;
    private String branch = Branch.MAIN;
    private @Nullable Integer baseVersion;
    private @Nullable Integer mergeParent;
    private @Nullable Integer restoredFrom;
    private @Nullable Instant createdAt;
    private Metadata metadata = Metadata.NONE;
    private byte @Nullable [] sourceKey;
    private @Nullable VersionText editedFrom;
    private SavedBeside beside = SavedBeside.NOTHING;

    private Builder(String scriptId, ScriptText content, Author author, String changeDescription) {
      this.scriptId = scriptId;
      this.content = content;
      this.author = author;
      this.changeDescription = changeDescription;
    }

    /** Puts it on this branch. */
    public Builder branch(String name) {
      branch = name;
      return this;
    }

    /** Has it refused where this is no longer the branch's head; see {@link #NO_VERSION_YET}. */
    public Builder baseVersion(@Nullable Integer version) {
      baseVersion = version;
      return this;
    }

    /** Says which version is merged into it. */
    public Builder mergeParent(@Nullable Integer version) {
      mergeParent = version;
      return this;
    }

    /** The text that it will have. */
    public ScriptText content() {
      return content;
    }

    /** Records that it restores this version's content. */
    public Builder restoredFrom(int version) {
      restoredFrom = version;
      return this;
    }

    /** Says when it was written. */
    public Builder createdAt(@Nullable Instant time) {
      createdAt = time;
      return this;
    }

    /** Says what else is known about it. */
    public Builder metadata(Metadata values) {
      metadata = values;
      return this;
    }

    /** Says what it is called where it is imported from. */
    public Builder sourceKey(byte[] key) {
      sourceKey = key;
      return this;
    }

    /** Gives what it was made of, which was read before; null for nothing. */
    public Builder editedFrom(@Nullable VersionText read) {
      editedFrom = read;
      return this;
    }

    /** Says what is written together with it. */
    public Builder beside(SavedBeside written) {
      beside = written;
      return this;
    }

    /** The version to be saved. */
    public NewVersion build() {
      return new NewVersion(
          scriptId,
          content,
          author,
          changeDescription,
          branch,
          baseVersion,
          mergeParent,
          restoredFrom,
          createdAt,
          metadata,
          sourceKey,
          editedFrom,
          beside);
    }
  }
}

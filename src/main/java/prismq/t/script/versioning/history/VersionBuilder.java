package prismq.t.script.versioning.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.text.ContentHash;

/** Builds a version; what is not given is null, empty or zero. */
public final class VersionBuilder {
  private static final ContentHash UNHASHED = ContentHash.of(new byte[0]);

  private final String scriptId;
  private final int versionNumber;
  private String branch = Branch.MAIN;
  private int branchNumber = 1;
  private @Nullable Integer parentVersion;
  private @Nullable Integer mergeParentVersion;
  private @Nullable Integer restoredFrom;
  private ContentHash contentHash = UNHASHED;
  private ContentHash versionHash = UNHASHED;
  private Author author = new Author("", "");
  private @Nullable Person person;
  private String changeDescription = "";
  private Instant createdAt = Instant.EPOCH;
  private int sizeBytes;
  private int words;
  private int lines;
  private @Nullable Integer wordsInserted;
  private @Nullable Integer wordsDeleted;
  private Metadata metadata = Metadata.NONE;

  VersionBuilder(String scriptId, int versionNumber) {
    this.scriptId = scriptId;
    this.versionNumber = versionNumber;
  }

  /** The branch it was saved on. */
  public VersionBuilder branch(String name, int number) {
    this.branch = name;
    this.branchNumber = number;
    return this;
  }

  /** Its parents; null for none. */
  public VersionBuilder parents(@Nullable Integer parent, @Nullable Integer mergeParent) {
    this.parentVersion = parent;
    this.mergeParentVersion = mergeParent;
    return this;
  }

  /** The version whose content a rollback restored; null for none. */
  public VersionBuilder restoredFrom(@Nullable Integer version) {
    this.restoredFrom = version;
    return this;
  }

  /** The hash of its content. */
  public VersionBuilder contentHash(ContentHash hash) {
    this.contentHash = hash;
    return this;
  }

  /** The hash that chains it to its parents. */
  public VersionBuilder versionHash(ContentHash hash) {
    this.versionHash = hash;
    return this;
  }

  /** Author, change description and time. */
  public VersionBuilder saved(Author by, String why, Instant at) {
    this.author = by;
    this.changeDescription = why;
    this.createdAt = at;
    return this;
  }

  /** Whom it is shown to be by; its author unless this is said. */
  VersionBuilder shownAs(Person who) {
    this.person = who;
    return this;
  }

  /** The size of its text in bytes, words and lines. */
  public VersionBuilder size(int bytes, int inWords, int inLines) {
    this.sizeBytes = bytes;
    this.words = inWords;
    this.lines = inLines;
    return this;
  }

  /** The words against the first parent; null if there is none. */
  public VersionBuilder changedWords(@Nullable Integer inserted, @Nullable Integer deleted) {
    this.wordsInserted = inserted;
    this.wordsDeleted = deleted;
    return this;
  }

  /** Its metadata. */
  public VersionBuilder metadata(Metadata known) {
    this.metadata = known;
    return this;
  }

  /** The version. */
  public Version build() {
    return new Version(
        scriptId,
        versionNumber,
        branch,
        branchNumber,
        parentVersion,
        mergeParentVersion,
        restoredFrom,
        contentHash,
        versionHash,
        author,
        person == null ? Person.of(author) : person,
        changeDescription,
        createdAt,
        sizeBytes,
        words,
        lines,
        wordsInserted,
        wordsDeleted,
        metadata);
  }

  /** The version with a hash that chains it to its parents and covers all the rest. */
  RecordedVersion buildChained(
      @Nullable Version parent, @Nullable Version mergeParent, byte @Nullable [] sourceKey) {
    byte[] salts = CommitmentSalts.newSeed();
    versionHash =
        VersionHash.of(
            new RecordedVersion(build(), sourceKey, salts), hashOf(parent), hashOf(mergeParent));
    return new RecordedVersion(build(), sourceKey, salts);
  }

  private static @Nullable ContentHash hashOf(@Nullable Version parent) {
    return parent == null ? null : parent.versionHash();
  }
}

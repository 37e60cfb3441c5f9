package prismq.t.script.versioning.history;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.delta.SkipDelta;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.history.ContentStore.StoredContent;
import prismq.t.script.versioning.history.VersionStore.VersionRow;
import prismq.t.script.versioning.language.FilledMessage;

/** Saves one version in the transaction of a writing handle. */
final class VersionWriter {
  private final ScriptStore scripts;
  private final BranchStore branches;
  private final VersionStore versions;
  private final ContentStore contents;
  private final HistoryListener listener;
  private final DiffGenerator diffGenerator = new DiffGenerator();
  private final Clock clock;
  private final int sizeLimit;

  VersionWriter(Stores stores, HistoryListener listener, Clock clock, int sizeLimit) {
    this.scripts = stores.scripts();
    this.branches = stores.branches();
    this.versions = stores.versions();
    this.contents = stores.contents();
    this.listener = listener;
    this.clock = clock;
    this.sizeLimit = sizeLimit;
  }

  /**
   * A version that was saved.
   *
   * @param asParent its content as read back, kept for the next version
   * @param text that content
   */
  record Saved(VersionRow row, ContentStore.DeltaParent asParent, ScriptText text) {
    Version version() {
      return row.version();
    }

    private boolean is(String scriptId, Integer versionNumber) {
      return version().scriptId().equals(scriptId)
          && versionNumber.equals(version().versionNumber());
    }
  }

  /** Saves a version; previous is the one saved before in the same transaction, or null. */
  Saved save(Handle handle, NewVersion wanted, @Nullable Saved previous) {
    check(wanted);
    ScriptRow script = scripts.required(handle, wanted.scriptId());
    Branch branch = branches.required(handle, script, wanted.branch());
    if (branch.isArchived()) {
      throw new ArchivedBranchException(script.script(), branch);
    }
    Integer head = branch.headVersion();
    if (wanted.baseVersion() != null
        && wanted.baseVersion() != (head == null ? NewVersion.NO_VERSION_YET : head)) {
      throw new StaleBaseException(branch.name(), wanted.baseVersion(), head);
    }
    @Nullable Saved known =
        previous != null && head != null && previous.is(wanted.scriptId(), head) ? previous : null;
    @Nullable VersionRow parent =
        known != null ? known.row : head == null ? null : found(handle, script, head);
    ContentStore.@Nullable DeltaParent before =
        known != null
            ? known.asParent
            : parent == null ? null : readable(handle, script, parent, wanted.editedFrom());
    @Nullable Integer merged = wanted.mergeParent();
    @Nullable Version mergeParent =
        merged == null ? null : versions.required(handle, script, merged);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    @Nullable ScriptText textBefore =
        known != null
            ? known.text
            : before == null || parent == null ? null : text(parent, before, wanted);
    NewPassages.@Nullable ParentDiff changed = changed(head, textBefore, wanted.content());
    if (textBefore != null) {
      wanted.content().countWordsFrom(textBefore);
    }
    int generation = parent == null ? 0 : parent.generation() + 1;
    long author = scripts.authorNumber(handle, wanted.author());
    Person person = scripts.person(handle, author);
    RecordedVersion made = made(script, branch, parent, changed, mergeParent, wanted, person, now);
    VersionRow row = new VersionRow(made.version(), generation);
    byte[] bytes = wanted.content().bytes();
    StoredContent stored =
        contents.encode(handle, script, before, bytes, row.version().contentHash());
    versions.insert(handle, script, made, generation, author, stored);
    int versionNumber = row.version().versionNumber();
    scripts.saved(handle, script, versionNumber, now);
    branches.moveHead(handle, script, branch.branchNumber(), versionNumber);
    listener.versionsAdded(
        handle,
        wanted.scriptId(),
        List.of(
            new HistoryListener.Addition(
                row.version(),
                wanted.content(),
                changed,
                changed(merged, text(handle, script, merged), wanted.content()))));
    wanted.beside().write(handle);
    ContentStore.@Nullable DeltaParent provedBefore = known == null ? null : known.asParent;
    return new Saved(row, proved(handle, script, row, bytes, provedBefore), wanted.content());
  }

  void checkSize(ScriptText content) {
    if (content.sizeBytes() > sizeLimit) {
      throw new ContentTooLargeException(content.sizeBytes(), sizeLimit);
    }
  }

  private void check(NewVersion wanted) {
    checkSize(wanted.content());
    Field.line("author", wanted.author().name(), Author.MAX_NAME);
    Field.text("change_description", wanted.changeDescription(), Version.MAX_CHANGE_DESCRIPTION);
    if (wanted.createdAt() != null && !TimeRange.has(wanted.createdAt())) {
      throw new InvalidInputException("created_at", FilledMessage.of("field.year"));
    }
    if (wanted.createdAt() != null && wanted.createdAt().isAfter(clock.instant())) {
      throw new InvalidInputException(
          "created_at",
          FilledMessage.of(
              "field.future", wanted.createdAt(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }
  }

  /** The version; null if it is missing, which must not prevent saving the next. */
  private @Nullable VersionRow found(Handle handle, ScriptRow script, int versionNumber) {
    return versions.find(handle, script, versionNumber).orElse(null);
  }

  private static RecordedVersion made(
      ScriptRow script,
      Branch branch,
      @Nullable VersionRow parent,
      NewPassages.@Nullable ParentDiff changed,
      @Nullable Version mergeParent,
      NewVersion wanted,
      Person person,
      Instant now) {
    ScriptText content = wanted.content();
    Instant createdAt =
        wanted.createdAt() == null ? now : wanted.createdAt().truncatedTo(ChronoUnit.MILLIS);
    VersionBuilder version =
        Version.builder(wanted.scriptId(), script.script().latestVersion() + 1)
            .branch(branch.name(), branch.branchNumber())
            .parents(branch.headVersion(), wanted.mergeParent())
            .restoredFrom(wanted.restoredFrom())
            .contentHash(content.hash())
            .saved(wanted.author(), wanted.changeDescription(), createdAt)
            .shownAs(person)
            .size(content.sizeBytes(), content.wordCount(), content.lineCount())
            .metadata(wanted.metadata().with(content.encoding()));
    if (changed != null) {
      Diff.Statistics change = changed.diff().statistics();
      version.changedWords(change.wordsInserted(), change.wordsDeleted());
    }
    return version.buildChained(
        parent == null ? null : parent.version(), mergeParent, wanted.sourceKey());
  }

  /** A parent's text; null if there is none. */
  private NewPassages.@Nullable ParentDiff changed(
      @Nullable Integer version, @Nullable ScriptText before, ScriptText content) {
    return version == null || before == null
        ? null
        : new NewPassages.ParentDiff(version, diffGenerator.diff(before, content));
  }

  /** The text of the parent, already parsed where the new version was made from it. */
  private static ScriptText text(
      VersionRow row, ContentStore.DeltaParent parent, NewVersion wanted) {
    @Nullable VersionText known = wanted.editedFrom();
    TextEncoding encoding = row.version().metadata().textEncoding();
    return known != null
            && known.text().encoding().equals(encoding)
            && Arrays.equals(known.text().bytes(), parent.content())
        ? known.text()
        : ScriptText.of(parent.content(), encoding);
  }

  /** The text of a version; null if it is damaged. */
  private @Nullable ScriptText text(Handle handle, ScriptRow script, @Nullable Integer version) {
    try {
      return version == null ? null : contents.read(handle, script, version);
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  /** The parent with its content, which may be known already; null if it is damaged. */
  private ContentStore.@Nullable DeltaParent readable(
      Handle handle, ScriptRow script, VersionRow parent, @Nullable VersionText known) {
    int versionNumber = parent.version().versionNumber();
    try {
      @Nullable ScriptText read =
          known != null && known.versionNumber() == versionNumber ? known.text() : null;
      return contents.parent(handle, script, versionNumber, parent.generation() + 1, read);
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  /**
   * Rebuilds the version from what was stored; the save counts only where that gives its text.
   *
   * @param before the base of its delta, where that was rebuilt in the same transaction; or null
   */
  private ContentStore.DeltaParent proved(
      Handle handle,
      ScriptRow script,
      VersionRow row,
      byte[] bytes,
      ContentStore.@Nullable DeltaParent before) {
    int versionNumber = row.version().versionNumber();
    int next = row.generation() + 1;
    ContentStore.DeltaParent rebuilt =
        before != null && SkipDelta.baseGeneration(next) == row.generation()
            ? contents.parent(handle, script, versionNumber, before)
            : contents.parent(handle, script, versionNumber, next);
    if (!Arrays.equals(rebuilt.content(), bytes)) {
      throw new IllegalStateException(
          "What was stored of version "
              + versionNumber
              + " does not give its text, so it was not saved.");
    }
    return rebuilt;
  }
}

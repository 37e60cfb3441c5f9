package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.delta.SkipDelta;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Restores the history of one script from elsewhere: numbers, times, counts and hashes stay, only
 * the storage of contents is chosen anew. All versions are given in order, existing ones included.
 * One thread may prepare versions while another saves earlier ones.
 */
public final class HistoryRestorer implements AutoCloseable {
  private final RecordedScript recorded;
  private final String scriptId;
  private final Database database;
  private final ScriptStore scripts;
  private final BranchStore branches;
  private final VersionStore versions;
  private final ContentStore contents;
  private final HistoryListener listener;
  private final int sizeLimit;
  private final DiffGenerator diffGenerator = new DiffGenerator();
  private final RecordCheck check;
  private final RecentContents recent;
  private @Nullable ContentHash lastHash;
  private int reached;
  private boolean isUpdated;

  HistoryRestorer(
      RecordedScript recorded,
      Database database,
      Stores stores,
      HistoryListener listener,
      int sizeLimit) {
    this.recorded = recorded;
    this.scriptId = recorded.script().scriptId();
    this.database = database;
    this.scripts = stores.scripts();
    this.branches = stores.branches();
    this.versions = stores.versions();
    this.contents = stores.contents();
    this.listener = listener;
    this.sizeLimit = sizeLimit;
    this.check = new RecordCheck(recorded);
    this.recent = new RecentContents(contents);
  }

  /**
   * A version that matches its record and can be saved.
   *
   * @param generation number of versions before it along the line of first parents
   */
  private record Checked(
      RecordedVersion version,
      int generation,
      ScriptText content,
      NewPassages.@Nullable ParentDiff parent,
      NewPassages.@Nullable ParentDiff mergeParent) {}

  /** Versions that follow each other, to be saved in one transaction. */
  public final class Batch {
    private final List<Checked> checked = new ArrayList<>();
    private final List<@Nullable Integer> heads = new ArrayList<>();

    private Batch() {}

    /**
     * Adds the next version.
     *
     * @param parent the text of its first parent; null if it has none
     * @param mergeParent that of its second parent, likewise
     * @throws BrokenRecordException if it is not what was once saved as the next
     * @throws ContentTooLargeException if the content is over the size limit
     */
    public void add(
        RecordedVersion version,
        ScriptText content,
        @Nullable ScriptText parent,
        @Nullable ScriptText mergeParent) {
      int generation = check.next(version);
      Version facts = version.version();
      if (content.sizeBytes() > sizeLimit) {
        throw new ContentTooLargeException(content.sizeBytes(), sizeLimit);
      }
      checkContent(facts, content);
      checked.add(
          new Checked(
              version,
              generation,
              content,
              changed(facts.parentVersion(), parent, content),
              changed(facts.mergeParentVersion(), mergeParent, content)));
      heads.clear();
      int known = isLast(facts) ? recorded.branches().size() : check.usedBranches();
      for (int branch = 1; branch <= known; branch++) {
        heads.add(check.head(branch));
      }
    }

    private boolean isLast(Version version) {
      return version.versionNumber() == recorded.script().latestVersion();
    }
  }

  /** A batch without versions, for those that follow. */
  public Batch batch() {
    return new Batch();
  }

  /**
   * Skips the next version, which exists already.
   *
   * @throws BrokenRecordException if it is not what was once saved as the next
   */
  public void pass(RecordedVersion version) {
    check.next(version);
    reached = version.version().versionNumber();
    lastHash = version.version().versionHash();
  }

  /**
   * Checks that this is the content of the version.
   *
   * @throws BrokenRecordException if it is not
   */
  public static void checkContent(Version version, ScriptText content) {
    String scriptId = version.scriptId();
    if (!content.hash().equals(version.contentHash())) {
      throw new BrokenRecordException(
          scriptId, version.versionNumber(), FilledMessage.of("record.other_text"));
    }
    if (content.sizeBytes() != version.sizeBytes() || !content.mayHaveLines(version.lines())) {
      throw new BrokenRecordException(
          scriptId, version.versionNumber(), FilledMessage.of("record.other_size"));
    }
  }

  private NewPassages.@Nullable ParentDiff changed(
      @Nullable Integer version, @Nullable ScriptText before, ScriptText content) {
    return version == null || before == null
        ? null
        : new NewPassages.ParentDiff(version, diffGenerator.diff(before, content));
  }

  /**
   * Makes the script where there is none, and gives it the title and its branches the names and
   * states that are recorded.
   */
  public void begin() {
    database.write(this::script);
  }

  /**
   * Saves a batch; all or nothing. On return it is on disk, and every version was rebuilt from
   * there and compared.
   */
  public void save(Batch batch) {
    database.write(
        handle -> {
          save(handle, batch);
          return null;
        });
  }

  private void save(Handle handle, Batch batch) {
    ScriptRow script = script(handle);
    int made = branches.list(handle, script).size();
    for (RecordedBranch branch :
        recorded.branches().subList(Math.min(made, batch.heads.size()), batch.heads.size())) {
      make(handle, script, branch);
    }
    List<HistoryListener.Addition> additions = new ArrayList<>();
    for (Checked next : batch.checked) {
      save(handle, script, next);
      Version version = next.version.version();
      additions.add(
          new HistoryListener.Addition(version, next.content, next.parent, next.mergeParent));
      reached = version.versionNumber();
      lastHash = version.versionHash();
    }
    listener.versionsAdded(handle, scriptId, additions);
    for (int i = 0; i < batch.heads.size(); i++) {
      @Nullable Integer head = batch.heads.get(i);
      if (head != null) {
        branches.moveHead(handle, script, i + 1, head);
      }
    }
    scripts.saved(handle, script, reached, recorded.script().changedAt());
  }

  private void save(Handle handle, ScriptRow script, Checked next) {
    Version version = next.version.version();
    byte[] bytes = next.content.bytes();
    ContentStore.StoredContent stored =
        contents.encode(handle, script, parent(handle, script, next), bytes, version.contentHash());
    versions.insert(
        handle,
        script,
        next.version,
        next.generation,
        scripts.authorNumber(handle, version.author()),
        stored);
    if (!Arrays.equals(recent.read(handle, script, version.versionNumber()).content(), bytes)) {
      throw new IllegalStateException(
          "What was stored of version "
              + version.versionNumber()
              + " does not give its text, so it was not saved.");
    }
  }

  /** The first parent; null if there is none, or where it is damaged. */
  private ContentStore.@Nullable DeltaParent parent(Handle handle, ScriptRow script, Checked next) {
    @Nullable Integer parent = next.version.version().parentVersion();
    if (parent == null) {
      return null;
    }
    try {
      return SkipDelta.baseGeneration(next.generation) == next.generation - 1
          ? recent.read(handle, script, parent)
          : contents.parent(handle, script, parent, next.generation);
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  /** The script, created or updated to what is recorded. */
  private ScriptRow script(Handle handle) {
    Optional<ScriptRow> found = scripts.find(handle, scriptId);
    if (found.isPresent()) {
      checkUnchanged(handle, found.get());
      if (!isUpdated) {
        update(handle, found.get());
        isUpdated = true;
      }
      return found.get();
    }
    if (reached > 0) {
      throw changedMeanwhile();
    }
    Script wanted = recorded.script();
    ScriptRow made = scripts.insert(handle, scriptId, wanted.title(), wanted.createdAt());
    int all = wanted.latestVersion() == 0 ? recorded.branches().size() : 1;
    recorded.branches().subList(0, all).forEach(branch -> make(handle, made, branch));
    listener.scriptAdded(handle, scriptId, wanted.title());
    scripts.format(handle, made, wanted.format());
    scripts.descriptionRequired(handle, made, wanted.descriptionRequired());
    scripts.saved(handle, made, 0, wanted.changedAt());
    isUpdated = true;
    return made;
  }

  private void checkUnchanged(Handle handle, ScriptRow script) {
    boolean same =
        script.script().latestVersion() == reached
            && (reached == 0
                || versions
                    .hashes(handle, script, reached, reached)
                    .equals(List.of(lastHash == null ? ContentHash.of(new byte[0]) : lastHash)));
    if (!same) {
      throw changedMeanwhile();
    }
  }

  private RuntimeException changedMeanwhile() {
    return new BrokenRecordException(scriptId, null, FilledMessage.of("record.changed_meanwhile"));
  }

  private void make(Handle handle, ScriptRow script, RecordedBranch branch) {
    Branch wanted = branch.branch();
    branches.insert(
        handle,
        script,
        wanted.branchNumber(),
        wanted.name(),
        wanted.description(),
        wanted.originVersion(),
        wanted.createdAt());
    branches.describe(handle, script, branch);
  }

  private void update(Handle handle, ScriptRow script) {
    Script is = script.script();
    Script wanted = recorded.script();
    if (!is.title().equals(wanted.title())) {
      listener.titleChanged(handle, scriptId, is.title(), wanted.title());
    }
    scripts.describe(handle, script, wanted.title(), wanted.createdAt());
    scripts.format(handle, script, wanted.format());
    scripts.descriptionRequired(handle, script, wanted.descriptionRequired());
    scripts.saved(handle, script, is.latestVersion(), wanted.changedAt());
    List<Branch> made = branches.list(handle, script);
    List<RecordedBranch> wantedOfMade = recorded.branches().subList(0, made.size());
    branches.clearNames(handle, script);
    wantedOfMade.forEach(branch -> branches.describe(handle, script, branch));
    int all = is.latestVersion() == wanted.latestVersion() ? recorded.branches().size() : 0;
    for (RecordedBranch branch : recorded.branches().subList(Math.min(made.size(), all), all)) {
      make(handle, script, branch);
    }
  }

  @Override
  public void close() {
    recent.close();
  }
}

package prismq.t.script.versioning.history;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/**
 * Creates scripts, saves their versions and reads them, byte for byte. Safe for use by several
 * threads; every call is a transaction of its own.
 */
public final class VersionManager {
  /** Largest content accepted by default: 5 MiB. */
  public static final int DEFAULT_SIZE_LIMIT = 5 * 1024 * 1024;

  private final Database database;
  private final Clock clock;
  private final Stores stores = new Stores();
  private final HistoryListener listener;
  private final int sizeLimit;
  private final VersionSaver saver;

  /**
   * Works on this database with {@link #DEFAULT_SIZE_LIMIT}; the listener is called with what is
   * saved.
   */
  public VersionManager(Database database, HistoryListener listener) {
    this(database, listener, Clock.systemUTC(), DEFAULT_SIZE_LIMIT);
  }

  /**
   * Works on this database.
   *
   * @param listener is called with what is saved
   * @param sizeLimit largest content accepted, in bytes
   */
  public VersionManager(Database database, HistoryListener listener, Clock clock, int sizeLimit) {
    this.database = database;
    this.listener = listener;
    this.clock = clock;
    this.sizeLimit = sizeLimit;
    this.saver = new VersionSaver(database, stores, listener, clock, sizeLimit);
  }

  /** The database that it works on, for what is kept beside versions. */
  public Database database() {
    return database;
  }

  /**
   * Creates a script without versions, with the branch main.
   *
   * @throws InvalidInputException if id or title is outside the rules
   * @throws NameTakenException if there is a script of that id
   */
  public Script createScript(String scriptId, String title) {
    return createScript(ReadableScripts.ALL, scriptId, title);
  }

  /** The same for somebody who may know of these scripts, and is told of no other one. */
  public Script createScript(ReadableScripts readable, String scriptId, String title) {
    return createScript(readable, scriptId, title, SavedBeside.NOTHING);
  }

  /**
   * The same.
   *
   * @param beside what is written together with it
   */
  public Script createScript(
      ReadableScripts readable, String scriptId, String title, SavedBeside beside) {
    return saver.createScript(readable, scriptId, title, beside);
  }

  /**
   * Changes what the texts of a script are taken to be written as.
   *
   * @param format null to have each text tell
   * @throws NotFoundException if the script does not exist
   */
  public Script changeFormat(String scriptId, @Nullable TextFormat format) {
    return database.write(
        handle -> {
          ScriptRow script = stores.scripts().required(handle, scriptId);
          stores.scripts().format(handle, script, format);
          return stores.scripts().required(handle, scriptId).script();
        });
  }

  /**
   * Changes whether whoever saves a version of a script has to say what changed.
   *
   * @throws NotFoundException if the script does not exist
   */
  public Script changeDescriptionRule(String scriptId, boolean isRequired) {
    return database.write(
        handle -> {
          ScriptRow script = stores.scripts().required(handle, scriptId);
          stores.scripts().descriptionRequired(handle, script, isRequired);
          return stores.scripts().required(handle, scriptId).script();
        });
  }

  /**
   * Changes how many words of a script are spoken in a minute.
   *
   * @throws NotFoundException if the script does not exist
   */
  public Script changeWordsPerMinute(String scriptId, int words) {
    return database.write(
        handle -> {
          ScriptRow script = stores.scripts().required(handle, scriptId);
          stores.scripts().wordsPerMinute(handle, script, words);
          return stores.scripts().required(handle, scriptId).script();
        });
  }

  /** Creates a script and saves its first version; both or neither. */
  public Version createScript(String title, NewVersion first) {
    return createScript(ReadableScripts.ALL, title, first);
  }

  /** The same for somebody who may know of these scripts, and is told of no other one. */
  public Version createScript(ReadableScripts readable, String title, NewVersion first) {
    return saver.createScript(readable, title, first);
  }

  /**
   * Checks that a content of this size can be saved.
   *
   * @throws ContentTooLargeException if it is over the size limit
   */
  public void checkSize(ScriptText content) {
    saver.checkSize(content);
  }

  /**
   * Saves a version. On return it is on disk, and its content was rebuilt from there and compared.
   *
   * @throws NotFoundException if script or branch do not exist
   * @throws StaleBaseException if the base version is no longer the branch's head
   * @throws InvalidInputException if a field is outside the rules
   * @throws ContentTooLargeException if the content is over the size limit
   */
  public Version save(NewVersion version) {
    return saver.save(version);
  }

  /**
   * Creates the branch that the version names, and saves the version as the first one on it; both
   * or neither.
   *
   * @param origin the version it starts from, which becomes the parent; null for none
   * @throws NameTakenException if a branch of the script has or had the name
   * @throws InvalidInputException if the name, or a field of the version, is outside the rules
   */
  public Version saveOnNewBranch(NewVersion version, @Nullable Integer origin) {
    return saver.saveOnNewBranch(version, origin);
  }

  /**
   * Saves a version once, however often the same key is used.
   *
   * @throws Problem if the key was used by another request
   */
  public SavedOnce save(NewVersion version, IdempotencyKey key) {
    return saver.save(version, key);
  }

  /**
   * Saves a version with a second parent, which has to be the head of the branch it comes from.
   *
   * @param key makes repeated requests save only once; null for no key
   * @throws StaleBaseException if either branch has a new head
   */
  public SavedOnce saveMerge(NewVersion version, String fromBranch, @Nullable IdempotencyKey key) {
    return saver.saveMerge(version, fromBranch, key);
  }

  /** {@link ScriptView#savedBefore} of a script. */
  public Optional<Version> savedBefore(String scriptId, IdempotencyKey key) {
    return view(scriptId, view -> view.savedBefore(key));
  }

  /** {@link ScriptView#graph} of a script. */
  public VersionGraph graph(String scriptId) {
    return view(scriptId, ScriptView::graph);
  }

  /** Saves versions in order; all or none. */
  public List<Version> saveAll(List<NewVersion> newVersions) {
    return saveTogether(batch -> newVersions.stream().map(batch::save).toList());
  }

  /** Runs work that saves versions and creates branches in one transaction. */
  public <T> T saveTogether(Function<VersionBatch, T> work) {
    return saver.saveTogether(work);
  }

  /** Reads whole histories, for export. */
  public HistoryReader historyReader() {
    return new HistoryReader(database, stores);
  }

  /** Restores a script's history from elsewhere. */
  public HistoryRestorer historyRestorer(RecordedScript recorded) {
    return new HistoryRestorer(recorded, database, stores, listener, sizeLimit);
  }

  /**
   * Reads one script in one snapshot, that is one transaction, which should end soon: long work is
   * done afterwards with what was read.
   *
   * @throws NotFoundException if the script does not exist
   */
  public <T, X extends Exception> T view(String scriptId, Reading<T, X> reading) throws X {
    return database.read(
        handle ->
            reading.of(
                new ScriptView(handle, stores.scripts().required(handle, scriptId), stores)));
  }

  /**
   * Reads a script.
   *
   * @param <T> what it comes to
   * @param <X> what it throws
   */
  public interface Reading<T, X extends Exception> {
    /** Reads by the view, which is invalid afterwards. */
    T of(ScriptView view) throws X;
  }

  /**
   * The scripts, most recently changed first.
   *
   * @param limit maximum number
   * @param offset number to skip at the start
   */
  public List<Script> scripts(int limit, int offset) {
    return database.read(
        handle -> stores.scripts().list(handle, ReadableScripts.ALL, limit, offset));
  }

  /** Lists scripts for somebody who may not know of all. */
  public ScriptLists scriptLists() {
    return new ScriptLists(database, stores);
  }

  /** Number of scripts. */
  public int scriptCount() {
    return database.read(handle -> stores.scripts().count(handle, ReadableScripts.ALL));
  }

  /**
   * One script.
   *
   * @throws NotFoundException if it does not exist
   */
  public Script script(String scriptId) {
    return view(scriptId, ScriptView::script);
  }

  /** The script, or empty if it does not exist. */
  public Optional<Script> findScript(String scriptId) {
    return database.read(handle -> stores.scripts().find(handle, scriptId).map(ScriptRow::script));
  }

  /** {@link ScriptView#branches} of a script. */
  public List<Branch> branches(String scriptId) {
    return view(scriptId, ScriptView::branches);
  }

  /** {@link ScriptView#branch} of a script. */
  public Branch branch(String scriptId, String name) {
    return view(scriptId, view -> view.branch(name));
  }

  /** {@link ScriptView#findBranch} of a script. */
  public Optional<Branch> findBranch(String scriptId, String name) {
    return view(scriptId, view -> view.findBranch(name));
  }

  /** {@link ScriptView#labels} of a script. */
  public List<Label> labels(String scriptId) {
    return view(scriptId, ScriptView::labels);
  }

  /** Labels versions and removes labels. */
  public LabelManager labelManager() {
    return new LabelManager(database, listener, clock);
  }

  /** {@link ScriptView#version} of a script. */
  public Version version(String scriptId, int versionNumber) {
    return view(scriptId, view -> view.version(versionNumber));
  }

  /** {@link ScriptView#versions(Collection)} of a script. */
  public SortedMap<Integer, Version> versions(String scriptId, Collection<Integer> versionNumbers) {
    return view(scriptId, view -> view.versions(versionNumbers));
  }

  /** {@link ScriptView#versions(VersionFilter, int, int)} of a script. */
  public List<Version> versions(String scriptId, VersionFilter filter, int below, int limit) {
    return view(scriptId, view -> view.versions(filter, below, limit));
  }

  /** {@link ScriptView#content} of a script. */
  public ScriptText content(String scriptId, int versionNumber) {
    return view(scriptId, view -> view.content(versionNumber));
  }

  /** {@link ScriptView#imported} of a script. */
  public List<ImportedVersion> imported(String scriptId) {
    return view(scriptId, ScriptView::imported);
  }
}

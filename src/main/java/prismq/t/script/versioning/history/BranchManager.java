package prismq.t.script.versioning.history;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Database;

/**
 * Creates, renames and archives branches of scripts. It never changes versions. Safe for use by
 * several threads; every call is a transaction of its own.
 */
public final class BranchManager {
  private final Database database;
  private final ScriptStore scripts = new ScriptStore();
  private final BranchWriter writer;

  /** Works on this database. */
  public BranchManager(Database database) {
    this(database, Clock.systemUTC());
  }

  /** Works on this database by this clock. */
  public BranchManager(Database database, Clock clock) {
    this(database, HistoryListener.NONE, clock);
  }

  /** The same; the listener is called with what is changed. */
  public BranchManager(Database database, HistoryListener listener, Clock clock) {
    this.database = database;
    this.writer = new BranchWriter(new BranchStore(), new VersionStore(), listener, clock);
  }

  /** Starts a branch at a version, without a description. */
  public Branch create(String scriptId, String name, int fromVersion) {
    return create(scriptId, name, fromVersion, "");
  }

  /**
   * Starts a branch.
   *
   * @param fromVersion its head until a version is saved on it; null for a branch that starts
   *     without a version
   * @throws NotFoundException where script or version do not exist
   * @throws InvalidInputException where name or description are outside the rules
   * @throws NameTakenException where a branch of the script has or had the name
   */
  public Branch create(
      String scriptId, String name, @Nullable Integer fromVersion, String description) {
    return database.write(
        handle ->
            writer.create(
                handle, scripts.required(handle, scriptId), name, fromVersion, description));
  }

  /**
   * Changes a branch, entirely or not at all. Its former names keep leading to it.
   *
   * @param branch a name it has or had
   * @throws NotFoundException where script or branch do not exist
   * @throws InvalidInputException where name or description are outside the rules, and where the
   *     branch that exists from the start would be archived
   * @throws NameTakenException where another branch of the script has or had the name
   */
  public Branch change(String scriptId, String branch, BranchChange change) {
    return database.write(
        handle -> writer.change(handle, scripts.required(handle, scriptId), branch, change));
  }

  /** Gives a branch another name and description. */
  public Branch rename(String scriptId, String branch, String name, String description) {
    return change(scriptId, branch, BranchChange.rename(name, description));
  }

  /** Archives a branch: it stays readable, and nothing can be saved on it. */
  public Branch archive(String scriptId, String branch) {
    return change(scriptId, branch, BranchChange.ARCHIVE);
  }

  /** Restores an archived branch. */
  public Branch unarchive(String scriptId, String branch) {
    return change(scriptId, branch, BranchChange.RESTORE);
  }
}

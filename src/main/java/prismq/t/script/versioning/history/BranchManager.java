package prismq.t.script.versioning.history;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Database;

/**
 * Starts, names and puts away the branches of scripts. Versions are never touched by it. Safe for
 * use by several threads; every call is a transaction of its own.
 */
public final class BranchManager {
  private final Database database;
  private final Clock clock;
  private final ScriptStore scripts = new ScriptStore();
  private final BranchStore branches = new BranchStore();
  private final VersionStore versions = new VersionStore();

  /** Works on this database. */
  public BranchManager(Database database) {
    this(database, Clock.systemUTC());
  }

  /** Works on this database by this clock. */
  public BranchManager(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
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
    Branch.checkedName(name);
    String checked = checkedDescription(description);
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          if (fromVersion != null && versions.find(handle, script, fromVersion).isEmpty()) {
            throw VersionStore.missing(script.script(), fromVersion);
          }
          checkFree(handle, script, name, 0);
          List<Branch> all = branches.list(handle, script);
          int number = all.get(all.size() - 1).branchNumber() + 1;
          branches.insert(handle, script, number, name, checked, fromVersion, now());
          return branches.required(handle, script, name);
        });
  }

  /**
   * Gives a branch another name and description; the name it had keeps leading to it.
   *
   * @param branch a name it has or had
   * @throws NotFoundException where script or branch do not exist
   * @throws InvalidInputException where name or description are outside the rules
   * @throws NameTakenException where another branch of the script has or had the name
   */
  public Branch rename(String scriptId, String branch, String name, String description) {
    Branch.checkedName(name);
    String checked = checkedDescription(description);
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          Branch found = branches.required(handle, script, branch);
          checkFree(handle, script, name, found.branchNumber());
          if (!name.equals(found.name())) {
            branches.rename(handle, script, found, name);
          }
          branches.describe(handle, script, found, checked);
          return branches.required(handle, script, name);
        });
  }

  /**
   * Puts a branch away: it can be read, and nothing is saved on it.
   *
   * @throws NotFoundException where script or branch do not exist
   * @throws InvalidInputException for the branch that exists from the start
   */
  public Branch archive(String scriptId, String branch) {
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          Branch found = branches.required(handle, script, branch);
          if (found.isFirst()) {
            throw new InvalidInputException(
                "branch",
                "“"
                    + found.name()
                    + "” is the branch that the script started with; it cannot be archived.");
          }
          if (!found.isArchived()) {
            branches.archive(handle, script, found, now());
          }
          return branches.required(handle, script, branch);
        });
  }

  /**
   * Takes a branch up again.
   *
   * @throws NotFoundException where script or branch do not exist
   */
  public Branch bringBack(String scriptId, String branch) {
    return database.write(
        handle -> {
          ScriptRow script = scripts.required(handle, scriptId);
          Branch found = branches.required(handle, script, branch);
          branches.archive(handle, script, found, null);
          return branches.required(handle, script, branch);
        });
  }

  private static String checkedDescription(String description) {
    return description.isBlank()
        ? ""
        : Field.line("description", description, Branch.LONGEST_DESCRIPTION);
  }

  /** Does nothing where no branch but this one has or had the name. */
  private void checkFree(Handle handle, ScriptRow script, String name, int branchNumber) {
    branches
        .find(handle, script, name)
        .filter(taken -> taken.branchNumber() != branchNumber)
        .ifPresent(
            taken -> {
              throw new NameTakenException(taken(script.script(), name, taken));
            });
  }

  private static String taken(Script script, String name, Branch taken) {
    String whose = "“" + script.scriptId() + "” has ";
    if (!taken.name().equals(name)) {
      whose = "“" + taken.name() + "” was called “" + name + "” before, and links lead there.";
    } else {
      whose += (taken.isArchived() ? "an archived branch “" : "a branch “") + name + "” already.";
    }
    return whose + " Choose another name.";
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

package prismq.t.script.versioning.project;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Makes projects, and puts scripts into them. Safe for use by several threads. */
public final class Projects {
  private final Database database;
  private final AuditLog log;
  private final ScriptRights rights;
  private final Clock clock;
  private final ProjectStore store = new ProjectStore();
  private volatile KnownProjects known = new KnownProjects(-1, Map.of());

  /** Keeps them in this database, with these rights, and records changes in this log. */
  public Projects(Database database, AuditLog log, ScriptRights rights, Clock clock) {
    this.database = database;
    this.log = log;
    this.rights = rights;
    this.clock = clock;
  }

  /** What was read while the database was in one state. */
  private record KnownProjects(long changeCount, Map<String, Long> ofScripts) {}

  /** Those on which this person has a right, by name. */
  public List<Project> list(Requester person, Right right) {
    return database.read(store::list).stream()
        .filter(project -> may(person, right, project))
        .toList();
  }

  private static boolean may(Requester person, Right right, Project project) {
    return Access.may(person, right, new Thing.GuardedProject(project.id()));
  }

  /**
   * The one of a number, whoever may know of it.
   *
   * @throws Problem if there is none
   */
  public Project project(long id) {
    return database.read(handle -> required(handle, id));
  }

  private Project required(Handle handle, long id) {
    return store
        .find(handle, id)
        .orElseThrow(
            () -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("project.not_found")));
  }

  /**
   * The one of a name, of those that this person may know of.
   *
   * @throws InvalidInputException if there is none
   */
  public Project named(Requester person, String name) {
    return database
        .read(handle -> store.find(handle, name))
        .filter(project -> may(person, Right.READ, project))
        .orElseThrow(
            () -> new InvalidInputException("project", FilledMessage.of("project.none", name)));
  }

  /** The number of the project of each script, by the scripts' ids, whoever may know of it. */
  public Map<String, Long> ofScripts() {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownProjects before = known;
    if (before.changeCount != changeCount) {
      before = new KnownProjects(changeCount, database.read(store::ofScripts));
      known = before;
    }
    return before.ofScripts;
  }

  /** The project of a script; empty where it has none that this person may know of. */
  public Optional<Project> ofScript(Requester person, String scriptId) {
    return database
        .read(handle -> store.ofScript(handle, scriptId))
        .filter(project -> may(person, Right.READ, project));
  }

  /**
   * Makes one, which whoever makes it manages.
   *
   * @throws InvalidInputException if it cannot be called so
   */
  public Project make(String typed) {
    String name = Field.line("name", typed, Project.MAX_NAME);
    return database.write(
        handle -> {
          checkFree(handle, name, 0);
          Project made = store.insert(handle, name);
          @Nullable Long maker = CurrentActor.get().accountId();
          if (maker != null) {
            rights.manage(handle, made.id(), maker);
          }
          log.record(handle, AuditEvent.of(AuditAct.PROJECT_MADE, name));
          return made;
        });
  }

  /**
   * Gives one another name.
   *
   * @throws InvalidInputException if it cannot be called so
   */
  public void rename(long id, String typed) {
    String name = Field.line("name", typed, Project.MAX_NAME);
    database.write(
        handle -> {
          Project before = required(handle, id);
          checkFree(handle, name, id);
          if (!before.name().equals(name)) {
            store.rename(handle, id, name);
            log.record(
                handle, AuditEvent.of(AuditAct.PROJECT_RENAMED, before.name() + " to " + name));
          }
          return null;
        });
  }

  /** Says of a name that is taken no more than that, whoever may know of the other project. */
  private void checkFree(Handle handle, String name, long id) {
    if (store.list(handle).stream()
        .anyMatch(project -> project.id() != id && project.name().equalsIgnoreCase(name))) {
      throw new InvalidInputException("name", FilledMessage.of("project.name_taken"));
    }
  }

  /**
   * Deletes one that has no scripts.
   *
   * @throws Problem if it has some, or a token is for it, which would be for all scripts then
   */
  public void remove(long id) {
    database.write(
        handle -> {
          Project project = required(handle, id);
          if (store.scriptCount(handle, id) > 0) {
            throw new InvalidInputException("remove", FilledMessage.of("project.not_empty"));
          }
          if (store.tokenCount(handle, id, clock.instant()) > 0) {
            throw new InvalidInputException("remove", FilledMessage.of("project.has_tokens"));
          }
          rights.forget(handle, id);
          store.delete(handle, id);
          log.record(handle, AuditEvent.of(AuditAct.PROJECT_REMOVED, project.name()));
          return null;
        });
  }

  /**
   * Puts a script into a project, or into none. One in a project that this person may not know of
   * is in none for them, and so only leaves it for another one.
   *
   * @throws Problem unless this person manages the script, and the project it goes to
   */
  public void move(Requester person, String scriptId, @Nullable Project to) {
    database.write(
        handle -> {
          Optional<Project> from = store.ofScript(handle, scriptId);
          Optional<Project> known = from.filter(project -> may(person, Right.READ, project));
          if (!known.equals(Optional.ofNullable(to))) {
            checkManages(person, new Thing.GuardedScript(scriptId));
            if (to != null) {
              checkManages(person, new Thing.GuardedProject(to.id()));
            }
            store.move(handle, scriptId, to == null ? null : to.id());
            log.record(handle, AuditEvent.of(AuditAct.SCRIPT_MOVED, scriptId, told(from, to)));
          }
          return null;
        });
  }

  private static String told(Optional<Project> from, @Nullable Project to) {
    String start = from.map(project -> "from " + project.name() + " ").orElse("");
    return start + (to == null ? "to no project" : "to " + to.name());
  }

  private static void checkManages(Requester person, Thing thing) {
    if (!Access.may(person, Right.MANAGE, thing)) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("project.not_manager"),
          FilledMessage.of("project.not_manager_next"));
    }
  }

  /** Puts a script away, or takes it out again. */
  public void archive(String scriptId, boolean isArchived) {
    database.write(
        handle -> {
          if (store.archive(handle, scriptId, isArchived) > 0) {
            log.record(
                handle,
                AuditEvent.of(
                    isArchived ? AuditAct.SCRIPT_ARCHIVED : AuditAct.SCRIPT_UNARCHIVED,
                    scriptId,
                    ""));
          }
          return null;
        });
  }
}

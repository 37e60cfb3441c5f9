package prismq.t.script.versioning.group;

import java.util.List;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/** Makes and changes groups of accounts. Safe for use by several threads. */
public final class Groups {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 100;

  private final Database database;
  private final AuditLog log;
  private final Accounts accounts;
  private final GroupStore store = new GroupStore();

  /** Keeps them in this database, of these accounts, and records changes in this log. */
  public Groups(Database database, AuditLog log, Accounts accounts) {
    this.database = database;
    this.log = log;
    this.accounts = accounts;
  }

  /** All, by name. */
  public List<AccountGroup> list() {
    return database.read(store::list);
  }

  /**
   * Makes one without members.
   *
   * @throws InvalidInputException if it cannot be called so
   */
  public void make(String typed) {
    String name = Field.line("name", typed, MAX_NAME);
    database.write(
        handle -> {
          checkFree(handle, name, 0);
          store.insert(handle, name);
          log.record(handle, AuditEvent.of(AuditAct.GROUP_MADE, name));
          return null;
        });
  }

  /**
   * Gives one another name.
   *
   * @throws InvalidInputException if it cannot be called so
   */
  public void rename(long id, String typed) {
    String name = Field.line("name", typed, MAX_NAME);
    database.write(
        handle -> {
          AccountGroup before = required(handle, id);
          checkFree(handle, name, id);
          if (!before.name().equals(name)) {
            store.rename(handle, id, name);
            record(handle, before.name() + " to " + name);
          }
          return null;
        });
  }

  private void checkFree(Handle handle, String name, long id) {
    if (store.list(handle).stream()
        .anyMatch(group -> group.id() != id && group.name().equalsIgnoreCase(name))) {
      throw new InvalidInputException("name", FilledMessage.of("group.name_taken"));
    }
  }

  /** Adds somebody, who has every right of the group from now on. */
  public void add(long id, long accountId) {
    Account account = accounts.account(accountId);
    database.write(
        handle -> {
          AccountGroup group = required(handle, id);
          if (!group.members().contains(accountId)) {
            store.add(handle, id, accountId);
            record(handle, group.name() + ": with " + account.name());
          }
          return null;
        });
  }

  /** Takes somebody out, with the rights that they had by it. */
  public void take(long id, long accountId) {
    Account account = accounts.account(accountId);
    database.write(
        handle -> {
          AccountGroup group = required(handle, id);
          if (group.members().contains(accountId)) {
            store.take(handle, id, accountId);
            record(handle, group.name() + ": without " + account.name());
          }
          return null;
        });
  }

  /** Deletes one, with all rights that it was given. */
  public void remove(long id) {
    database.write(
        handle -> {
          AccountGroup group = required(handle, id);
          store.delete(handle, id);
          log.record(handle, AuditEvent.of(AuditAct.GROUP_REMOVED, group.name()));
          return null;
        });
  }

  private void record(Handle handle, String told) {
    log.record(handle, AuditEvent.of(AuditAct.GROUP_CHANGED, told));
  }

  private AccountGroup required(Handle handle, long id) {
    return store
        .find(handle, id)
        .orElseThrow(() -> new InvalidInputException("group", FilledMessage.of("group.gone")));
  }
}

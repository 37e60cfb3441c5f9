package prismq.t.script.versioning.account;

import java.util.Set;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;

/** The accounts that only programs use. Safe for use by several threads. */
public final class TechnicalAccounts {
  private final Database database;
  private final AuditLog auditLog;
  private final TechnicalAccountStore store = new TechnicalAccountStore();

  /** Keeps them in this database, and records changes in this log. */
  public TechnicalAccounts(Database database, AuditLog auditLog) {
    this.database = database;
    this.auditLog = auditLog;
  }

  /** Their numbers. */
  public Set<Long> all() {
    return database.read(store::list);
  }

  /** Says whether only programs use an account. */
  public void mark(Account account, boolean isTechnical) {
    database.write(
        handle -> {
          if (store.list(handle).contains(account.id()) != isTechnical) {
            if (isTechnical) {
              store.add(handle, account.id());
            } else {
              store.remove(handle, account.id());
            }
            AuditAct act = isTechnical ? AuditAct.MADE_TECHNICAL : AuditAct.MADE_PERSONAL;
            auditLog.record(handle, AuditEvent.of(act, account.named()));
          }
          return null;
        });
  }
}

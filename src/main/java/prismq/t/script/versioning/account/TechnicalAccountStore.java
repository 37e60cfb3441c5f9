package prismq.t.script.versioning.account;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of technical accounts. All methods work in the handle's transaction. */
final class TechnicalAccountStore {
  Set<Long> list(Handle handle) {
    return handle.createQuery("SELECT account_id FROM technical_accounts").mapTo(Long.class).set();
  }

  void add(Handle handle, long account) {
    handle
        .createUpdate("INSERT INTO technical_accounts (account_id) VALUES (:account)")
        .bind("account", account)
        .execute();
  }

  void remove(Handle handle, long account) {
    handle
        .createUpdate("DELETE FROM technical_accounts WHERE account_id = :account")
        .bind("account", account)
        .execute();
  }
}

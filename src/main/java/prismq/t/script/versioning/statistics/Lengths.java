package prismq.t.script.versioning.statistics;

import java.util.function.UnaryOperator;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;

/** Reads and changes how long scripts are to last. Safe for use by several threads. */
public final class Lengths {
  private final Database database;
  private final VersionManager versions;
  private final AuditLog auditLog;
  private final LengthSettingsStore store = new LengthSettingsStore();

  /**
   * Works on this database.
   *
   * @param auditLog gets what is changed, in the same transaction
   */
  public Lengths(Database database, VersionManager versions, AuditLog auditLog) {
    this.database = database;
    this.versions = versions;
    this.auditLog = auditLog;
  }

  /** The settings of a script; the preset ones where nobody said anything. */
  public LengthSettings settings(String scriptId) {
    return database.read(handle -> store.find(handle, scriptId));
  }

  /** Changes them. */
  public void change(String scriptId, UnaryOperator<LengthSettings> change) {
    database.write(
        handle -> {
          LengthSettings before = store.find(handle, scriptId);
          LengthSettings after = change.apply(before);
          if (!after.equals(before)) {
            versions.changeWordsPerMinute(scriptId, after.wordsPerMinute());
            store.put(handle, scriptId, after);
            auditLog.record(
                handle,
                AuditEvent.of(AuditAct.LENGTHS_CHANGED, scriptId, LengthWording.sentence(after)));
          }
          return null;
        });
  }
}

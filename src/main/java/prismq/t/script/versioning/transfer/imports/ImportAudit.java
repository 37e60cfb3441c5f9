package prismq.t.script.versioning.transfer.imports;

import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;

/** Records an import: that it began, and what it has saved of each script, however it ended. */
public final class ImportAudit {
  private final AuditLog log;
  private final String source;

  /**
   * Records in this log that an import begins.
   *
   * @param source what is imported, such as the name of a file
   */
  public ImportAudit(AuditLog log, String source) {
    this.log = log;
    this.source = source;
    log.record(AuditEvent.of(AuditAct.IMPORT_STARTED, source));
  }

  /** Records what was saved. */
  public void end(ImportSummary summary) {
    summary
        .scripts()
        .forEach(
            (scriptId, counts) -> {
              if (counts.added() > 0) {
                log.record(
                    AuditEvent.of(
                        AuditAct.VERSIONS_IMPORTED,
                        scriptId,
                        counts.added()
                            + (counts.added() == 1 ? " version from " : " versions from ")
                            + source));
              }
            });
  }
}

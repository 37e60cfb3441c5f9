package prismq.t.script.versioning.transfer.imports;

import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Records an import: that it began, once it is known how much there is, and what it has saved of
 * each script, however it ended.
 */
public final class ImportAudit implements Progress {
  private final AuditLog log;
  private final String source;
  private final Progress progress;
  private boolean hasBegun;

  /**
   * Creates it.
   *
   * @param source what is imported, such as the name of a file
   * @param progress receives the progress, too
   */
  public ImportAudit(AuditLog log, String source, Progress progress) {
    this.log = log;
    this.source = source;
    this.progress = progress;
  }

  @Override
  public void total(int versions) {
    // Whoever waits sees how much there is while another writer keeps this one waiting.
    progress.total(versions);
    begin();
  }

  @Override
  public void done(int versions) {
    begin();
    progress.done(versions);
  }

  private void begin() {
    if (!hasBegun) {
      log.record(AuditEvent.of(AuditAct.IMPORT_STARTED, source));
      hasBegun = true;
    }
  }

  /** Records what was saved. */
  public void end(ImportSummary summary) {
    begin();
    summary
        .scripts()
        .forEach(
            (scriptId, counts) -> {
              if (counts.added() > 0) {
                log.record(
                    AuditEvent.of(
                        AuditAct.VERSIONS_IMPORTED,
                        scriptId,
                        FilledMessage.count(
                                "audit.thing.imported", counts.added(), counts.added(), source)
                            .text()));
              }
            });
  }
}

package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.file.Path;
import prismq.t.script.versioning.history.BrokenRecordException;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/**
 * Imports the histories of an archive. All of it is checked first, every text and hash, before
 * anything is saved, so the file need not be trusted.
 */
public final class ArchiveImport {
  private final ImportContext context;
  private final ArchiveLimits limits;

  /** Imports in this context. */
  public ArchiveImport(ImportContext context, ArchiveLimits limits) {
    this.context = context;
    this.limits = limits;
  }

  /**
   * Imports what is new.
   *
   * @throws BrokenArchiveException if the archive is not whole; nothing was imported
   */
  public void run(Path file) throws IOException {
    try (ArchiveFile archive = ArchiveFile.open(file, limits)) {
      ArchivedReviews reviews = new ArchivedReviews(context, archive);
      ArchiveCheck check = new ArchiveCheck(context, limits, archive.texts(), reviews);
      try {
        archive.forEach(check);
        reviews.checkEnd();
      } catch (BrokenRecordException e) {
        throw new BrokenArchiveException(e.message(), e);
      }
      context.progress().total(check.newVersions());
      try (ArchiveSaver saver = new ArchiveSaver(context, archive.texts(), check.plans())) {
        archive.forEach(saver);
      }
      reviews.save(check.plans());
    }
  }
}

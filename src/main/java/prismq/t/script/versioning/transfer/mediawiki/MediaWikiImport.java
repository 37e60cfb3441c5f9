package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** Makes scripts of the pages in an export of MediaWiki, and versions of their revisions. */
public final class MediaWikiImport {
  private final ImportContext context;
  private final long maxUnpacked;

  /** Imports in this context, however large the file is. */
  public MediaWikiImport(ImportContext context) {
    this(context, Long.MAX_VALUE);
  }

  /**
   * Imports in this context.
   *
   * @param maxUnpacked bytes of XML that are read at most; a file with more counts as cut off there
   */
  public MediaWikiImport(ImportContext context, long maxUnpacked) {
    this.context = context;
    this.maxUnpacked = maxUnpacked;
  }

  /**
   * Imports what is new.
   *
   * @param file XML, plain or packed by {@link Packing}
   * @param page the title of the only page to import; null for all
   * @param script the script that page goes to; null to have it made of the title
   * @throws ImportException if the file is no export of MediaWiki, or does not have the page
   */
  public void run(Path file, @Nullable String page, @Nullable String script) throws IOException {
    if (script != null) {
      Script.checkedId(script);
      if (page == null) {
        throw new ImportException(FilledMessage.of("import.wiki.which_page"));
      }
    }
    try (ExportFile export = new ExportFile(file, maxUnpacked)) {
      PagesImport pages = new PagesImport(context, export, page, script);
      ExportReader reader = new ExportReader(export.content(), context.sizeLimit(), pages);
      switch (reader.read()) {
        case NO_XML -> throw new ImportException(export.notXml(reader.failure()), reader.failure());
        case CUT_OFF -> pages.breakOff(file, reader.failure());
        case WHOLE -> {}
      }
      pages.check(file);
    }
  }
}

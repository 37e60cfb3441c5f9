package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** Makes scripts of the pages in an export of MediaWiki, and versions of their revisions. */
public final class MediaWikiImport {
  private final ImportContext context;

  /** Imports in this context. */
  public MediaWikiImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new.
   *
   * @param file XML, or XML packed as .gz or .bz2
   * @param page the title of the only page to import; null for all
   * @param script the script that page goes to; null to have it made of the title
   * @throws ImportException if the file is no export of MediaWiki, or does not have the page
   */
  public void run(Path file, @Nullable String page, @Nullable String script) throws IOException {
    if (script != null) {
      Script.checkedId(script);
      if (page == null) {
        throw new ImportException(
            "One script takes the history of one page: say which page is meant.");
      }
    }
    try (ExportFile export = new ExportFile(file)) {
      PagesImport pages = new PagesImport(context, export, page, script);
      try {
        new ExportReader(export.content(), context.sizeLimit(), pages).read();
      } catch (XMLStreamException e) {
        pages.breakOff(file, e);
      }
      pages.check(file);
    }
  }
}

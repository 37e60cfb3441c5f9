package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** Reads an export of MediaWiki (schema 0.3 to 0.11) from start to end, one revision in memory. */
final class ExportReader {
  private static final String NAMESPACE = "http://www.mediawiki.org/xml/export-";
  private static final String ROOT = "mediawiki";
  private static final int MAX_NAME_LENGTH = 60;

  private final XmlCursor xml;
  private final int maxTextLength;
  private final PageHandler handler;
  private String wiki = "";
  private PageHead lastHead = new PageHead();

  /** Receives what was read. */
  interface PageHandler {
    /** A page starts; whether its revisions are wanted. */
    boolean page(Page page);

    /** A revision of that page. */
    void revision(Revision revision);

    /**
     * A page that was wanted ended.
     *
     * @param damage what was wrong in it, but not in its revisions
     * @param isCutOff whether the input ends in it
     */
    void pageEnd(Damage damage, boolean isCutOff);

    /** What was wrong between the pages. */
    void outside(Damage damage);
  }

  /**
   * Starts to read.
   *
   * @param maxTextLength in characters; longer texts are left out
   */
  ExportReader(InputStream in, int maxTextLength, PageHandler handler) throws IOException {
    this.xml = new XmlCursor(in);
    this.maxTextLength = maxTextLength;
    this.handler = handler;
  }

  /**
   * Reads all of it.
   *
   * @return how it ended
   * @throws ImportException if it is no export of MediaWiki
   */
  ExportEnd read() {
    if (!xml.start()) {
      return ExportEnd.NO_XML;
    }
    if (!xml.name().equals(ROOT)
        || !(xml.namespace().isEmpty() || xml.namespace().startsWith(NAMESPACE))) {
      throw new ImportException(
          FilledMessage.of("import.wiki.no_export", PlainText.line(xml.name(), MAX_NAME_LENGTH)));
    }
    boolean isWhole = readExport();
    // Exports that were put behind each other, and pages behind an end that is too early.
    while (isWhole && !xml.isAtEnd()) {
      xml.open(ROOT);
      isWhole = readExport();
    }
    return isWhole ? ExportEnd.WHOLE : ExportEnd.CUT_OFF;
  }

  /** Why the input ended too early; null if it did not, or just ends. */
  @Nullable IOException failure() {
    return xml.failure();
  }

  /** Whether the export has an end, or nothing of it came. */
  private boolean readExport() {
    boolean isEmpty = true;
    while (xml.nextChild()) {
      isEmpty = false;
      switch (xml.name()) {
        case ROOT -> wiki = "";
        case "siteinfo" -> readSite();
        case "page" -> readPage();
        case "revision" -> readRevisionsOutside();
        default -> xml.skip();
      }
      handler.outside(xml.takeDamage());
    }
    boolean isEnded = xml.isEnded();
    handler.outside(xml.takeDamage());
    return isEnded || (isEmpty && xml.isAtEnd());
  }

  private void readSite() {
    xml.open("siteinfo");
    while (xml.nextChild()) {
      String name = xml.name();
      if (name.equals("dbname") || (name.equals("base") && wiki.isEmpty())) {
        wiki = xml.word();
      } else {
        xml.skip();
      }
    }
  }

  /** A page whose end came before its last revisions goes on with them. */
  private void readRevisionsOutside() {
    lastHead.beginAgain();
    tell(lastHead);
    xml.repaired(FilledMessage.of("remark.wiki.behind_page"));
    xml.open("page");
    readRevision(lastHead);
    readRestOfPage(lastHead);
  }

  private void readPage() {
    lastHead = new PageHead();
    xml.open("page");
    readRestOfPage(lastHead);
  }

  private void readRestOfPage(PageHead head) {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "title" -> head.title(xml.word().strip());
        case "id" -> head.id(xml.word().strip());
        case "redirect" -> {
          @Nullable String target = xml.attribute("title");
          head.redirect(target == null ? "" : target);
          xml.skip();
        }
        case "revision" -> readRevision(head);
        default -> xml.skip();
      }
    }
    boolean isCutOff = !xml.isEnded() && xml.isAtEnd();
    if (!head.isTold() && !isCutOff) {
      tell(head);
    }
    if (head.isWanted()) {
      handler.pageEnd(xml.takeDamage(), isCutOff);
    }
    xml.takeDamage();
  }

  private void tell(PageHead head) {
    head.told(handler.page(head.page(wiki, xml.takeDamage())));
  }

  private void readRevision(PageHead head) {
    if (!head.isTold()) {
      tell(head);
    }
    @Nullable Revision revision =
        new RevisionReader(xml, head.isWanted() ? maxTextLength : 0).read();
    if (head.isWanted() && revision != null) {
      handler.revision(revision);
    }
  }
}

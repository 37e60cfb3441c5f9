package prismq.t.script.versioning.transfer.mediawiki;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** Reads an export of MediaWiki (schema 0.3 to 0.11) from start to end, one revision in memory. */
final class ExportReader {
  private static final String NAMESPACE = "http://www.mediawiki.org/xml/export-";

  private final XmlCursor xml;
  private final int maxTextLength;
  private final PageHandler handler;
  private String wiki = "";

  /** Receives what was read. */
  interface PageHandler {
    /** A page starts; whether its revisions are wanted. */
    boolean page(Page page);

    /** A revision of that page. */
    void revision(Revision revision);

    /** The page ended. */
    void pageEnd();
  }

  /**
   * Starts to read.
   *
   * @param maxTextLength in characters; longer texts are left out
   */
  ExportReader(InputStream in, int maxTextLength, PageHandler handler) throws XMLStreamException {
    this.xml = new XmlCursor(in);
    this.maxTextLength = maxTextLength;
    this.handler = handler;
  }

  /**
   * Reads all of it.
   *
   * @throws ImportException if it is no export of MediaWiki
   * @throws XMLStreamException if it is broken
   */
  void read() throws XMLStreamException {
    xml.start();
    @Nullable String namespace = xml.namespace();
    if (!xml.name().equals("mediawiki")
        || (namespace != null && !namespace.isEmpty() && !namespace.startsWith(NAMESPACE))) {
      throw new ImportException(
          "The file is XML, but no export of MediaWiki: it starts with <"
              + xml.name()
              + ">. Nothing was imported.");
    }
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "siteinfo" -> readSite();
        case "page" -> readPage();
        default -> xml.skip();
      }
    }
  }

  private void readSite() throws XMLStreamException {
    while (xml.nextChild()) {
      String name = xml.name();
      if (name.equals("dbname") || (name.equals("base") && wiki.isEmpty())) {
        wiki = xml.word();
      } else {
        xml.skip();
      }
    }
  }

  private void readPage() throws XMLStreamException {
    String title = "";
    String id = "";
    @Nullable String redirect = null;
    boolean isTold = false;
    boolean isWanted = false;
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "title" -> title = xml.word().strip();
        case "id" -> id = xml.word().strip();
        case "redirect" -> {
          @Nullable String target = xml.attribute("title");
          redirect = target == null ? "" : target;
          xml.skip();
        }
        case "revision" -> {
          if (!isTold) {
            isTold = true;
            isWanted = handler.page(new Page(wiki, title, id, redirect));
          }
          if (isWanted) {
            handler.revision(new RevisionReader(xml, maxTextLength).read());
          } else {
            xml.skip();
          }
        }
        default -> xml.skip();
      }
    }
    if (isWanted || (!isTold && handler.page(new Page(wiki, title, id, redirect)))) {
      handler.pageEnd();
    }
  }
}

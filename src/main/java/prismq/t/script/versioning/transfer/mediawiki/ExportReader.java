package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Reads an export of MediaWiki (schema 0.3 to 0.11) from start to end, one revision in memory. What
 * XML has beyond elements and texts is refused: documents that define names of their own can grow
 * without end, or read other files.
 */
final class ExportReader {
  private static final String NAMESPACE = "http://www.mediawiki.org/xml/export-";
  private static final int MAX_DEPTH = 50;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Longest text of a name, date or number. */
  private static final int MAX_WORD_LENGTH = 1_000;

  private static final int MAX_REASON_LENGTH = 200;
  private static final int MAX_COMMENT_LENGTH = 100_000;

  private final XMLStreamReader reader;
  private final GuardedInput input;
  private final int longestText;
  private final Taker taker;
  private int depth;
  private String wiki = "";

  /** Takes what was read. */
  interface Taker {
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
   * @param longestText in characters; longer ones are left out
   */
  ExportReader(InputStream in, int longestText, Taker taker) throws XMLStreamException {
    this.input = new GuardedInput(in);
    this.longestText = longestText;
    this.taker = taker;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // Counts &lt; and the like too, of which a large wiki has millions; others cannot be defined.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    this.reader = factory.createXMLStreamReader(characters(input));
  }

  /** Why the reading ended, in words of a sentence. */
  static String reason(XMLStreamException e) {
    @Nullable Throwable nested = e.getNestedException();
    if (nested instanceof CharacterCodingException) {
      return "it has bytes that are not UTF-8";
    }
    if (nested instanceof EOFException || nested instanceof ZipException) {
      return "it is packed, and the packing is cut off or damaged";
    }
    String told = String.valueOf(nested == null ? e.getMessage() : nested.getMessage());
    String message = told.replaceFirst("(?s).*\\bMessage: ", "").replaceFirst("[.\\s]+$", "");
    if (message.equals("Content is not allowed in prolog")) {
      return "it does not begin as XML does";
    }
    Location place = e.getLocation();
    return PlainText.line(message, MAX_REASON_LENGTH)
        + (place == null || place.getLineNumber() < 1
            ? ""
            : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")");
  }

  /** The file as UTF-8, which all exports are; bytes that are not end the reading. */
  private static Reader characters(InputStream in) throws XMLStreamException {
    Reader characters =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      characters.mark(1);
      if (characters.read() != BYTE_ORDER_MARK) {
        characters.reset();
      }
      return characters;
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  /**
   * Reads all of it.
   *
   * @throws ImportException where it is no export of MediaWiki
   * @throws XMLStreamException where it is broken
   */
  void read() throws XMLStreamException {
    @Nullable String encoding = reader.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("utf-8")) {
      throw new ImportException(
          "The file is in "
              + PlainText.line(encoding, MAX_WORD_LENGTH)
              + "; exports of MediaWiki are in UTF-8. Nothing was imported.");
    }
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Before the first element stand comments and white space.
    }
    @Nullable String namespace = reader.getNamespaceURI();
    if (!reader.getLocalName().equals("mediawiki")
        || (namespace != null && !namespace.isEmpty() && !namespace.startsWith(NAMESPACE))) {
      throw new ImportException(
          "The file is XML, but no export of MediaWiki: it starts with <"
              + reader.getLocalName()
              + ">. Nothing was imported.");
    }
    while (nextChild()) {
      switch (reader.getLocalName()) {
        case "siteinfo" -> readSite();
        case "page" -> readPage();
        default -> skip();
      }
    }
  }

  private int next() throws XMLStreamException {
    int event = reader.next();
    input.passed();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > MAX_DEPTH) {
          throw new XMLStreamException("more than " + MAX_DEPTH + " elements lie in each other");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new ImportException(
              "The file has a DOCTYPE, or names defined by one, which can read other files or grow"
                  + " without end; no export of MediaWiki has it. Nothing of it was read.");
      default -> {}
    }
    return event;
  }

  /** Goes to the next element in the one that is open; false at its end. */
  private boolean nextChild() throws XMLStreamException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  private void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** The text of the element that is open, at most so much of it. */
  private String word(int longest) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int outside = depth - 1;
    while (depth > outside) {
      if (isText(next()) && text.length() < longest) {
        append(text, longest);
      }
    }
    return text.toString();
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private void append(StringBuilder text, int longest) {
    int length = Math.min(reader.getTextLength(), longest - text.length());
    text.append(reader.getTextCharacters(), reader.getTextStart(), length);
  }

  private void readSite() throws XMLStreamException {
    while (nextChild()) {
      String name = reader.getLocalName();
      if (name.equals("dbname") || (name.equals("base") && wiki.isEmpty())) {
        wiki = word(MAX_WORD_LENGTH);
      } else {
        skip();
      }
    }
  }

  private void readPage() throws XMLStreamException {
    String title = "";
    String id = "";
    @Nullable String redirect = null;
    boolean isTold = false;
    boolean isWanted = false;
    while (nextChild()) {
      switch (reader.getLocalName()) {
        case "title" -> title = word(MAX_WORD_LENGTH).strip();
        case "id" -> id = word(MAX_WORD_LENGTH).strip();
        case "redirect" -> {
          @Nullable String target = reader.getAttributeValue(null, "title");
          redirect = target == null ? "" : target;
          skip();
        }
        case "revision" -> {
          if (!isTold) {
            isTold = true;
            isWanted = taker.page(new Page(wiki, title, id, redirect));
          }
          if (isWanted) {
            taker.revision(new RevisionReader().read());
          } else {
            skip();
          }
        }
        default -> skip();
      }
    }
    if (isWanted || (!isTold && taker.page(new Page(wiki, title, id, redirect)))) {
      taker.pageEnd();
    }
  }

  /** Reads one revision. */
  private final class RevisionReader {
    private String id = "";
    private String parentId = "";
    private String timestamp = "";
    private String contributor = "";
    private boolean isContributorDeleted;
    private String comment = "";
    private boolean isCommentDeleted;
    private boolean isMinor;
    private String model = "";
    private @Nullable String text;
    private String whyNoText = "the export has no text of it";
    private String sha1 = "";
    private String otherSlots = "";

    Revision read() throws XMLStreamException {
      while (nextChild()) {
        switch (reader.getLocalName()) {
          case "id" -> id = word(MAX_WORD_LENGTH).strip();
          case "parentid" -> parentId = word(MAX_WORD_LENGTH).strip();
          case "timestamp" -> timestamp = word(MAX_WORD_LENGTH).strip();
          case "contributor" -> readContributor();
          case "comment" -> {
            isCommentDeleted = isDeleted();
            comment = word(MAX_COMMENT_LENGTH);
          }
          case "minor" -> {
            isMinor = true;
            skip();
          }
          case "model" -> model = word(MAX_WORD_LENGTH).strip();
          case "text" -> readText();
          case "sha1" -> sha1 = word(MAX_WORD_LENGTH).strip();
          case "content" -> readSlot();
          default -> skip();
        }
      }
      return new Revision(
          id,
          parentId,
          timestamp,
          contributor,
          isContributorDeleted,
          comment,
          isCommentDeleted,
          isMinor,
          model,
          text,
          text == null ? whyNoText : "",
          sha1,
          otherSlots);
    }

    private boolean isDeleted() {
      return reader.getAttributeValue(null, "deleted") != null;
    }

    private void readContributor() throws XMLStreamException {
      isContributorDeleted = isDeleted();
      while (nextChild()) {
        String name = reader.getLocalName();
        if (name.equals("username") || name.equals("ip")) {
          contributor = word(MAX_WORD_LENGTH);
        } else {
          skip();
        }
      }
    }

    /** A further content that stands beside the text. */
    private void readSlot() throws XMLStreamException {
      String role = "";
      while (nextChild()) {
        if (reader.getLocalName().equals("role")) {
          role = word(MAX_WORD_LENGTH).strip();
        } else {
          skip();
        }
      }
      otherSlots += (otherSlots.isEmpty() ? "" : ", ") + (role.isEmpty() ? "unnamed" : role);
    }

    private void readText() throws XMLStreamException {
      boolean isDeleted = isDeleted();
      @Nullable String bytes = reader.getAttributeValue(null, "bytes");
      @Nullable String hash = reader.getAttributeValue(null, "sha1");
      String read = word(longestText + 1);
      if (isDeleted) {
        whyNoText = "the wiki has deleted its text";
      } else if (read.length() > longestText) {
        whyNoText = "over the size limit of " + longestText + " bytes, which --size-limit sets";
      } else if (read.isEmpty() && bytes != null && !bytes.equals("0")) {
        whyNoText = "the export has no text of it; have it made with texts, not as a stub";
      } else {
        text = read;
      }
      if (hash != null && sha1.isEmpty()) {
        sha1 = hash;
      }
    }
  }
}

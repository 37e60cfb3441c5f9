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
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Goes through the elements of an untrusted XML file. What XML has beyond elements and texts is
 * refused: documents that define names of their own can grow without end, or read other files.
 */
final class XmlCursor {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_WORD_LENGTH = 1_000;
  private static final int MAX_REASON_LENGTH = 200;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final XMLStreamReader reader;
  private final GuardedInput input;
  private int depth;

  /** Starts before the first element. */
  XmlCursor(InputStream in) throws XMLStreamException {
    this.input = new GuardedInput(in);
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
    return PlainText.line(OneLine.plain(message), MAX_REASON_LENGTH)
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
   * Goes to the outermost element.
   *
   * @throws ImportException if the file says that it is not in UTF-8
   */
  void start() throws XMLStreamException {
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
  }

  /** The namespace of the element that is open; null for none. */
  @Nullable String namespace() {
    return reader.getNamespaceURI();
  }

  /** The name of the element that is open. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element whose start was read last; null for none. */
  @Nullable String attribute(String name) {
    return reader.getAttributeValue(null, name);
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
  boolean nextChild() throws XMLStreamException {
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

  /** Goes past the element that is open. */
  void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** The text of the element that is open, as far as a name, date or number is long. */
  String word() throws XMLStreamException {
    return text(MAX_WORD_LENGTH);
  }

  /** The text of the element that is open, up to a number of characters. */
  String text(int longest) throws XMLStreamException {
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
}

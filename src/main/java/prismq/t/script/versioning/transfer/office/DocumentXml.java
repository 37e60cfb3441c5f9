package prismq.t.script.versioning.transfer.office;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Goes through an untrusted XML part of a document, by names without their prefixes: some programs
 * write prefixes that they do not declare, and each version of a format has namespaces of its own.
 */
final class DocumentXml {
  private static final int MAX_DEPTH = 500;

  private final XMLStreamReader reader;
  private int depth;
  private int event = XMLStreamConstants.START_DOCUMENT;

  /**
   * Starts before the first element, in the encoding that the part declares.
   *
   * @throws UnreadableDocumentException if it does not begin as XML does
   */
  DocumentXml(InputStream in) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // Counts &lt; and the like too, of which a long text has many; others cannot be defined.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    try {
      this.reader = factory.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static UnreadableDocumentException broken(XMLStreamException cause) {
    return new UnreadableDocumentException(FilledMessage.of("office.cut_off"), cause);
  }

  /** Goes to the next start or end of an element, or stretch of text; false at the end. */
  boolean next() {
    try {
      while (reader.hasNext()) {
        event = reader.next();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > MAX_DEPTH) {
              throw new UnreadableDocumentException(
                  FilledMessage.of("office.deep", MAX_DEPTH), null);
            }
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableDocumentException(FilledMessage.of("office.doctype"), null);
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  boolean isStart() {
    return event == XMLStreamConstants.START_ELEMENT;
  }

  boolean isEnd() {
    return event == XMLStreamConstants.END_ELEMENT;
  }

  /** How many elements are open; that which starts or ends is the last of them. */
  int depth() {
    return isEnd() ? depth + 1 : depth;
  }

  /** The name of the element that starts or ends; empty in a text. */
  String name() {
    return isStart() || isEnd() ? withoutPrefix(reader.getLocalName()) : "";
  }

  /** Whether the name of the element that starts or ends has this prefix. */
  boolean hasPrefix(String prefix) {
    return (isStart() || isEnd()) && reader.getLocalName().startsWith(prefix + ":");
  }

  /** The text; empty at the start or end of an element. */
  String text() {
    return isStart() || isEnd() ? "" : reader.getText();
  }

  /** An attribute of the element that starts; null for none. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String full = reader.getAttributeLocalName(i);
      if (withoutPrefix(full).equals(name) && !full.startsWith("xmlns:")) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The same; the other value for none. */
  String attribute(String name, String otherwise) {
    @Nullable String value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** A number from 0 to a limit; the other one where there is none that can be read. */
  int number(String name, int most, int otherwise) {
    String value = attribute(name, "");
    return value.matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(value)) : otherwise;
  }

  /** Whether a property that is there stands for yes. */
  boolean isOn() {
    return !attribute("val", "true").matches("0|false|off|none");
  }

  /** Goes to the end of the element that starts. */
  void skip() {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // What lies in it is passed.
    }
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }
}

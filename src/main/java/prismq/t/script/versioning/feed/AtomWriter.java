package prismq.t.script.versioning.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of a feed (Atom, RFC 4287); what XML cannot hold is replaced. */
final class AtomWriter {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  /** Starts a feed in a language, named as in HTML. */
  AtomWriter(String language) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", language);
  }

  AtomWriter start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
    return this;
  }

  AtomWriter end() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  AtomWriter text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(valid(text));
    xml.writeEndElement();
    return this;
  }

  AtomWriter time(String element, Instant time) throws XMLStreamException {
    return text(element, time.toString());
  }

  /** Text that is HTML, escaped once more. */
  AtomWriter html(String element, String html) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("type", "html");
    xml.writeCharacters(valid(html));
    xml.writeEndElement();
    return this;
  }

  AtomWriter link(String relation, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", valid(address));
    return this;
  }

  /** The whole feed. */
  byte[] bytes() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return bytes.toByteArray();
  }

  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints().forEach(c -> valid.appendCodePoint(isAllowed(c) ? c : 0xFFFD));
    return valid.toString();
  }

  /** Whether XML 1.0 has the character. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}

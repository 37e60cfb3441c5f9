package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Seeds;

class XmlCursorTest {
  private static final String[] TEXTS = {
    "a",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&apos;",
    "&#233;",
    "&#xE9;",
    "&#x1F3AC;",
    "&#13;",
    "é",
    "🎬",
    ">",
    "\"",
    "'",
    "<![CDATA[<b>&nbsp;\r\n]]]>",
    "\u0085"
  };

  /** A document that XML allows, as exports are built. */
  private static String document(Random random) {
    StringBuilder xml = new StringBuilder(random.nextBoolean() ? "<?xml version=\"1.0\"?>\n" : "");
    xml.append("<!-- a -- b -->".replace("-- b", "b")).append("<mediawiki a='1'>");
    for (int i = random.nextInt(3); i >= 0; i--) {
      xml.append("\n<revision ><!--c--><id\n>").append(i).append("</id >");
      xml.append(random.nextBoolean() ? "<minor />" : "<foo><bar/>x<foo></foo></foo>");
      xml.append("<text a=\"&lt;x\r\ny\" b = 'z>'>");
      for (int j = random.nextInt(30); j > 0; j--) {
        xml.append(TEXTS[random.nextInt(TEXTS.length)]);
      }
      xml.append("</text><?pi x?></revision>");
    }
    return xml.append("</mediawiki>\n<!-- end -->").toString();
  }

  private static String read(String xml) throws IOException {
    XmlCursor cursor =
        new XmlCursor(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    StringBuilder read = new StringBuilder();
    cursor.start();
    while (cursor.nextChild()) {
      cursor.open("revision");
      while (cursor.nextChild()) {
        switch (cursor.name()) {
          case "text" -> {
            read.append(cursor.attribute("a"))
                .append('|')
                .append(cursor.attribute("b"))
                .append('|');
            read.append(cursor.text(1_000_000)).append('\n');
          }
          case "id" -> read.append(cursor.word()).append('\n');
          default -> cursor.skip();
        }
      }
    }
    assertThat(cursor.takeDamage()).isEqualTo(Damage.none());
    assertThat(cursor.isEnded()).isTrue();
    return read.toString();
  }

  private static String readByTheJdk(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    StringBuilder read = new StringBuilder();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "text" -> {
            read.append(reader.getAttributeValue(null, "a")).append('|');
            read.append(reader.getAttributeValue(null, "b")).append('|');
            read.append(reader.getElementText()).append('\n');
          }
          case "id" -> read.append(reader.getElementText()).append('\n');
          default -> {}
        }
      }
    }
    return read.toString();
  }

  @Test
  void whatIsWrittenAsXmlHasToIsReadAsEveryParserReadsIt() throws Exception {
    Random random = Seeds.random(11);
    for (int round = 0; round < 2_000; round++) {
      String xml = document(random);
      assertThat(read(xml)).as(xml).isEqualTo(readByTheJdk(xml));
    }
  }

  @Test
  void longTextsAcrossTheBufferAreReadWhole() throws Exception {
    for (int length : new int[] {65_500, 65_535, 65_536, 131_072, 300_000}) {
      String text = "é&amp;🎬\n".repeat(length / 10) + "x".repeat(length % 10);
      String xml = "<mediawiki><revision><text>" + text + "</text></revision></mediawiki>";
      assertThat(read(xml).equals(readByTheJdk(xml))).isTrue();
    }
  }
}

package prismq.t.script.versioning.transfer.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A document made for a test, part by part. */
public final class MadeDocument {
  private final Map<String, String> parts = new LinkedHashMap<>();

  /** A document of Word with this body. */
  public static MadeDocument word(String body) {
    return new MadeDocument()
        .with(
            "word/document.xml",
            "<w:document xmlns:w=\"urn:word\"><w:body>" + body + "</w:body></w:document>")
        .with(
            "_rels/.rels",
            "<Relationships><Relationship Type=\"http://x/officeDocument\""
                + " Target=\"word/document.xml\"/></Relationships>")
        .with(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + "</Types>");
  }

  /** An OpenDocument text with these styles and this body. */
  public static MadeDocument openDocument(String styles, String body) {
    return new MadeDocument()
        .with("mimetype", "application/vnd.oasis.opendocument.text")
        .with(
            "content.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:office\"><office:automatic-styles>"
                + styles
                + "</office:automatic-styles><office:body><office:text>"
                + body
                + "</office:text></office:body></office:document-content>");
  }

  /** A paragraph of Word with a style and a text. */
  public static String paragraph(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>";
  }

  /** A run of Word with a text. */
  public static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** The same with one more part. */
  public MadeDocument with(String name, String content) {
    parts.put(name, content);
    return this;
  }

  /** The same without a part. */
  public MadeDocument without(String name) {
    parts.remove(name);
    return this;
  }

  /** Packed. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

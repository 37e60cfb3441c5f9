package prismq.t.script.versioning.transfer.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the format of a document by what is in it; its name may say anything. */
final class OfficeRecognition {
  private static final int LOOKED_AT = 4_096;
  private static final int START_OF_PART = 65_536;
  private static final byte[] OLD_OFFICE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final Pattern BEFORE_ROOT =
      Pattern.compile("^\\s*(?:<\\?[^>]{0,500}\\?>\\s*|<!--.{0,2000}?-->\\s*)*", Pattern.DOTALL);
  private static final Pattern TEXT_BUNDLE =
      Pattern.compile("(?:[^/]+/)?text\\.(?:md|markdown|fountain|txt)");
  private static final String MAIN_OF_WORD =
      "(?s).*(?:wordprocessingml\\.(?:document|template)\\.main|ms-word\\.\\w+\\.\\w*\\.?main).*";

  private OfficeRecognition() {}

  static Optional<OfficeFormat> of(SeekableByteChannel file) throws IOException {
    byte[] start = start(file);
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return DocumentParts.of(file).map(OfficeRecognition::packed);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (startsWith(start, OLD_OFFICE)) {
      return Optional.of(isLocked(file) ? OfficeFormat.LOCKED : OfficeFormat.OLD_OFFICE);
    }
    if (text.replaceFirst("^[\\s\u00EF\u00BB\u00BF]+", "").startsWith("%PDF-")) {
      return Optional.of(OfficeFormat.PDF);
    }
    if (text.startsWith("{\\rtf") || text.startsWith("\u00EF\u00BB\u00BF{\\rtf")) {
      return Optional.of(OfficeFormat.RICH_TEXT);
    }
    return Optional.ofNullable(xml(start));
  }

  private static byte[] start(SeekableByteChannel file) throws IOException {
    return bytes(file, 0, LOOKED_AT);
  }

  private static byte[] bytes(SeekableByteChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    file.position(at);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // Until it is full, or the file ends.
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }

  /** Whether the list of its parts, which mostly stands at either end, names an encrypted one. */
  private static boolean isLocked(SeekableByteChannel file) throws IOException {
    byte[] first = bytes(file, 0, START_OF_PART);
    byte[] last = bytes(file, Math.max(0, file.size() - START_OF_PART), START_OF_PART);
    String name =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return new String(first, StandardCharsets.ISO_8859_1).contains(name)
        || new String(last, StandardCharsets.ISO_8859_1).contains(name);
  }

  private static @Nullable OfficeFormat xml(byte[] start) {
    String text = new String(start, charset(start)).replace("\uFEFF", "");
    String root = BEFORE_ROOT.matcher(text).replaceFirst("");
    // One with a DOCTYPE is refused when it is read.
    if (root.startsWith("<FinalDraft")
        || (root.startsWith("<!DOCTYPE") && text.contains("<FinalDraft"))) {
      return OfficeFormat.FINAL_DRAFT;
    }
    if (root.startsWith("<office:document ")) {
      return root.contains("application/vnd.oasis.opendocument.text")
          ? OfficeFormat.FLAT_OPEN_DOCUMENT
          : OfficeFormat.NO_TEXT;
    }
    if (root.startsWith("<w:wordDocument")
        || (root.startsWith("<pkg:package") && text.contains("Word.Document"))) {
      return OfficeFormat.WORD_XML;
    }
    return root.startsWith("<document ") && root.contains("Open Screenplay Format")
        ? OfficeFormat.FADE_IN
        : null;
  }

  private static Charset charset(byte[] start) {
    if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(start, 0xFF, 0xFE) || startsWith(start, '<', 0)
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  private static @Nullable OfficeFormat packed(DocumentParts parts) {
    String type = parts.start("mimetype", 200).strip();
    if (type.startsWith("application/epub+zip") || parts.has("META-INF/container.xml")) {
      return OfficeFormat.EPUB;
    }
    if (type.isEmpty() && parts.has("content.xml")) {
      String manifest = parts.start("META-INF/manifest.xml", START_OF_PART);
      int at = manifest.indexOf("application/vnd.oasis.opendocument.");
      type = at < 0 ? "" : manifest.substring(at);
    }
    if (type.startsWith("application/vnd.oasis.opendocument.")
        || type.startsWith("application/vnd.sun.xml.")) {
      return type.startsWith("application/vnd.oasis.opendocument.text")
          ? OfficeFormat.OPEN_DOCUMENT
          : OfficeFormat.NO_TEXT;
    }
    if (parts.has("[Content_Types].xml")) {
      return parts.start("[Content_Types].xml", 1 << 20).matches(MAIN_OF_WORD)
          ? OfficeFormat.WORD
          : OfficeFormat.NO_TEXT;
    }
    return ofProgram(parts);
  }

  private static @Nullable OfficeFormat ofProgram(DocumentParts parts) {
    Set<String> names = parts.names();
    if (parts.has("project.rdf")
        && (parts.has("local.rdf")
            || parts.start("project.rdf", START_OF_PART).contains("celtx"))) {
      return OfficeFormat.CELTX;
    }
    if (parts.start("document.xml", START_OF_PART).contains("Open Screenplay Format")) {
      return OfficeFormat.FADE_IN;
    }
    if (parts.has("Index/Document.iwa")
        || parts.has("Index.zip")
        || parts.start("index.xml", START_OF_PART).contains("developer.apple.com/namespaces")) {
      return OfficeFormat.PAGES;
    }
    boolean isBundle =
        names.stream().anyMatch(name -> name.endsWith("info.json"))
            && names.stream().anyMatch(name -> TEXT_BUNDLE.matcher(name).matches())
            && (parts.has("info.json")
                || names.stream().allMatch(name -> name.contains(".textbundle/")));
    return isBundle ? OfficeFormat.TEXT_BUNDLE : null;
  }
}

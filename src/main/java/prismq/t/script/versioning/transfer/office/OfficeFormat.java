package prismq.t.script.versioning.transfer.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A format of documents that are no plain texts. Some are read; of the others, it is said what they
 * are and how to go on.
 */
public enum OfficeFormat {
  /** Office Open XML of a word processor. */
  WORD("Markdown"),
  /** A text of LibreOffice and others, packed. */
  OPEN_DOCUMENT("Markdown"),
  /** The same in a single XML file. */
  FLAT_OPEN_DOCUMENT("Markdown"),
  /** The Rich Text Format. */
  RICH_TEXT("Markdown"),
  /** A screenplay of Final Draft 8 and later. */
  FINAL_DRAFT("Fountain"),
  /** A book for reading devices. */
  EPUB(null),
  /** A project of Celtx. */
  CELTX(null),
  /** A screenplay of Fade In. */
  FADE_IN(null),
  /** Highland, Bear and Ulysses write it. */
  TEXT_BUNDLE(null),
  /** Binary files of Office before 2007. */
  OLD_OFFICE(null),
  /** Encrypted, so that nobody can tell what it is. */
  LOCKED(null),
  /** XML of Word that is not packed. */
  WORD_XML(null),
  /** Pages, Numbers and Keynote of Apple. */
  PAGES(null),
  /** Tables and slides of any program. */
  NO_TEXT(null),
  /** Printed pages. */
  PDF(null);

  /** Largest document that is read, in bytes. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private final @Nullable String textFormat;

  /** A format, with that of its text; null where it is not read. */
  OfficeFormat(@Nullable String textFormat) {
    this.textFormat = textFormat;
  }

  /**
   * The format of a file, by its content.
   *
   * @return empty if it is none of them
   */
  public static Optional<OfficeFormat> of(SeekableByteChannel file) throws IOException {
    return OfficeRecognition.of(file);
  }

  /** The same of a file that was read. */
  public static Optional<OfficeFormat> of(byte[] bytes) {
    try (SeekableByteChannel file = new SeekableInMemoryByteChannel(bytes)) {
      return OfficeRecognition.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether its text can come in. */
  public boolean isRead() {
    return textFormat != null;
  }

  /** What one that is read is, as in “This is …”. */
  public FilledMessage title() {
    return FilledMessage.of("office.title." + name().toLowerCase(Locale.ROOT));
  }

  /** What becomes of it, or why it does not come in and how to go on, as the end of a sentence. */
  public FilledMessage said() {
    return isRead()
        ? FilledMessage.of("office.read", title(), textFormat)
        : FilledMessage.of("office.unread." + name().toLowerCase(Locale.ROOT));
  }

  /**
   * The text of a document of this format.
   *
   * @param limit longest text, in characters
   * @throws UnreadableDocumentException if it is damaged, or made to do harm
   */
  public OfficeText read(byte[] bytes, int limit) {
    return switch (this) {
      case WORD -> WordText.of(parts(bytes), limit);
      case OPEN_DOCUMENT -> OpenDocumentText.of(parts(bytes), limit);
      case FLAT_OPEN_DOCUMENT -> OpenDocumentText.of(xml(bytes), limit);
      case RICH_TEXT -> RichText.of(bytes, limit);
      case FINAL_DRAFT -> FinalDraftText.of(xml(bytes), limit);
      default -> throw new UnreadableDocumentException(said(), null);
    };
  }

  private static DocumentXml xml(byte[] bytes) {
    return new DocumentXml(new ByteArrayInputStream(bytes));
  }

  private static DocumentParts parts(byte[] bytes) {
    return DocumentParts.of(new SeekableInMemoryByteChannel(bytes))
        .orElseThrow(
            () -> new UnreadableDocumentException(FilledMessage.of("office.damaged"), null));
  }
}

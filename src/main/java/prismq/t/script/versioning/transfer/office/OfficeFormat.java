package prismq.t.script.versioning.transfer.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A format of documents that are no plain texts. Some are read; of the others, it is said what they
 * are and how to go on.
 */
public enum OfficeFormat {
  /** Office Open XML of a word processor. */
  WORD("a Word document", "Markdown"),
  /** A text of LibreOffice and others, packed. */
  OPEN_DOCUMENT("an OpenDocument text", "Markdown"),
  /** The same in a single XML file. */
  FLAT_OPEN_DOCUMENT("an OpenDocument text", "Markdown"),
  /** The Rich Text Format. */
  RICH_TEXT("a document in the Rich Text Format", "Markdown"),
  /** A screenplay of Final Draft 8 and later. */
  FINAL_DRAFT("a screenplay of Final Draft", "Fountain"),
  /** A book for reading devices. */
  EPUB(
      "a book in EPUB",
      "save what it was made from, or convert it (Calibre can), as Word (.docx) or text"),
  /** A project of Celtx. */
  CELTX("a project of Celtx", "export the script from Celtx as text, Fountain or Final Draft"),
  /** A screenplay of Fade In. */
  FADE_IN("a screenplay of Fade In", "export it from Fade In as Fountain or Final Draft (.fdx)"),
  /** Highland, Bear and Ulysses write it. */
  TEXT_BUNDLE("a text packed with its pictures (TextBundle)", "export it as Fountain or Markdown"),
  /** Binary files of Office before 2007. */
  OLD_OFFICE(
      "a document of an old Word (.doc) or another old program",
      "open it in Word or LibreOffice and save it as Word (.docx)"),
  /** Encrypted, so that nobody can tell what it is. */
  LOCKED("an Office document with a password", "save it without a password"),
  /** XML of Word that is not packed. */
  WORD_XML("a Word document in a single XML file", "open it in Word and save it as Word (.docx)"),
  /** Pages, Numbers and Keynote of Apple. */
  PAGES("a document of Apple Pages", "export it from Pages as Word (.docx) or text"),
  /** Tables and slides of any program. */
  NO_TEXT(
      "an Office document that is no text, such as a spreadsheet or a presentation",
      "save its text as Word (.docx) or text"),
  /** Printed pages. */
  PDF(
      "a PDF, which has printed pages and no paragraphs",
      "save what it was made from as Word (.docx), Final Draft (.fdx) or text");

  /** Largest document that is read, in bytes. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private final String title;
  private final String advice;

  OfficeFormat(String title, String advice) {
    this.title = title;
    this.advice = advice;
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
    return compareTo(FINAL_DRAFT) <= 0;
  }

  /** What it is, as in “This is …”. */
  public String title() {
    return title;
  }

  /** What becomes of it, or why it does not come in and how to go on, as the end of a sentence. */
  public String said() {
    return isRead()
        ? title + ", of which the text was imported, as " + advice
        : title + ", which cannot be read here; " + advice + ", and import that";
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
            () -> new UnreadableDocumentException("it is damaged; have it saved again", null));
  }
}

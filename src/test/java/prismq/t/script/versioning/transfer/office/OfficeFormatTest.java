package prismq.t.script.versioning.transfer.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeFormatTest {
  private static Optional<OfficeFormat> of(MadeDocument document) {
    return OfficeFormat.of(document.bytes());
  }

  private static Optional<OfficeFormat> of(String start) {
    return OfficeFormat.of(start.getBytes(ISO_8859_1));
  }

  private static MadeDocument zip(String... names) {
    MadeDocument zip = new MadeDocument();
    Arrays.stream(names).forEach(name -> zip.with(name, "one"));
    return zip;
  }

  @Test
  void packedDocumentsAreKnownByTheirParts() {
    assertThat(of(zip("a.xml").with("mimetype", "application/epub+zip")))
        .contains(OfficeFormat.EPUB);
    assertThat(of(zip("META-INF/container.xml", "ch1.xhtml"))).contains(OfficeFormat.EPUB);
    assertThat(of(zip("script-1.html", "project.rdf", "local.rdf"))).contains(OfficeFormat.CELTX);
    assertThat(of(zip("x").with("document.xml", "<document type=\"Open Screenplay Format\">")))
        .contains(OfficeFormat.FADE_IN);
    assertThat(of(zip("Index/Document.iwa", "preview.jpg"))).contains(OfficeFormat.PAGES);
    assertThat(of(zip("A.textbundle/info.json", "A.textbundle/text.md")))
        .contains(OfficeFormat.TEXT_BUNDLE);
    assertThat(of(zip("x").with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
        .contains(OfficeFormat.NO_TEXT);
    assertThat(of(zip("xl/workbook.xml", "[Content_Types].xml"))).contains(OfficeFormat.NO_TEXT);
  }

  @Test
  void otherDocumentsAreKnownByHowTheyBegin() {
    assertThat(of("%PDF-1.7\n%âã")).contains(OfficeFormat.PDF);
    assertThat(of("{\\rtf1\\ansi a}")).contains(OfficeFormat.RICH_TEXT);
    assertThat(of("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600)))
        .contains(OfficeFormat.OLD_OFFICE);
    String locked = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
    assertThat(of("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600) + locked))
        .contains(OfficeFormat.LOCKED);
    assertThat(
            of(
                "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>"))
        .contains(OfficeFormat.WORD_XML);
  }

  @Test
  void zipsOfDraftsAndTextsAreNoDocuments() {
    assertThat(of(zip("v1.md", "v2.md"))).isEmpty();
    assertThat(of(zip("draft 1/text.md", "draft 1/info.json", "draft 2/text.md"))).isEmpty();
    assertThat(of(zip("document.xml", "content.xml"))).isEmpty();
    assertThat(of("The PDF begins with %PDF-1.7")).isEmpty();
    assertThat(of("<p>A page</p>")).isEmpty();
    assertThat(of("PK\u0003\u0004 but no zip")).isEmpty();
    assertThat(of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EPUB", "CELTX", "FADE_IN", "TEXT_BUNDLE", "OLD_OFFICE", "LOCKED", "PAGES", "PDF"})
  void whatIsNotReadSaysWhatItIsAndHowToGoOn(OfficeFormat format) {
    assertThat(format.isRead()).isFalse();
    assertThat(format.said().text())
        .matches(
            "an? .+, which cannot be read here; .+(export|save|open).*, and import that|an? .+"
                + ", which cannot be read here; (export|save|open).+, and import that");
  }
}

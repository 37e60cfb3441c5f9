package prismq.t.script.versioning.transfer.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prismq.t.script.versioning.transfer.office.MadeDocument.paragraph;
import static prismq.t.script.versioning.transfer.office.MadeDocument.run;

import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.language.FilledMessage;

class WordTextTest {
  private static final int LIMIT = 10_000;

  private static OfficeText read(MadeDocument document) {
    byte[] bytes = document.bytes();
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.WORD);
    return OfficeFormat.WORD.read(bytes, LIMIT);
  }

  private static OfficeText read(String body) {
    return read(MadeDocument.word(body));
  }

  @Test
  void paragraphsHaveABlankLineBetweenAndBreaksAndTabsAreKept() {
    String body =
        "<w:p>"
            + run("The lamp ")
            + run("is dark.")
            + "</w:p><w:p/><w:p>"
            + run("Zoë:")
            + "<w:r><w:tab/><w:t>who?</w:t><w:br/><w:t>Nobody &amp; &lt;none&gt;.</w:t></w:r></w:p>";
    assertThat(read(body).text()).isEqualTo("The lamp is dark.\n\nZoë:\twho?\nNobody & <none>.\n");
    assertThat(read(body).lost()).extracting(FilledMessage::text).isEmpty();
  }

  @Test
  void headingsAreKnownByTheirStyleInAnyLanguageAndByTheirOutline() {
    MadeDocument document =
        MadeDocument.word(
                paragraph("berschrift1", "Eins")
                    + paragraph("Own", "Zwei")
                    + "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>"
                    + run("Drei")
                    + "</w:p>"
                    + paragraph("Textkrper", "Text"))
            .with(
                "word/styles.xml",
                "<w:styles><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/>"
                    + "</w:style><w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/>"
                    + "</w:style><w:style w:styleId=\"Own\"><w:name w:val=\"Mine\"/><w:basedOn"
                    + " w:val=\"berschrift2\"/></w:style><w:style w:styleId=\"Textkrper\"><w:name"
                    + " w:val=\"Body Text\"/></w:style></w:styles>");
    assertThat(read(document).text()).isEqualTo("# Eins\n\n## Zwei\n\n### Drei\n\nText\n");
  }

  private static String item(int list, int level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\""
        + list
        + "\"/></w:numPr></w:pPr>"
        + run(text)
        + "</w:p>";
  }

  @Test
  void listsHaveBulletsAndNumbersAsInTheDocument() {
    MadeDocument document =
        MadeDocument.word(
                item(1, 0, "lamp")
                    + item(1, 1, "wick")
                    + item(1, 0, "oil")
                    + "<w:p>"
                    + run("Then:")
                    + "</w:p>"
                    + item(2, 0, "light")
                    + item(2, 0, "wait")
                    + item(0, 0, "no item"))
            .with(
                "word/numbering.xml",
                "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt"
                    + " w:val=\"bullet\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/>"
                    + "</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl"
                    + " w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl>"
                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>");
    assertThat(read(document).text())
        .isEqualTo("- lamp\n   - wick\n- oil\n\nThen:\n\n3. light\n4. wait\n\nno item\n");
  }

  private static String change(String kind, String author, String inside) {
    return "<w:%1$s w:id=\"1\" w:author=\"%2$s\" w:date=\"2024-01-02T03:04:05Z\">%3$s</w:%1$s>"
        .formatted(kind, author, inside);
  }

  private static String deleted(String text) {
    return "<w:r><w:delText xml:space=\"preserve\">" + text + "</w:delText></w:r>";
  }

  @Test
  void trackedChangesAreAcceptedAndCounted() {
    OfficeText read =
        read(
            "<w:p>"
                + run("Tom said ")
                + change("del", "Ann", deleted("hello") + "<w:r><w:tab/><w:br/></w:r>")
                + change("ins", "Ann", run("good") + run(" bye"))
                + run(".")
                + "</w:p>");
    assertThat(read.text()).isEqualTo("Tom said good bye.\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly("2 tracked changes, accepted");
  }

  @Test
  void movedTextComesInOnceWhereItWasMovedTo() {
    String gone =
        "<w:p><w:pPr><w:rPr>"
            + change("moveFrom", "Bea", "")
            + "</w:rPr></w:pPr>"
            + change("moveFrom", "Bea", run("The rain."))
            + "</w:p>";
    String there = "<w:p>" + change("moveTo", "Bea", run("The rain.")) + "</w:p>";
    OfficeText read = read(gone + "<w:p>" + run("The sun.") + "</w:p>" + there);
    assertThat(read.text()).isEqualTo("The sun.\n\nThe rain.\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly("2 tracked changes, accepted");
  }

  @Test
  void aParagraphWhoseEndWasDeletedIsOneWithTheNext() {
    String first =
        "<w:p><w:pPr><w:rPr>"
            + change("del", "Ann", "")
            + "</w:rPr></w:pPr>"
            + run("One ")
            + "</w:p>";
    OfficeText read = read(first + "<w:p>" + run("and one.") + "</w:p>");
    assertThat(read.text()).isEqualTo("One and one.\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly("1 tracked change, accepted");
  }

  @Test
  void theFormerLookOfAParagraphMakesNoHeading() {
    String body =
        "<w:p><w:pPr>"
            + change("pPrChange", "Ann", "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>")
            + "</w:pPr>"
            + run("Plain.")
            + "</w:p>";
    assertThat(read(body).text()).isEqualTo("Plain.\n");
    assertThat(read(body).lost())
        .extracting(FilledMessage::text)
        .containsExactly("1 tracked change, accepted");
  }

  @Test
  void whatDoesNotComeInIsSaid() {
    OfficeText read =
        read(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Loud</w:t></w:r>"
                + "<w:r><w:footnoteReference w:id=\"2\"/><w:commentReference w:id=\"0\"/></w:r>"
                + "<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p>"
                + run("Left")
                + "</w:p></w:tc><w:tc><w:p>"
                + run("Right")
                + "</w:p></w:tc></w:tr></w:tbl>");
    assertThat(read.text()).isEqualTo("Loud\n\nLeft\n\nRight\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly(
            "1 comment is left out",
            "1 footnote is left out",
            "1 picture is left out",
            "1 table was imported as paragraphs, cell by cell",
            "bold, italics and other formatting are left out");
  }

  @Test
  void aTextBoxIsReadOnceThoughItIsWrittenTwice() {
    String box = "<w:txbxContent><w:p>" + run("A sign.") + "</w:p></w:txbxContent>";
    String body =
        "<w:p>"
            + run("A wall.")
            + "<w:r><mc:AlternateContent><mc:Choice>"
            + box
            + "</mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assertThat(read(body).text()).containsOnlyOnce("A sign.").contains("A wall.");
  }

  @Test
  void theTextIsFoundUnderAnyName() {
    MadeDocument document =
        MadeDocument.word("")
            .without("word/document.xml")
            .with("word/document2.xml", "<w:document><w:p>" + run("Here.") + "</w:p></w:document>")
            .with(
                "_rels/.rels",
                "<Relationships><Relationship Type=\"http://purl/x/officeDocument\""
                    + " Target=\"/word/document2.xml\"/></Relationships>");
    assertThat(read(document).text()).isEqualTo("Here.\n");
  }

  private static void refused(MadeDocument document, String why) {
    byte[] bytes = document.bytes();
    assertThatThrownBy(() -> OfficeFormat.WORD.read(bytes, LIMIT))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void documentsThatAreMadeToDoHarmAreRefused() {
    String entity = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w><w:p>&x;</w:p></w>";
    refused(MadeDocument.word("").with("word/document.xml", entity), "DOCTYPE");
    refused(
        MadeDocument.word("<w:tbl>".repeat(5_000) + "</w:tbl>".repeat(5_000)), "nested more than");
    refused(MadeDocument.word("<w:p>" + run("x".repeat(LIMIT + 1)) + "</w:p>"), "size limit");
    String endless = "<w:p>" + "<w:r><w:tab/></w:r>".repeat(LIMIT + 1) + "</w:p>";
    refused(MadeDocument.word(endless), "size limit");
    refused(MadeDocument.word("<!--" + " ".repeat(70_000_000) + "-->"), "unpacks to more than");
  }

  @Test
  void aDamagedDocumentIsRefused() {
    refused(MadeDocument.word("<w:p>" + run("Half")), "damaged");
    refused(MadeDocument.word("").without("word/document.xml"), "its text is missing");
    byte[] bytes = MadeDocument.word("<w:p>" + run("Whole") + "</w:p>").bytes();
    bytes[60] ^= 0x55;
    assertThatThrownBy(() -> OfficeFormat.WORD.read(bytes, LIMIT))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("damaged");
  }
}

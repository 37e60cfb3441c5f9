package prismq.t.script.versioning.transfer.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.language.FilledMessage;

class OpenDocumentTextTest {
  private static final int LIMIT = 10_000;

  private static OfficeText read(String styles, String body) {
    byte[] bytes = MadeDocument.openDocument(styles, body).bytes();
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.OPEN_DOCUMENT);
    return OfficeFormat.OPEN_DOCUMENT.read(bytes, LIMIT);
  }

  private static OfficeText read(String body) {
    return read("", body);
  }

  @Test
  void headingsAndParagraphsComeInWithTheirSpaces() {
    assertThat(
            read("<text:h text:outline-level=\"2\">The lamp</text:h>\n<text:p>It is\n   dark,"
                    + " <text:span>Zoë</text:span><text:s text:c=\"3\"/>says.<text:tab/>Yes."
                    + "<text:line-break/>No.</text:p><text:p/>")
                .text())
        .isEqualTo("## The lamp\n\nIt is dark, Zoë   says.\tYes.\nNo.\n");
  }

  @Test
  void aTitleIsAHeadingByTheStyleItsStyleIsMadeOf() {
    String styles = "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>";
    assertThat(read(styles, "<text:p text:style-name=\"P1\">Night</text:p>").text())
        .isEqualTo("# Night\n");
  }

  @Test
  void listsHaveBulletsAndNumbersAsInTheDocument() {
    String styles =
        "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\"/>"
            + "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\"/>"
            + "</text:list-style><text:list-style style:name=\"L2\"><text:list-level-style-number"
            + " text:level=\"1\" style:num-format=\"a\"/></text:list-style>";
    String body =
        "<text:list text:style-name=\"L1\"><text:list-item><text:p>lamp</text:p><text:list>"
            + "<text:list-item><text:p>wick</text:p></text:list-item><text:list-item>"
            + "<text:p>glass</text:p></text:list-item></text:list></text:list-item>"
            + "<text:list-item><text:p>oil</text:p></text:list-item></text:list>"
            + "<text:p>Then</text:p><text:list text:style-name=\"L2\"><text:list-item>"
            + "<text:p>wait</text:p></text:list-item><text:list-item><text:p>see</text:p>"
            + "</text:list-item></text:list>";
    assertThat(read(styles, body).text())
        .isEqualTo("- lamp\n   1. wick\n   2. glass\n- oil\n\nThen\n\n1. wait\n2. see\n");
  }

  @Test
  void trackedChangesAreAcceptedAndCounted() {
    String regions =
        "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion>"
            + "<text:p>Gone words.</text:p></text:deletion></text:changed-region>"
            + "<text:changed-region text:id=\"c2\"><text:insertion/></text:changed-region>"
            + "<text:changed-region text:id=\"c3\"><text:insertion/></text:changed-region>"
            + "</text:tracked-changes>";
    OfficeText read =
        read(
            regions
                + "<text:p>The <text:change text:change-id=\"c1\"/><text:change-start"
                + " text:change-id=\"c2\"/>new<text:change-end text:change-id=\"c2\"/>"
                + " lamp.</text:p>");
    assertThat(read.text()).isEqualTo("The new lamp.\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly("3 tracked changes, accepted");
  }

  @Test
  void whatDoesNotComeInIsSaid() {
    OfficeText read =
        read(
            "<text:p>A lamp<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                + "<text:p>Of brass.</text:p></text:note-body></text:note><office:annotation>"
                + "<dc:creator>Ann</dc:creator><text:p>Sure?</text:p></office:annotation>."
                + "<draw:frame><svg:title>A photo</svg:title><draw:image/></draw:frame></text:p>"
                + "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p>"
                + "</table:table-cell></table:table-row></table:table>");
    assertThat(read.text()).isEqualTo("A lamp.\n\nCell\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly(
            "1 comment is left out",
            "1 footnote is left out",
            "1 picture is left out",
            "1 table was imported as paragraphs, cell by cell");
  }

  @Test
  void oneInASingleXmlFileIsReadTheSameWay() {
    byte[] bytes =
        ("<?xml version=\"1.0\"?><office:document office:mimetype="
                + "\"application/vnd.oasis.opendocument.text\"><office:master-styles><text:p>Page"
                + " 1</text:p></office:master-styles><office:body><office:text><text:p>The"
                + " lamp.</text:p></office:text></office:body></office:document>")
            .getBytes(UTF_8);
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.FLAT_OPEN_DOCUMENT);
    assertThat(OfficeFormat.FLAT_OPEN_DOCUMENT.read(bytes, LIMIT).text()).isEqualTo("The lamp.\n");
  }

  private static void refused(MadeDocument document, String why) {
    byte[] bytes = document.bytes();
    assertThatThrownBy(() -> OfficeFormat.OPEN_DOCUMENT.read(bytes, LIMIT))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void documentsThatAreLockedDamagedOrMadeToDoHarmAreRefused() {
    refused(
        MadeDocument.openDocument("", "").with("META-INF/manifest.xml", "<m:encryption-data/>"),
        "password");
    refused(MadeDocument.openDocument("", "<text:p>Half"), "damaged");
    String spaces = "<text:s text:c=\"999999999\"/>".repeat(11);
    refused(MadeDocument.openDocument("", "<text:p>" + spaces + "</text:p>"), "size limit");
    refused(
        MadeDocument.openDocument("", "")
            .with("content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
        "DOCTYPE");
    refused(MadeDocument.openDocument("", "").without("content.xml"), "its text is missing");
  }
}

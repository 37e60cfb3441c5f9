package prismq.t.script.versioning.transfer.office;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.language.FilledMessage;

class FinalDraftTextTest {
  private static final int LIMIT = 10_000;

  private static String document(String content, String more) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n"
        + "<FinalDraft DocumentType=\"Script\" Version=\"5\">\n<Content>"
        + content
        + "</Content>\n"
        + more
        + "</FinalDraft>";
  }

  private static OfficeText read(String content, String more) {
    byte[] bytes = document(content, more).getBytes(UTF_8);
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.FINAL_DRAFT);
    return OfficeFormat.FINAL_DRAFT.read(bytes, LIMIT);
  }

  private static String paragraph(String type, String text) {
    return "<Paragraph Type=\"" + type + "\"><Text>" + text + "</Text></Paragraph>\n";
  }

  private static String fountain(String... typesAndTexts) {
    StringBuilder content = new StringBuilder(paragraph("Scene Heading", "INT. ROOM"));
    for (int i = 0; i < typesAndTexts.length; i += 2) {
      content.append(paragraph(typesAndTexts[i], typesAndTexts[i + 1]));
    }
    String text = read(content.toString(), "").text();
    return text.substring("INT. ROOM\n\n".length(), text.length() - 1);
  }

  @Test
  void aSceneComesInAsFountain() {
    OfficeText read =
        read(
            "<Paragraph Number=\"12\" Type=\"Scene Heading\"><SceneProperties Length=\"1/8\">"
                + "<Summary><Paragraph><Text>They meet.</Text></Paragraph></Summary>"
                + "</SceneProperties><Text>INT. LAMP ROOM - NIGHT</Text></Paragraph>"
                + paragraph("Action", "The lamp is dark.")
                + paragraph("Character", "ZOË (V.O.)")
                + paragraph("Parenthetical", "(low)")
                + "<Paragraph Type=\"Dialogue\"><ScriptNote><Paragraph><Text>Louder?</Text>"
                + "</Paragraph></ScriptNote><Text>Who is </Text><Text Style=\"Italic\">there</Text>"
                + "<Text>?</Text></Paragraph>"
                + paragraph("Transition", "CUT TO:"),
            "");
    assertThat(read.text())
        .isEqualTo(
            "INT. LAMP ROOM - NIGHT #12#\n\nThe lamp is dark.\n\nZOË (V.O.)\n(low)\nWho is there?"
                + "\n\nCUT TO:\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly(
            "1 script note is left out",
            "1 scene summary is left out",
            "bold, italics and other formatting are left out");
  }

  @Test
  void whatWouldBeReadOtherwiseIsForced() {
    assertThat(fountain("Scene Heading", "LAMP ROOM")).isEqualTo(".LAMP ROOM");
    assertThat(fountain("Action", "INT. is a word")).isEqualTo("!INT. is a word");
    assertThat(fountain("Action", "THE DOOR\nopens.")).isEqualTo("!THE DOOR\nopens.");
    assertThat(fountain("Action", "# 7")).isEqualTo("!# 7");
    assertThat(fountain("Action", "SILENCE.")).isEqualTo("SILENCE.");
    assertThat(fountain("Transition", "Slow fade")).isEqualTo("> Slow fade");
    assertThat(fountain("Character", "McAvoy", "Dialogue", "Aye.")).isEqualTo("@McAvoy\nAye.");
    assertThat(fountain("Character", "23", "Dialogue", "Aye.")).isEqualTo("@23\nAye.");
    assertThat(fountain("Character", "ИВАН", "Dialogue", "Да.")).isEqualTo("ИВАН\nДа.");
    assertThat(fountain("Character", "ANN", "Dialogue", "One.\n\nTwo."))
        .isEqualTo("ANN\nOne.\n  \nTwo.");
    assertThat(fountain("New Act", "Act Two")).isEqualTo("> Act Two <");
    assertThat(fountain("Lyrics", "La la")).isEqualTo("~La la");
    String first = read(paragraph("Action", "FADE IN:"), "").text();
    assertThat(first).isEqualTo("!FADE IN:\n");
  }

  @Test
  void twoWhoSpeakAtOnceAreMarked() {
    OfficeText read =
        read(
            "<Paragraph><DualDialogue>"
                + paragraph("Character", "ANN")
                + paragraph("Dialogue", "Go.")
                + paragraph("Character", "BEA")
                + paragraph("Dialogue", "Stay.")
                + "</DualDialogue></Paragraph>"
                + paragraph("Action", "They go."),
            "");
    assertThat(read.text()).isEqualTo("ANN\nGo.\n\nBEA ^\nStay.\n\nThey go.\n");
  }

  @Test
  void theTitlePageComesFirst() {
    String titlePage =
        "<TitlePage><Content>"
            + paragraph("Action", "")
            + paragraph("Action", "THE LAMP")
            + paragraph("Action", "")
            + paragraph("Action", "Written by")
            + paragraph("Action", "")
            + paragraph("Action", "Ann Ames")
            + paragraph("Action", "")
            + paragraph("Action", "1 Sea Road")
            + paragraph("Action", "Hull")
            + "</Content></TitlePage>";
    assertThat(read(paragraph("Action", "Dark."), titlePage).text())
        .isEqualTo(
            """
            Title: THE LAMP
            Credit: Written by
            Author: Ann Ames
            Contact:
                1 Sea Road
                Hull

            Dark.
            """);
  }

  @Test
  void theDeclaredEncodingIsRead() {
    byte[] bytes =
        document(paragraph("Action", "Zoë ждёт."), "").replace("UTF-8", "UTF-16").getBytes(UTF_16);
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.FINAL_DRAFT);
    assertThat(OfficeFormat.FINAL_DRAFT.read(bytes, LIMIT).text()).isEqualTo("Zoë ждёт.\n");
  }

  @Test
  void documentsThatAreDamagedOrMadeToDoHarmAreRefused() {
    refused(document(paragraph("Action", "a"), "").replace("</FinalDraft>", ""), "damaged");
    refused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<FinalDraft><Content>"
            + paragraph("Action", "&x;")
            + "</Content></FinalDraft>",
        "DOCTYPE");
    refused(
        document("<Paragraph>".repeat(2_000) + "</Paragraph>".repeat(2_000), ""),
        "nested more than");
    refused(document(paragraph("Action", "x".repeat(LIMIT + 1)), ""), "size limit");
  }

  private static void refused(String xml, String why) {
    byte[] bytes = xml.getBytes(UTF_8);
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.FINAL_DRAFT);
    assertThatThrownBy(() -> OfficeFormat.FINAL_DRAFT.read(bytes, LIMIT))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(why);
  }
}

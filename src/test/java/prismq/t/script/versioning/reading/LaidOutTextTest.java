package prismq.t.script.versioning.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

class LaidOutTextTest {
  private static final Pattern PLACE =
      Pattern.compile("<span data-to=\"(\\d+)\">(.*?)</span>", Pattern.DOTALL);

  private static String placed(TextFormat format, String source, boolean isBroken) {
    return LaidOutText.of(format, ScriptText.of(source), null, isBroken, 150).html();
  }

  private static String withoutPlaces(String html) {
    return PLACE.matcher(html).replaceAll("$2");
  }

  private static String screenplay(String source) {
    return withoutPlaces(placed(TextFormat.SCREENPLAY, source, false));
  }

  private static String markdown(String source) {
    return withoutPlaces(placed(TextFormat.MARKDOWN, source, false));
  }

  /** The words on the page, each with those of the source that stand where it says it stands. */
  private static void assertThatWordsAreWhereTheySay(String html, String source) {
    ScriptText text = ScriptText.of(source);
    Matcher place = PLACE.matcher(html);
    int places = 0;
    while (place.find()) {
      String words = place.group(2).strip();
      int start = Integer.parseInt(place.group(1));
      int letters = (int) words.codePoints().filter(LetterPositions::isLetter).count();
      CodePointRange range = LetterPositions.find(text.display(), start, start + letters);
      int from = source.offsetByCodePoints(0, range.start());
      assertThat(source.substring(from, source.offsetByCodePoints(from, range.length())))
          .isEqualTo(words);
      places++;
    }
    assertThat(places).as("places of words in " + html).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsOfAScreenplaySayWhereTheyStandInItsSource(boolean isBroken) {
    String source =
        """
        Title: 🌊 Sea

        .vault 🗝 #7#

        He [[who?]] *waits*, **_always_**. /* Why? */

        @Dañ ^
        (low)
        Hi \\*there\\*.
        You.

        > FADE OUT.

        >centred<
        """;
    assertThatWordsAreWhereTheySay(placed(TextFormat.SCREENPLAY, source, isBroken), source);
  }

  @Test
  void wordsOfMarkdownSayWhereTheyStandInItsSource() {
    String source =
        """
        ---
        title: Sea
        ---

        # Hook 🌊

        Some *bridges* can
        [sing](x). A \\* & &amp; one.

        - One
        - Two

        |a|b|
        |-|-|
        |left|right|
        """;
    assertThatWordsAreWhereTheySay(placed(TextFormat.MARKDOWN, source, false), source);
  }

  @Test
  void aSceneIsSetAsTheTradeSetsIt() {
    assertThat(screenplay("int. room #7#\n\nHe *waits*.\nAnd waits.\n\nDAN\n(low)\nHi.\nYou.\n"))
        .isEqualTo(
            "<section class=\"page\"><h2 class=\"heading\" dir=\"auto\" id=\"scene-1\"><span"
                + " class=\"number\">7</span> int. room<span class=\"number right\""
                + " aria-hidden=\"true\">7</span></h2><p class=\"action\" dir=\"auto\">He"
                + " <i>waits</i>.\nAnd waits.</p><div class=\"speech\"><p class=\"cue\""
                + " dir=\"auto\">DAN</p><p class=\"aside\" dir=\"auto\">(low)</p><p class=\"talk\""
                + " dir=\"auto\">Hi.\nYou.</p></div></section>");
  }

  @Test
  void whatTwoSayAtOnceStandsSideBySide() {
    assertThat(screenplay("DAN\nNo.\n\nANN ^\nYes.\n"))
        .contains("<div class=\"dual\"><div class=\"speech\">")
        .doesNotContain("^");
  }

  @Test
  void notesBoneyardsAndTheOutlineAreNotPrinted() {
    assertThat(screenplay("# Act\n\n= About\n\nHe [[who?]] waits. /* Why? */\n\n[[Check]]\n"))
        .isEqualTo(
            "<section class=\"page\"><span class=\"scene-start\" id=\"scene-1\"></span><p"
                + " class=\"action\" dir=\"auto\">He  waits.</p></section>");
  }

  @Test
  void theTitlePageStandsBeforeTheScreenplay() {
    assertThat(
            screenplay("Title: _**Sea**_\nAuthor: Ann\nContact:\n  Here\n  There\n\nHe waits.\n"))
        .startsWith(
            "<section class=\"page title-page\"><p class=\"title\" dir=\"auto\"><b><u>Sea</u></b></p>"
                + "<p class=\"credit\" dir=\"auto\">Ann</p><div class=\"foot\"><p"
                + " dir=\"auto\">Here\nThere</p></div></section><section class=\"page\">");
  }

  @Test
  void aSpeechThatGoesOnIsMarkedOnBothPages() {
    String source = "He waits.\n\n".repeat(25) + "DAN\n" + "A *line* of it.\n".repeat(10);
    String html = withoutPlaces(placed(TextFormat.SCREENPLAY, source, true));
    assertThat(html)
        .contains("<p class=\"more\">(MORE)</p></div></section><section class=\"page\">")
        .contains("<p class=\"folio\">2.</p>")
        .contains("DAN (CONT&#39;D)</p>");
    assertThat(html.split("A <i>line</i> of it\\.", -1)).hasSize(11);
  }

  @Test
  void markupInAScreenplayIsText() {
    assertThat(screenplay("<script>alert(1)</script> & \"x\"\n\n.<b>\n\n@<i>\nHi.\n"))
        .doesNotContain("<script")
        .doesNotContain("<b>")
        .doesNotContain("<i>");
  }

  @Test
  void markdownIsLaidOutWithoutItsHtmlAndPictures() {
    String html =
        markdown(
            """
            # Hook

            <script>alert(1)</script>

            [a](javascript:x) ![A wave](data:text/html,x)

            |a|b|
            |-|-|
            |1|2|
            """);
    assertThat(html)
        .contains("<h2 id=\"scene-1\">Hook</h2>")
        .contains("&lt;script&gt;")
        .contains("<span class=\"picture\">A wave</span>")
        .contains("<table>")
        .doesNotContain("javascript:")
        .doesNotContain("data:");
  }

  @Test
  void settingsBeforeMarkdownAreShownAsTheyAre() {
    assertThat(markdown("---\ntitle: <Sea>\n---\n\n# Hook\n"))
        .startsWith("<pre class=\"front-matter\">---\ntitle: &lt;Sea&gt;\n---</pre><h2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", ">", "- ", "*a _b ", "[", "![", "**", "` ", "<", "| a "})
  void noMarkdownIsTooDeep(String part) {
    assertThat(markdown(part.repeat(20_000) + "the end")).contains("the end");
  }

  @Test
  void aSceneInTheListSaysWhatBecameOfIt() {
    String before =
        "INT. ROOM - DAY\n\nHe waits for the last train to the sea.\n\nINT. HALL\n\nA.\n";
    String after = "EXT. ROOM - DAY\n\nHe waits for the last long train to the sea.\n";
    LaidOutText reading =
        LaidOutText.of(
            TextFormat.SCREENPLAY, ScriptText.of(after), ScriptText.of(before), false, 150);
    assertThat(reading.listHtml())
        .contains("<a href=\"#scene-1\">")
        .contains("EXT. ROOM - DAY")
        .contains("1/8")
        .contains("renamed</span> <bdi>INT → EXT</bdi> <ins>+1</ins>");
    assertThat(reading.omitted()).hasSize(1);
  }

  @Test
  void howMuchLongerASceneBecameIsTold() {
    String before = "INT. ROOM - DAY\n\nHe waits for the last train to the sea.\n";
    String after = before + "\nNobody knows when that comes.\n".repeat(12);
    LaidOutText reading =
        LaidOutText.of(
            TextFormat.SCREENPLAY, ScriptText.of(after), ScriptText.of(before), false, 150);
    assertThat(reading.listHtml()).contains("<ins>+60</ins> (+0:2");
  }
}

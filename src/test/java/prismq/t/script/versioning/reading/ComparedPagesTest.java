package prismq.t.script.versioning.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

class ComparedPagesTest {
  private static ComparedPages.PageComparison compared(String from, String to) {
    return compared(from, to, PageFilter.NONE);
  }

  private static ComparedPages.PageComparison compared(String from, String to, PageFilter filter) {
    ScriptText left = ScriptText.of(from);
    ScriptText right = ScriptText.of(to);
    Diff diff = new DiffGenerator().diff(left, right);
    return ComparedPages.of(
        diff,
        TextFormat.SCREENPLAY,
        left,
        right,
        category -> category == ChangeCategory.LINE_ENDINGS,
        diff.changes().size(),
        filter,
        150);
  }

  /** The pages without what is only for screen readers, for steps and for directions. */
  private static String pages(String from, String to) {
    return compared(from, to)
        .reading()
        .html()
        .replaceAll("<span class=\"hidden\">[^<]*</span>", "")
        .replaceAll(" (?:id|data-change|tabindex|dir)=\"[^\"]*\"", "");
  }

  @Test
  void wordsThatChangedAreMarkedInThePage() {
    assertThat(pages("INT. ROOM\n\nDAN\nHello you.\n", "INT. ROOM\n\nDAN\nHello me.\n"))
        .isEqualTo(
            "<section class=\"page\"><h2 class=\"heading\">INT. ROOM</h2><div class=\"speech\"><p"
                + " class=\"cue\">DAN</p><p class=\"talk\">Hello"
                + " <del>you</del><ins>me</ins>.</p></div></section>");
  }

  @Test
  void aSpeechThatWasRemovedIsSetAsItWas() {
    assertThat(pages("He waits.\n\nDAN\n(low)\nHello.\n\nHe goes.\n", "He waits.\n\nHe goes.\n"))
        .contains(
            "<p class=\"cue\"><del>DAN</del></p><p class=\"aside\"><del>(low)</del></p><p"
                + " class=\"talk\"><del>Hello.</del></p></div>");
  }

  @Test
  void aLineThatWasGivenToSomebodyElseShowsBothNames() {
    assertThat(pages("He waits.\n\nDAN\nHello to all.\n", "He waits.\n\nANN\nHello to all.\n"))
        .contains(
            "<p class=\"cue\"><del>DAN</del><ins>ANN</ins></p><p class=\"talk\">Hello to all.");
  }

  private static String sceneList(String from, String to) {
    return compared(from, to).reading().listHtml();
  }

  @Test
  void aLineThatIsSomebodyElsesNowIsSaidToBeThat() {
    String from = "INT. ROOM\n\nANN\nI am here.\n\nBEN\nHello to all of you.\n";
    String to = from.replace("BEN\n", "ANN\n") + "\nBEN\nYes.\n";
    assertThat(compared(from, to).reading().html())
        .contains("<small class=\"given\">BEN’s line is now ANN’s</small>");
    assertThat(sceneList(from, to)).contains("<bdi class=\"told\">BEN’s line is now ANN’s</bdi>");
  }

  @Test
  void severalLinesThatWereGivenAreCounted() {
    String from = "INT. ROOM\n\nANN\nI am here.\n\nBEN\nHello to all.\n\nBEN\nGo on now.\n";
    String to = from.replace("BEN\n", "ANN\n") + "\nBEN\nYes.\n";
    assertThat(sceneList(from, to)).contains("2 lines of BEN are now ANN’s");
  }

  @Test
  void aCharacterWithAnotherNameIsCalledOtherwiseAndGivesNothing() {
    String from = "INT. ROOM\n\nANN\nI am here.\n\nBEN\nHello to all of you.\n";
    String to = from.replace("BEN\n", "BILL\n");
    assertThat(sceneList(from, to)).contains("BEN is now called BILL");
    assertThat(compared(from, to).reading().html()).doesNotContain("given");
  }

  @Test
  void aLineThatWasRewrittenForSomebodyElseWasNotGiven() {
    String from = "INT. ROOM\n\nANN\nI am here.\n\nBEN\nHello to all of you.\n";
    String to = "INT. ROOM\n\nANN\nI am here.\n\nANN\nGoodbye, then.\n\nBEN\nSo be it.\n";
    assertThat(compared(from, to).reading().html()).doesNotContain("given");
  }

  private static final String SPOKEN =
      "INT. ROOM\n\nRain falls.\n\nANN\nI am here.\n\nBEN\nHello to all of you.\n";
  private static final String SPOKEN_LATER =
      "INT. ROOM\n\nSnow falls.\n\nANN\nI was here.\n\nBEN\nHello to both of you.\n";

  private static String filtered(PageFilter filter) {
    return compared(SPOKEN, SPOKEN_LATER, filter).reading().html().replaceAll("<[^>]*>", "");
  }

  @Test
  void dialogueOrActionAloneIsShownWithWhatIsHidden() {
    PageFilter dialogue = PageFilter.of(PageFilter.LineKind.DIALOGUE);
    assertThat(filtered(dialogue)).contains("INT. ROOM", "ANN", "both").doesNotContain("falls");
    assertThat(compared(SPOKEN, SPOKEN_LATER, dialogue).hiddenSentence())
        .isEqualTo("1 change in action is hidden.");
    PageFilter action = PageFilter.of(PageFilter.LineKind.ACTION);
    assertThat(filtered(action)).contains("INT. ROOM", "falls").doesNotContain("ANN", "both");
    assertThat(compared(SPOKEN, SPOKEN_LATER, action).hiddenSentence())
        .isEqualTo("2 changes in dialogue are hidden.");
    assertThat(compared(SPOKEN, SPOKEN_LATER, action).unseen()).isZero();
  }

  @Test
  void oneCharacterAloneIsShown() {
    PageFilter ben = PageFilter.of("ben");
    assertThat(filtered(ben)).contains("BEN", "both").doesNotContain("ANN", "falls");
    ComparedPages.PageComparison result = compared(SPOKEN, SPOKEN_LATER, ben);
    assertThat(result.hiddenSentence()).isEqualTo("2 changes in other lines are hidden.");
    assertThat(result.characters()).containsExactly("ANN", "BEN");
  }

  @Test
  void whatWasGivenToSomebodyElseIsShownWithBoth() {
    String to = SPOKEN.replace("BEN\n", "ANN\n");
    assertThat(compared(SPOKEN, to, PageFilter.of("BEN")).reading().html()).contains("Hello");
    assertThat(compared(SPOKEN, to, PageFilter.of("ANN")).reading().html()).contains("Hello");
  }

  @Test
  void removedLinesAreHiddenAsOthersAre() {
    String to = SPOKEN.replace("ANN\nI am here.\n\n", "").replace("Rain falls.\n\n", "");
    PageFilter action = PageFilter.of(PageFilter.LineKind.ACTION);
    assertThat(compared(SPOKEN, to, action).reading().html())
        .contains("Rain falls.")
        .doesNotContain("I am here");
  }

  @Test
  void aHeadingThatChangedStaysOneHeading() {
    assertThat(pages("INT. ROOM - DAY #7#\n\nHe waits.\n", "EXT. ROOM - NIGHT #7#\n\nHe waits.\n"))
        .contains(
            "<h2 class=\"heading\"><span class=\"number\">7</span> <del>INT</del><ins>EXT</ins>."
                + " ROOM - <del>DAY</del><ins>NIGHT</ins></h2>");
  }

  @Test
  void marksStandInEmphasis() {
    assertThat(pages("He *waits long* here.\n", "He *waits short* here.\n"))
        .contains("<i>waits </i><del>long</del><ins><i>short</i></ins> here.");
  }

  @Test
  void whatMovedIsToldWhereItWasAndWhereItIs() {
    String first = "The first of them waits for the last train to the sea.\n\n";
    String rest = "Somebody else walks along the shore and sings.\n\nNobody sees them go.\n\n";
    ComparedPages.PageComparison result = compared(first + rest, rest + first);
    assertThat(result.reading().html()).contains("class=\"moved-away\"").contains("moved-here");
    assertThat(result.unseen()).isZero();
  }

  @Test
  void changesThatAreOnNoPageAreCounted() {
    assertThat(compared("He waits. [[Why?]]\n", "He waits. [[Who?]]\n").unseen()).isEqualTo(1);
    assertThat(compared("He waits.\n", "He goes.\n").unseen()).isZero();
  }

  @Test
  void whatTwoSayAtOnceStaysSideBySide() {
    assertThat(pages("DAN\nNo.\n\nANN ^\nYes.\n", "DAN\nNo!\n\nANN ^\nYes.\n"))
        .contains("<div class=\"dual\"><div class=\"speech\"><p class=\"cue\">DAN</p>")
        .endsWith("Yes.</p></div></div></section>");
  }

  @Test
  void allWordsOfBothTextsAreThereWhateverChanged() {
    List<String> parts =
        List.of(
            "INT. ROOM\n\n",
            "EXT. SEA - DÄY #3#\n\n",
            "He *waits* for it.\n\n",
            "DAN\nHi you.\n\n",
            "ANN ^\n(low)\nYes.\n\n",
            "~La la\n\n",
            "> END <\n\n",
            "[[note]]\n\n",
            "CUT TO:\n\n");
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder from = new StringBuilder();
      StringBuilder to = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        String part = parts.get(random.nextInt(parts.size()));
        from.append(random.nextInt(4) == 0 ? "" : part);
        to.append(
            random.nextInt(4) == 0 ? "" : part.replace("i", random.nextInt(3) == 0 ? "o" : "i"));
      }
      String html = pages(from.toString(), to.toString());
      String right =
          LaidOutText.of(TextFormat.SCREENPLAY, ScriptText.of(to.toString()), null, false, 150)
              .html();
      assertThat(letters(html.replaceAll("<del.*?</del>|<p class=\"moved-away.*?</p>", "")))
          .as("seed %d", seed)
          .isEqualTo(letters(right.replaceAll("<span class=\"number right.*?</span>", "")));
      assertThat(html.split("<div", -1)).hasSameSizeAs(html.split("</div", -1));
    }
  }

  private static String letters(String html) {
    String notes = "<span class=\"moved-here.*?</span>|<small class=\"given.*?</small>";
    return html.replaceAll(notes + "|<[^>]*>|\\s", "");
  }
}

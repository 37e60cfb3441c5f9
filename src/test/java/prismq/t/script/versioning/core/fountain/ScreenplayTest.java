package prismq.t.script.versioning.core.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenplayTest {
  /** Each element but for empty lines, with what is read of it and its number. */
  private static String elements(String source) {
    Screenplay screenplay = Screenplay.parse(source);
    return screenplay.elements().stream()
        .filter(element -> element.type() != FountainType.BLANK)
        .map(
            element ->
                element.type()
                    + "["
                    + element.text(source)
                    + "]"
                    + (element.number(source).isEmpty() ? "" : "#" + element.number(source)))
        .collect(Collectors.joining(" "));
  }

  private static String typeOf(String line) {
    return elements("Before.\n\n" + line + "\n\nAfter.")
        .replaceFirst("ACTION\\[Before\\.\\] ", "")
        .replaceFirst(" ACTION\\[After\\.\\]$", "");
  }

  @Test
  void aSceneIsReadWhole() {
    assertThat(
            elements(
                """
                INT. LAMP ROOM - DUSK #1#

                The lamp is dark.

                ENGINEER
                (kneeling)
                It comes on when it gets dark.

                > FADE OUT.
                """))
        .isEqualTo(
            "HEADING[INT. LAMP ROOM - DUSK]#1 ACTION[The lamp is dark.] CHARACTER[ENGINEER]"
                + " PARENTHETICAL[(kneeling)] DIALOGUE[It comes on when it gets dark.]"
                + " TRANSITION[FADE OUT.]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INT. HOUSE - DAY",
        "int. house - day",
        "Ext house",
        "EST. HOUSE",
        "INT./EXT. CAR",
        "INT/EXT CAR",
        "EXT./INT. CAR",
        "I/E CAR",
        "i./e. car",
        "**INT. HOUSE**",
        "ИНТ. МАЯК",
        "WN. LATARNIA — NOC"
      })
  void aLineThatBeginsAsOneHeadsAScene(String line) {
    assertThat(typeOf(line)).isEqualTo("HEADING[" + line + "]");
  }

  @ParameterizedTest
  @CsvSource({
    ".FLASHBACK, HEADING[FLASHBACK]",
    ".1st floor, HEADING[1st floor]",
    "..., ACTION[...]",
    "...and then, ACTION[...and then]",
    "Internal affairs, ACTION[Internal affairs]",
    "EXTREME CLOSE-UP, ACTION[EXTREME CLOSE-UP]",
    "!INT. HOUSE, ACTION[INT. HOUSE]",
    "!! INSERT - THE LETTER, SHOT[INSERT - THE LETTER]",
    "CUT TO:, TRANSITION[CUT TO:]",
    "Cut to:, ACTION[Cut to:]",
    "FADE IN:, ACTION[FADE IN:]",
    "> FADE IN:, TRANSITION[FADE IN:]",
    "> THE END <, CENTERED[THE END]",
    ">_**ACT ONE**_<, CENTERED[_**ACT ONE**_]",
    "~Row row row, LYRIC[Row row row]",
    "# Act one, SECTION[Act one]",
    "### Sequence, SECTION[Sequence]",
    "= They meet., SYNOPSIS[They meet.]",
    "===, PAGE_BREAK[]",
    "==========, PAGE_BREAK[]",
    "=== 12A ===, PAGE_BREAK[]#12A",
    "==, SYNOPSIS[=]",
    "@McAvoy, CHARACTER[McAvoy]",
    "[[Check this.]], NOTE[]",
    "/* Struck out. */, BONEYARD[]",
    "BANG, ACTION[BANG]"
  })
  void aSignSaysWhatALineIs(String line, String element) {
    assertThat(typeOf(line)).isEqualTo(element);
  }

  @ParameterizedTest
  @CsvSource({
    "INT. HOUSE - DAY #1#, INT. HOUSE - DAY, 1",
    "INT. HOUSE - DAY #1A#, INT. HOUSE - DAY, 1A",
    "INT. HOUSE - DAY #1-A#, INT. HOUSE - DAY, 1-A",
    "INT. HOUSE - DAY #I-1-A#, INT. HOUSE - DAY, I-1-A",
    "INT. HOUSE - DAY #1.#, INT. HOUSE - DAY, 1.",
    "INT. HOUSE#110A#, INT. HOUSE, 110A",
    "INT. HOUSE [[old]] #7#, INT. HOUSE, 7",
    "INT. HOUSE #7# [[old]], INT. HOUSE, 7",
    "INT. HOUSE /* old #6# */ #7#, INT. HOUSE, 7",
    ".HOUSE #12A#, HOUSE, 12A"
  })
  void aSceneHasItsNumberBeforeOrBehindANote(String line, String heading, String number) {
    assertThat(typeOf(line)).isEqualTo("HEADING[" + heading + "]#" + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INT. ROOM #9",
        "INT. ROOM ##",
        "INT. ROOM # 9 #",
        "INT. ROOM 9#",
        "INT. #9# ROOM"
      })
  void otherNumberSignsAreOfTheHeading(String line) {
    assertThat(typeOf(line)).isEqualTo("HEADING[" + line + "]");
  }

  @Test
  void theNumberOfASceneMayBeAsLongAsSomebodyMadeIt() {
    String number = "1".repeat(300);
    assertThat(typeOf("INT. HOUSE #" + number + "#")).isEqualTo("HEADING[INT. HOUSE]#" + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STEEL",
        "R2D2",
        "DR. O'NEIL",
        "MAN #2",
        "MOM (V.O.)",
        "HANS (on the radio)",
        "STEEL (CONT'D)",
        "JOE & BOB",
        "ÅSE",
        "ИВАН",
        "李明",
        "שרה",
        "ليلى",
        "สมชาย"
      })
  void aNameBeforeALineThatIsSpokenIsACue(String cue) {
    assertThat(elements("Before.\n\n" + cue + "\nHello.\n"))
        .isEqualTo("ACTION[Before.] CHARACTER[" + cue + "] DIALOGUE[Hello.]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Steel", "23", "McCLANE", "(V.O.)", "你好。", "…", "السلام عليكم، صديقي."})
  void otherLinesAreAction(String line) {
    assertThat(elements("Before.\n\n" + line + "\nHello.\n"))
        .isEqualTo("ACTION[Before.] ACTION[" + line + "] ACTION[Hello.]");
  }

  @Test
  void aNameNeedsAnEmptyLineBeforeItAndNoneBehindIt() {
    assertThat(elements("He runs.\nSTEEL\nHello.\n"))
        .isEqualTo("ACTION[He runs.] ACTION[STEEL] ACTION[Hello.]");
    assertThat(elements("STEEL\n\nHello.\n")).isEqualTo("ACTION[STEEL] ACTION[Hello.]");
    assertThat(elements("STEEL")).isEqualTo("ACTION[STEEL]");
    assertThat(elements("@McAvoy\n\nHello.\n")).isEqualTo("CHARACTER[McAvoy] ACTION[Hello.]");
  }

  @Test
  void aTransitionNeedsEmptyLinesAroundIt() {
    assertThat(elements("GOING TO:\nParis.\n")).isEqualTo("CHARACTER[GOING TO:] DIALOGUE[Paris.]");
    assertThat(elements("He runs.\nCUT TO:\n\nA")).startsWith("ACTION[He runs.] ACTION[CUT TO:]");
  }

  @Test
  void aCaretMakesASpeechGoBesideTheOneBeforeIt() {
    assertThat(elements("BRICK\nNo.\n\nSTEEL ^\nYes.\n\n@McAvoy^\nWell.\n"))
        .isEqualTo(
            "CHARACTER[BRICK] DIALOGUE[No.] DUAL_CHARACTER[STEEL] DIALOGUE[Yes.]"
                + " DUAL_CHARACTER[McAvoy] DIALOGUE[Well.]");
  }

  @Test
  void bracketsInTheMiddleOfASpeechSayHowItIsSpoken() {
    assertThat(elements("STEEL\nNo.\n(louder)\nNo!\n~La la\n(sings) on\n"))
        .isEqualTo(
            "CHARACTER[STEEL] DIALOGUE[No.] PARENTHETICAL[(louder)] DIALOGUE[No!] LYRIC[La la]"
                + " DIALOGUE[(sings) on]");
  }

  @Test
  void twoBlanksKeepASpeechOpen() {
    assertThat(elements("DAN\nOne.\n  \nTWO\n\nThree."))
        .isEqualTo("CHARACTER[DAN] DIALOGUE[One.] DIALOGUE[] DIALOGUE[TWO] ACTION[Three.]");
    assertThat(elements("DAN\nOne.\n \nTwo.")).endsWith("ACTION[Two.]");
  }

  @Test
  void linesOfASpeechAreSpokenWhateverTheyLookLike() {
    assertThat(elements("DAN\nINT. is short for inside.\n# hash\n.45 calibre\n@home\n= equals\n"))
        .isEqualTo(
            "CHARACTER[DAN] DIALOGUE[INT. is short for inside.] DIALOGUE[# hash]"
                + " DIALOGUE[.45 calibre] DIALOGUE[@home] DIALOGUE[= equals]");
  }

  @Test
  void aHeadingMayFollowASectionASynopsisATransitionOrAHeading() {
    assertThat(elements("He runs.\nINT. ROOM\n\n# Act\n= It begins.\nINT. A\nEXT. B\nDAN\nHi."))
        .isEqualTo(
            "ACTION[He runs.] ACTION[INT. ROOM] SECTION[Act] SYNOPSIS[It begins.] HEADING[INT. A]"
                + " HEADING[EXT. B] CHARACTER[DAN] DIALOGUE[Hi.]");
  }

  @Test
  void aBoneyardIsTakenOutBeforeAnythingElse() {
    assertThat(elements("One /* two */ three.")).isEqualTo("ACTION[One  three.]");
    assertThat(elements("One.\n\n/*\nINT. ROOM\n\nDAN\nHi.\n*/\n\nTwo."))
        .isEqualTo("ACTION[One.] BONEYARD[] ACTION[Two.]");
    assertThat(elements("One.\n/*\n\n*/\nINT. ROOM")).endsWith("HEADING[INT. ROOM]");
    assertThat(elements("One /* [[ \n\n */ two ]] three.")).isEqualTo("ACTION[One  two ]] three.]");
  }

  @Test
  void whatIsStruckOutOfALineOfASpeechDoesNotEndIt() {
    assertThat(elements("DAN\nOne.\n/* Two. */\nThree.\n"))
        .isEqualTo("CHARACTER[DAN] DIALOGUE[One.] BONEYARD[] DIALOGUE[Three.]");
  }

  @Test
  void aBoneyardOrNoteThatNeverEndsIsText() {
    assertThat(elements("One /* two.\n\nINT. ROOM"))
        .isEqualTo("ACTION[One /* two.] HEADING[INT. ROOM]");
    assertThat(elements("One [[ two.\n\nINT. ROOM ]]"))
        .isEqualTo("ACTION[One [[ two.] HEADING[INT. ROOM ]]]");
  }

  @Test
  void aNoteGoesOnOverLinesAndWhereTwoBlanksJoinThem() {
    assertThat(elements("One [[two\nthree]] four.")).isEqualTo("ACTION[One  four.]");
    assertThat(elements("[[one\n  \ntwo]]\n\nThree.")).isEqualTo("NOTE[] ACTION[Three.]");
    assertThat(elements("[[one\n\ntwo]]")).isEqualTo("ACTION[[[one] ACTION[two]]]");
  }

  @Test
  void aNotePartsNothing() {
    assertThat(elements("DAN [[tall]]\n[[quiet]]\nHi.\n[[beat]]\nYou.\n\n[[end]]\nEXT. SEA\n"))
        .isEqualTo(
            "CHARACTER[DAN] NOTE[] DIALOGUE[Hi.] NOTE[] DIALOGUE[You.] NOTE[] HEADING[EXT. SEA]");
    assertThat(elements("DAN\n[[nobody speaks]]\n\nHe goes.")).startsWith("ACTION[DAN]");
  }

  @Test
  void theSettingsOfBeatAreABoneyard() {
    String settings =
        """
        /* If you're seeing this, you can remove the following stuff - BEAT:
        {
          "Page Size": 0

        }
        END_BEAT */
        """;
    assertThat(elements("He goes.\n\n" + settings)).isEqualTo("ACTION[He goes.] BONEYARD[]");
  }

  @Test
  void actionKeepsTheBlanksBeforeIt() {
    assertThat(elements("    Far in.  \n\tFurther."))
        .isEqualTo("ACTION[    Far in.] ACTION[\tFurther.]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyDoOnAnySystem(String end) {
    String source = "\uFEFFTitle: A\n\nINT. ROOM #1#\n\nDAN\nHi.\n  \nYou.\n\n[[a\nb]]\nOut.\n";
    assertThat(elements(source.replace("\n", end)))
        .isEqualTo(
            "TITLE_PAGE[Title: A] HEADING[INT. ROOM]#1 CHARACTER[DAN] DIALOGUE[Hi.] DIALOGUE[]"
                + " DIALOGUE[You.] NOTE[] ACTION[Out.]");
  }

  @Test
  void theTitlePageIsReadByItsKeys() {
    TitlePage page =
        Screenplay.parse(
                """
                Title:
                    _**BRICK & STEEL**_
                    _**FULL RETIRED**_
                Credit: Written by
                Author: Stu Maschwitz
                Draft date: 1/20/2012
                Contact:
                \tNext Level
                \t1588 Mission Dr.: Solvang

                INT. ROOM
                """)
            .titlePage();
    assertThat(page.lines("title")).containsExactly("_**BRICK & STEEL**_", "_**FULL RETIRED**_");
    assertThat(page.lines("draft date")).containsExactly("1/20/2012");
    assertThat(page.lines("contact")).containsExactly("Next Level", "1588 Mission Dr.: Solvang");
    assertThat(page.lines("source")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FADE IN:\n\nA", "Chapter one: the sea\n\nA", "It was late.\nTitle: X\n", ""})
  void aTextThatBeginsOtherwiseHasNoTitlePage(String source) {
    assertThat(Screenplay.parse(source).titlePage().entries()).isEmpty();
  }

  @Test
  void theNameOfWhoSpeaksIsWithoutWhatStandsInBrackets() {
    String source = "**Dan** (V.O.)\nHi.\n\n@McAvoy (CONT'D) ^\nYou.\n\nDAN (O.S.) (CONT'D)\nYes.";
    Screenplay screenplay = Screenplay.parse(source);
    List<String> names =
        screenplay.elements().stream()
            .filter(element -> element.type().isCue())
            .map(screenplay::name)
            .toList();
    assertThat(names).containsExactly("MCAVOY", "DAN");
  }
}

package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

/** Every move of a paragraph in texts that end in every way. */
class MovesToAndFromTheEndTest {
  private static final List<String> PARAGRAPHS =
      List.of(
          "The old bridge over the wide river hums its tune at night.",
          "Nobody in the valley but the miller knows why it does.",
          "In winter the whole of it is white and keeps silent.",
          "With the rain of spring the humming starts once more.",
          "Children dare each other to walk across it after dark.",
          "On the far bank stands a chapel without any windows.");

  private static final List<String> LINE_BREAKS = List.of("\n", "\r\n");

  /** How often the line is broken at the end of a text. */
  private static final List<Integer> ENDINGS = List.of(0, 1, 2, 3);

  private static List<String> moved(List<String> paragraphs, int from, int to) {
    List<String> moved = new ArrayList<>(paragraphs);
    moved.add(to, moved.remove(from));
    return moved;
  }

  private static List<String> edited(int index, UnaryOperator<String> edit) {
    List<String> edited = new ArrayList<>(PARAGRAPHS);
    edited.set(index, edit.apply(edited.get(index)));
    return edited;
  }

  private static String inTheMiddle(String paragraph) {
    return paragraph.replaceFirst(" the | other | a ", " this very ");
  }

  private static String atTheStart(String paragraph) {
    return "Then " + paragraph;
  }

  private static String atTheEnd(String paragraph) {
    return paragraph.replaceFirst("\\w+\\.$", "something!");
  }

  private static String text(List<String> paragraphs, String lineBreak, int ending) {
    return String.join(lineBreak.repeat(2), paragraphs) + lineBreak.repeat(ending);
  }

  private static String items(List<String> items, int ending) {
    return "- " + String.join("\n- ", items) + "\n".repeat(ending);
  }

  private static void assertMerged(String base, String one, String other, String merged) {
    MergeCase texts = new MergeCase(ScriptText.of(base), ScriptText.of(one), ScriptText.of(other));
    for (MergeCase sides : List.of(texts, texts.swapped())) {
      Merge merge = sides.merge();
      assertThat(merge.isClean()).as("%s and %s", one, other).isTrue();
      assertThat(merge.text().exactLines().text()).as("%s and %s", one, other).isEqualTo(merged);
    }
  }

  /** One side moves each paragraph to each place, the other one edits the same one. */
  private static void assertMovedAndEdited(
      UnaryOperator<String> edit, int baseEnding, int movedEnding, int editedEnding) {
    int mergedEnding = movedEnding == baseEnding ? editedEnding : movedEnding;
    for (String lineBreak : LINE_BREAKS) {
      String base = text(PARAGRAPHS, lineBreak, baseEnding);
      for (int from = 0; from < PARAGRAPHS.size(); from++) {
        List<String> edited = edited(from, edit);
        for (int to = 0; to < PARAGRAPHS.size(); to++) {
          assertMerged(
              base,
              text(moved(PARAGRAPHS, from, to), lineBreak, movedEnding),
              text(edited, lineBreak, editedEnding),
              text(moved(edited, from, to), lineBreak, mergedEnding));
        }
      }
    }
  }

  @Test
  void whatOneSideMovedAndTheOtherEditedIsMovedAndEditedHoweverTheTextEnds() {
    for (int ending : ENDINGS) {
      assertMovedAndEdited(MovesToAndFromTheEndTest::inTheMiddle, ending, ending, ending);
      assertMovedAndEdited(MovesToAndFromTheEndTest::atTheStart, ending, ending, ending);
      assertMovedAndEdited(MovesToAndFromTheEndTest::atTheEnd, ending, ending, ending);
    }
  }

  @Test
  void whetherTheLastLineIsEndedIsUpToTheSideThatChangedIt() {
    assertMovedAndEdited(MovesToAndFromTheEndTest::inTheMiddle, 0, 1, 0);
    assertMovedAndEdited(MovesToAndFromTheEndTest::inTheMiddle, 0, 0, 1);
    assertMovedAndEdited(MovesToAndFromTheEndTest::inTheMiddle, 1, 0, 1);
    assertMovedAndEdited(MovesToAndFromTheEndTest::inTheMiddle, 1, 1, 0);
  }

  @Test
  void anEditOfTheLastParagraphIsNoHindranceToAMoveBehindIt() {
    int last = PARAGRAPHS.size() - 1;
    List<String> edited = edited(last, MovesToAndFromTheEndTest::atTheEnd);
    for (String lineBreak : LINE_BREAKS) {
      for (int ending : ENDINGS) {
        for (int from = 0; from < last; from++) {
          assertMerged(
              text(PARAGRAPHS, lineBreak, ending),
              text(moved(PARAGRAPHS, from, last), lineBreak, ending),
              text(edited, lineBreak, ending),
              text(moved(edited, from, last), lineBreak, ending));
        }
      }
    }
  }

  @Test
  void itemsWithoutBlankLinesBetweenThemMoveAsWell() {
    int last = PARAGRAPHS.size() - 1;
    for (int ending : ENDINGS) {
      for (int from = 0; from < last; from++) {
        List<String> edited = edited(from, MovesToAndFromTheEndTest::inTheMiddle);
        assertMerged(
            items(PARAGRAPHS, ending),
            items(moved(PARAGRAPHS, from, last), ending),
            items(edited, ending),
            items(moved(edited, from, last), ending));
      }
    }
  }
}

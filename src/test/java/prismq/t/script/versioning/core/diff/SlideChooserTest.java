package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

class SlideChooserTest {
  /** The lines that are marked, whichever side they are on. */
  private static String marked(String from, String to) {
    ScriptText left = ScriptText.of(from);
    ScriptText right = ScriptText.of(to);
    List<Edit> edits = new DiffGenerator().diff(left, right).edits();
    assertThat(edits).hasSize(1);
    Edit edit = edits.get(0);
    return edit.inserted() > 0
        ? String.join("", right.exactLines().subList(edit.toStart(), edit.toEnd()))
        : String.join("", left.exactLines().subList(edit.fromStart(), edit.fromEnd()));
  }

  private static void assertThatItStartsWhereItIsPut(String before, String block, String after) {
    String without = before + after;
    String with = before + block + after;
    assertThat(marked(without, with)).as("added").isEqualTo(block);
    assertThat(marked(with, without)).as("removed").isEqualTo(block);
  }

  @Test
  void aFunctionStartsAtItsFirstLineAndNotAtTheBraceOfTheOneBefore() {
    assertThatItStartsWhereItIsPut(
        "void open() {\n  door.open();\n}\n\n",
        "void ring() {\n  bell.ring();\n}\n\n",
        "void close() {\n  door.close();\n}\n");
  }

  @Test
  void aLoopStartsAtItsFirstLineAndNotAtTheEndOfTheOneBefore() {
    assertThatItStartsWhereItIsPut(
        "for lamp in lamps\n  lamp.light\nend\n",
        "for rope in ropes\n  rope.coil\nend\n",
        "for boat in boats\n  boat.row\nend\n");
  }

  @Test
  void theLastParagraphTakesTheBlankLineAtTheEndOfTheTextWithIt() {
    assertThatItStartsWhereItIsPut(
        "The tide was out.\n\nNobody had seen the boat.\n\n",
        "In the morning the rope was gone too.\n\n",
        "");
  }

  @Test
  void anItemAtTheEndOfAListIsMarkedWithoutTheBlankLineAfterTheList() {
    assertThatItStartsWhereItIsPut(
        "# Harbours\n\n- Brest\n- Lorient\n", "- Roscoff\n", "\n# Lighthouses\n\n- Eckmühl\n");
  }

  @Test
  void aSceneStartsAtItsHeadingThoughTheNextOneIsCalledTheSame() {
    assertThatItStartsWhereItIsPut(
        "INT. PIER - NIGHT\n\nMara waits with the lamp.\n\n",
        "INT. BOAT - NIGHT\n\nJon hides below the deck.\n\n",
        "INT. BOAT - NIGHT\n\nThe engine starts by itself.\n");
  }

  @Test
  void aSectionStartsAtItsHeading() {
    assertThatItStartsWhereItIsPut(
        "## Monday\n\nRain.\n\nMore rain.\n\n",
        "## Tuesday\n\nFog over the bay.\n\n",
        "## Tuesday\n\nThe ferry came.\n");
  }
}

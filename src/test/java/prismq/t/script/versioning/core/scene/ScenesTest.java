package prismq.t.script.versioning.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

class ScenesTest {
  private static final String SCREENPLAY =
      """
      Title: The last keeper
      Author: Ann

      FADE IN:

      # Act one

      = They meet.

      INT. LAMP ROOM - DUSK #1#

      The lamp is dark. [[Which lamp?]] /* Or a candle? */

      ENGINEER
      (kneeling)
      It comes on.

      KEEPER (V.O.)
      Does it?

      # Act two

      = They part.

      ext. gallery - night #1A#

      ENGINEER (CONT'D)
      Now.
      """;

  private static List<Scene> scenes(String text) {
    return Scenes.of(TextFormat.SCREENPLAY, text);
  }

  @Test
  void aSceneGoesFromItsHeadingToTheNextOneOrTheSectionBeforeIt() {
    List<Scene> scenes = scenes(SCREENPLAY);
    assertThat(scenes).hasSize(2);
    assertThat(SCREENPLAY.substring(scenes.get(0).start(), scenes.get(0).end()))
        .startsWith("INT. LAMP ROOM")
        .endsWith("Does it?\n\n");
    assertThat(SCREENPLAY.substring(scenes.get(1).start(), scenes.get(1).end()))
        .startsWith("ext. gallery")
        .endsWith("Now.\n");
  }

  @Test
  void aSceneHasItsNumberHeadingCharactersAndPrintedWords() {
    Scene scene = scenes(SCREENPLAY).get(0);
    assertThat(scene.number()).isEqualTo("1");
    assertThat(scene.heading()).isEqualTo("INT. LAMP ROOM - DUSK");
    assertThat(scene.characters()).containsExactly("ENGINEER", "KEEPER");
    // The heading, the action, and two cues with what is spoken and how.
    assertThat(scene.words()).isEqualTo(4 + 4 + 1 + 1 + 3 + 2 + 2);
  }

  @Test
  void aPageLastsAMinuteAndSoDo150Words() {
    String action = "word ".repeat(12).strip() + "\n";
    Scene scene = scenes("INT. ROOM\n\n" + action.repeat(52)).get(0);
    // 52 lines, the heading, and three empty lines above these.
    assertThat(scene.eighths()).isEqualTo(8);
    assertThat(scene.minutes().least()).isCloseTo(1, within(0.001));
    assertThat(scene.minutes().most()).isCloseTo((52 * 12 + 2) / 150.0, within(0.001));
    assertThat(scenes("INT. ROOM").get(0).eighths()).isEqualTo(1);
  }

  @Test
  void whatStandsBeforeTheFirstHeadingIsASceneWhereSomebodySpeaks() {
    assertThat(scenes("FADE IN:\n\nDAN\nHi.\n\nINT. ROOM\n"))
        .extracting(Scene::heading)
        .containsExactly("", "INT. ROOM");
    assertThat(scenes("FADE IN:\n\nINT. ROOM\n")).hasSize(1);
    assertThat(scenes("It was a dark night.\n")).hasSize(1);
    assertThat(scenes("")).isEmpty();
  }

  @Test
  void aSectionOfMarkdownIsAScene() {
    String text =
        """
        ---
        title: Sea
        ---
        First words.

        # Hook

        Why is it salty?

        ```
        # not one
        ```

        Body
        ----

        Rivers bring salt.
        """;
    List<Scene> scenes = Scenes.of(TextFormat.MARKDOWN, text);
    assertThat(scenes).extracting(Scene::heading).containsExactly("", "Hook", "Body");
    assertThat(scenes).extracting(Scene::words).containsExactly(2, 7, 4);
    assertThat(scenes.get(2).minutes().most()).isCloseTo(4 / 150.0, within(0.001));
    assertThat(scenes.get(2).eighths()).isNull();
    assertThat(text.substring(scenes.get(2).start(), scenes.get(2).end()))
        .isEqualTo("Body\n----\n\nRivers bring salt.\n");
  }

  @Test
  void onlyWhatTheVoiceSaysCountsInANarrationTable() {
    String text =
        """
        # Hook

        Notes for the cut.

        | Voice | Picture |
        |---|---|
        | Why is it salty? | A wave breaks on a rock |
        | Rivers. | |
        """;
    assertThat(TextFormat.of(null, ScriptText.of(text))).isEqualTo(TextFormat.NARRATION);
    List<Scene> scenes = Scenes.of(TextFormat.NARRATION, text);
    assertThat(scenes).extracting(Scene::words).containsExactly(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"| a ", "|-", "# a\n", "#", " ", "a\n=\n", "```\n", "**", "[a](", "\n"})
  void noTextIsTooOddToBeCut(String part) {
    String text = "| Voice | Picture |\n" + part.repeat(30_000);
    TextFormat.of(null, ScriptText.of(text));
    for (TextFormat format : TextFormat.values()) {
      int end = 0;
      for (Scene scene : Scenes.of(format, text)) {
        assertThat(scene.start()).isGreaterThanOrEqualTo(end);
        end = scene.end();
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void textWithoutMarkupHasNoScenesAndIsTold() {
    assertThat(Scenes.of(TextFormat.PLAIN, "It was a dark night.")).isEmpty();
    assertThat(TextFormat.of(null, ScriptText.of("It was a dark night.")))
        .isEqualTo(TextFormat.PLAIN);
    assertThat(TextFormat.of(null, ScriptText.of("# Hook\n\nIt was.")))
        .isEqualTo(TextFormat.MARKDOWN);
    assertThat(TextFormat.of(null, ScriptText.of(SCREENPLAY))).isEqualTo(TextFormat.SCREENPLAY);
  }
}

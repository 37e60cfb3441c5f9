package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.core.merge.MergePart.Cause;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;

/** Both sides did something to where the same text stands, or one to where and one to whether. */
class PlaceQuestionsTest {
  private static final String A = "The old bridge over the wide river hums its tune at night.";
  private static final String B = "Nobody in the valley but the miller knows why it does.";
  private static final String C = "In winter the whole of it is white and keeps silent.";
  private static final String D = "With the rain of spring the humming starts once more.";
  private static final String E = "Children dare each other to walk across it after dark.";
  private static final String F = "On the far bank stands a chapel without any windows.";
  private static final String NEW = "A stranger asked the way and was never seen again.";

  /** How units are put together to a text. */
  record TextForm(String name, Function<List<String>, String> text) {
    ScriptText of(String... units) {
      return ScriptText.of(text.apply(List.of(units)));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<TextForm> forms() {
    return List.of(
        new TextForm("paragraphs", units -> String.join("\n\n", units) + "\n"),
        new TextForm("paragraphs with CRLF", units -> String.join("\r\n\r\n", units) + "\r\n"),
        new TextForm("lines", units -> String.join("\n", units) + "\n"),
        new TextForm("lines without a last ending", units -> String.join("\n", units)),
        new TextForm("items", units -> "* " + String.join("\n* ", units) + "\n"),
        new TextForm("scenes of several paragraphs", PlaceQuestionsTest::scenes));
  }

  private static String scenes(List<String> units) {
    StringBuilder scenes = new StringBuilder();
    for (String unit : units) {
      scenes.append("INT. ").append(unit.substring(4, 14).toUpperCase(Locale.ROOT));
      scenes.append(" - DAY\n\n").append(unit).append("\n\n");
      scenes.append("Then they said of it: ").append(unit.toLowerCase(Locale.ROOT));
      scenes.append("\n\n");
    }
    return scenes.toString();
  }

  /** Asks the same both ways round, and either side chosen for all is what that side has. */
  private static Merge asked(ScriptText base, ScriptText ours, ScriptText theirs, Cause cause) {
    MergeCase texts = new MergeCase(base, ours, theirs);
    Merge merge = texts.merge();
    assertThat(merge.conflicts()).isNotEmpty().allMatch(each -> each.cause() == cause);
    assertThat(merge.resolved(merge.conflicts().stream().map(Conflict::ours).toList()))
        .isEqualTo(ours);
    assertThat(merge.resolved(merge.conflicts().stream().map(Conflict::theirs).toList()))
        .isEqualTo(theirs);
    assertThat(texts.swapped().merge().conflicts()).hasSameSizeAs(merge.conflicts());
    return merge;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatBothMovedToDifferentPlacesIsAskedAboutAtBoth(TextForm form) {
    asked(
        form.of(A, B, C, D, E), form.of(B, C, A, D, E), form.of(B, C, D, A, E), Cause.MOVED_APART);
    asked(
        form.of(A, B, C, D, E, F),
        form.of(E, A, B, C, D, F),
        form.of(A, B, E, C, D, F),
        Cause.MOVED_APART);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatOneMovedAndTheOtherRemovedIsAskedAbout(TextForm form) {
    asked(
        form.of(A, B, C, D, E),
        form.of(B, C, A, D, E),
        form.of(B, C, D, E),
        Cause.MOVED_AND_REMOVED);
    asked(
        form.of(A, B, C, D, E, F),
        form.of(A, E, B, C, D, F),
        form.of(A, B, C, D, F),
        Cause.MOVED_AND_REMOVED);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatOneMovedAndEditedAndTheOtherRemovedOrMovedIsAskedAbout(TextForm form) {
    String edited = A.replace("old", "rusty");
    asked(
        form.of(A, B, C, D, E),
        form.of(B, C, edited, D, E),
        form.of(B, C, D, E),
        Cause.MOVED_AND_REMOVED);
    asked(
        form.of(A, B, C, D, E),
        form.of(B, C, edited, D, E),
        form.of(B, C, D, A, E),
        Cause.MOVED_APART);
    asked(
        form.of(A, B, C, D, E),
        form.of(B, C, edited, D, E),
        form.of(B, C, D, A.replace("tune", "song"), E),
        Cause.MOVED_APART);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatBothAddedInDifferentPlacesIsAskedAbout(TextForm form) {
    asked(
        form.of(A, B, C, D), form.of(A, NEW, B, C, D), form.of(A, B, C, NEW, D), Cause.ADDED_TWICE);
  }

  @Test
  void thereIsAQuestionForEachPlaceWithNothingElseInIt() {
    TextForm form = forms().get(0);
    ScriptText paragraph = ScriptText.of(A + "\n\n");
    ScriptText nothing = ScriptText.of("");
    assertThat(
            asked(
                    form.of(A, B, C, D, E),
                    form.of(B, C, A, D, E),
                    form.of(B, C, D, A, E),
                    Cause.MOVED_APART)
                .conflicts())
        .containsExactly(
            new Conflict(nothing, paragraph, nothing, Cause.MOVED_APART),
            new Conflict(nothing, nothing, paragraph, Cause.MOVED_APART));
  }

  @Test
  void severalParagraphsThatMovedTogetherAreOneQuestionInEachPlace() {
    TextForm form = forms().get(0);
    Merge merge =
        asked(
            form.of(A, B, C, D, E, F),
            form.of(C, D, A, B, E, F),
            form.of(C, D, E, A, B, F),
            Cause.MOVED_APART);
    assertThat(merge.conflicts()).hasSize(2);
    asked(
        form.of(A, B, C, D, E, F),
        form.of(C, D, A, B, E, F),
        form.of(C, D, E, F),
        Cause.MOVED_AND_REMOVED);
  }

  @Test
  void aSentenceThatBothMovedToDifferentParagraphsIsAskedAbout() {
    String sentence = "She had seen the light before.";
    TextForm form = forms().get(0);
    asked(
        form.of(A + " " + sentence, B, C, D),
        form.of(A, B + " " + sentence, C, D),
        form.of(A, B, C, D + " " + sentence),
        Cause.MOVED_APART);
    asked(
        form.of(A + " " + sentence, B, C, D),
        form.of(A, B, C + " " + sentence, D),
        form.of(A, B, C, D),
        Cause.MOVED_AND_REMOVED);
    asked(
        form.of(A, B, C, D),
        form.of(A + " " + sentence, B, C, D),
        form.of(A, B, C, D + " " + sentence),
        Cause.ADDED_TWICE);
  }

  @Test
  void shortItemsOfAListAreAskedAboutToo() {
    ScriptText base = ScriptText.of("- milk\n- bread\n- salt\n- eggs\n- tea\n");
    asked(
        base,
        ScriptText.of("- bread\n- salt\n- milk\n- eggs\n- tea\n"),
        ScriptText.of("- bread\n- salt\n- eggs\n- tea\n- milk\n"),
        Cause.MOVED_APART);
    asked(
        base,
        ScriptText.of("- bread\n- salt\n- milk\n- eggs\n- tea\n"),
        ScriptText.of("- bread\n- salt\n- eggs\n- tea\n"),
        Cause.MOVED_AND_REMOVED);
    asked(
        base,
        ScriptText.of("- milk\n- butter\n- bread\n- salt\n- eggs\n- tea\n"),
        ScriptText.of("- milk\n- bread\n- salt\n- eggs\n- butter\n- tea\n"),
        Cause.ADDED_TWICE);
  }

  @Test
  void whatBothDidInTheSamePlaceIsNoQuestion() {
    TextForm form = forms().get(0);
    MergeCase moved = new MergeCase(form.of(A, B, C, D), form.of(B, C, A, D), form.of(B, C, A, D));
    assertThat(moved.merge().text()).isEqualTo(moved.ours());
    MergeCase added =
        new MergeCase(form.of(A, B, C, D), form.of(A, NEW, B, C, D), form.of(A, NEW, B, C, E));
    assertThat(added.merge().text()).isEqualTo(form.of(A, NEW, B, C, E));
    MergeCase removed = new MergeCase(form.of(A, B, C, D), form.of(B, C, D), form.of(B, C, D, E));
    assertThat(removed.merge().text()).isEqualTo(form.of(B, C, D, E));
  }

  @Test
  void shortLinesThatScriptsRepeatAnywayAreNoQuestion() {
    String base = A + "\n\nCUT TO:\n\n" + B + "\n\nCUT TO:\n\n" + C + "\n\n" + D + "\n";
    String ours = base.replace(C, C + "\n\nCUT TO:");
    String theirs = base.replace(A, "FADE IN:\n\nCUT TO:\n\n" + A);
    MergeCase texts =
        new MergeCase(ScriptText.of(base), ScriptText.of(ours), ScriptText.of(theirs));
    assertThat(texts.merge().isClean()).isTrue();
  }
}

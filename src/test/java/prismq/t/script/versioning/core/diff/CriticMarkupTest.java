package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class CriticMarkupTest {
  private static final List<String> SIGNS =
      List.of("{", "}", "+", "-", "~", ">", "<", "=", "{++", "++}", "{--", "--}", "{~~", "~>");

  private static byte[] write(ScriptText from, ScriptText to) {
    return CriticMarkup.write(new DiffGenerator().diff(from, to));
  }

  private static String write(String from, String to) {
    return new String(write(ScriptText.of(from), ScriptText.of(to)), StandardCharsets.UTF_8);
  }

  private static void assertHoldsBothTexts(ScriptText from, ScriptText to) {
    byte[] marked = write(from, to);
    CriticMarkupReader reader = new CriticMarkupReader(marked);
    String as = new String(marked, StandardCharsets.UTF_8);
    assertThat(reader.accepted()).as(as).isEqualTo(to);
    assertThat(reader.rejected()).as(as).isEqualTo(from);
  }

  @Test
  @Tag("long")
  void acceptingAllGivesTheRightTextAndRejectingAllTheLeftOne() {
    Texts texts = new Texts(50);
    for (int i = 0; i < 3_000; i++) {
      ScriptText from = texts.any();
      assertHoldsBothTexts(from, i % 4 == 0 ? texts.any() : texts.edited(from));
    }
  }

  @Test
  void textsThatHaveTheSignsThemselvesComeOutAsTheyWere() {
    Cases.each(
        51,
        3_000,
        random -> {
          List<String> pieces = new ArrayList<>();
          for (int length = random.nextInt(40); length > 0; length--) {
            boolean sign = random.nextInt(3) > 0;
            pieces.add(
                sign
                    ? SIGNS.get(random.nextInt(SIGNS.size()))
                    : random.nextBoolean() ? "word " : "\n");
          }
          ScriptText from = ScriptText.of(String.join("", pieces));
          Collections.rotate(pieces, random.nextInt(3));
          pieces.subList(0, random.nextInt(pieces.size() + 1) / 4).clear();
          assertHoldsBothTexts(from, ScriptText.of(String.join("", pieces)));
        });
  }

  @Test
  void replacedWordsStandInOneMark() {
    assertThat(write("The bridge hums at night.\n", "The bridge sings at night.\n"))
        .isEqualTo("The bridge {~~hums~>sings~~} at night.\n");
  }

  @Test
  void paragraphsThatCameOrWentAreMarkedWhole() {
    assertThat(write("One.\n\nTwo.\n", "One.\n\nAnother thing.\n\nTwo.\n"))
        .isEqualTo("One.\n\n{++Another thing.\n\n++}Two.\n");
    assertThat(write("One.\n\nAnother thing.\n\nTwo.\n", "One.\n\nTwo.\n"))
        .isEqualTo("One.\n\n{--Another thing.\n\n--}Two.\n");
  }

  @Test
  void bothEndsOfAMoveSayWhereTheOtherIs() {
    String moved = "The harbour was empty when the last ferry came in.\n\n";
    String rest = "Nobody had told the old pilot.\n\nHe waited under the lamp until morning.\n\n";
    assertThat(write(moved + rest + "The end.\n", rest + moved + "The end.\n"))
        .isEqualTo(
            "{>>moved to line 5<<}{--"
                + moved
                + "--}"
                + rest
                + "{>>moved from line 1<<}{++"
                + moved
                + "++}The end.\n");
  }

  @Test
  void signsOfTheTextAreBrokenUp() {
    assertThat(write("An {++ old ++} sign.\n", "An {++ old ++} sign.\n"))
        .isEqualTo("An {{>>literal<<}++ old ++} sign.\n");
    assertThat(write("One.\n\n", "One.\n\nA new ++} and {--.\n"))
        .isEqualTo("One.\n\n{++A new +++}{+++} and {++}{++--.\n++}");
  }

  @Test
  void bytesThatAreNotUtf8StayAsTheyAre() {
    byte[] from = {'a', ' ', (byte) 0xFF, ' ', 'b', '\r', '\n'};
    byte[] to = {'a', ' ', (byte) 0xFE, ' ', 'b', '\n'};
    assertHoldsBothTexts(ScriptText.of(from), ScriptText.of(to));
  }

  @Test
  void equalTextsAreOneOfThem() {
    assertThat(write("One.\n", "One.\n")).isEqualTo("One.\n");
    assertThat(write("", "")).isEmpty();
  }
}

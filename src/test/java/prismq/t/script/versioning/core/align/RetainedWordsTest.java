package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.align.RetainedWords.RetainedWord;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;

class RetainedWordsTest {
  private static List<String> retained(String from, String to, boolean withShort) {
    String before = ScriptText.of(from).exactLines().text();
    String after = ScriptText.of(to).exactLines().text();
    return read(
        new RetainedWords(before, after).of(all(before), all(after), withShort), before, after);
  }

  private static List<String> ofLines(String from, String to) {
    ScriptText before = ScriptText.of(from);
    ScriptText after = ScriptText.of(to);
    String left = before.exactLines().text();
    String right = after.exactLines().text();
    return read(new RetainedWords(left, right).ofLines(lines(before), lines(after)), left, right);
  }

  private static ByteRange all(String text) {
    return new ByteRange(0, text.length());
  }

  private static List<ByteRange> lines(ScriptText text) {
    List<ByteRange> lines = new ArrayList<>();
    for (int line = 0; line < text.exactLines().size(); line++) {
      lines.add(text.exactLines().bytes(line));
    }
    return lines;
  }

  private static List<String> read(List<RetainedWord> matches, String before, String after) {
    return matches.stream()
        .map(match -> decoded(match.from().in(before)) + ">" + decoded(match.to().in(after)))
        .toList();
  }

  private static String decoded(String exact) {
    return new String(exact.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Test
  void wordsAreRetainedInTheirOrderWhateverTheirCapitalsAre() {
    assertThat(retained("The old Keeper slept.", "A KEEPER never slept", false))
        .containsExactly("Keeper>KEEPER", "slept>slept");
  }

  @Test
  void accentsPutTogetherOtherwiseMakeTheSameWordAndNoAccentAnotherOne() {
    assertThat(retained("caf\u00E9 caf\u00E9s", "cafe\u0301 cafes", false))
        .containsExactly("caf\u00E9>cafe\u0301");
  }

  @Test
  void wordsOfUpToThreeLettersCountOnlyWhereTheyAreAskedFor() {
    assertThat(retained("he saw the sea", "He has the sea", false)).isEmpty();
    assertThat(retained("he saw the sea", "He has the sea", true))
        .containsExactly("he>He", "the>the", "sea>sea");
  }

  @Test
  void aLineIsRetainedWhereItsWordsStandInNoOtherLine() {
    assertThat(ofLines("# Second Act\nMARA\nMARA\n", "MARA\n### second act\n"))
        .containsExactly("Second>second", "Act>act");
  }

  @Test
  void linesOfAFewLettersOrWithOtherWordsAreNotRetained() {
    assertThat(ofLines("Yes.\nThe last act\n----\n", "Yes!\nThe last scene\n----\n")).isEmpty();
  }
}

package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.diff.CommonRange;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

class MovedLinesTest {
  private static Pieces lines(String text) {
    return ScriptText.of(text).exactLines();
  }

  private static List<CommonRange> found(String from, String to, CommonRange... kept) {
    return MovedLines.addedTo(List.of(kept), lines(from), lines(to));
  }

  @ParameterizedTest
  @CsvSource({
    "'abcdefghijklmnopqrst\n', true",
    "'abcdefghijklmnopqrs\n', false",
    "'Only 3 letters: a b c, 12\n', false",
    "'--- ... !!! ??? ;;; ::: *** ### (((\n', false",
    "'éééééééééé\n', true",
    "'ééééééééé-\n', false"
  })
  void aLineOfTwentyLettersAndDigitsIsTakenFromWhereverItWas(String line, boolean isFound) {
    int length = ScriptText.of(line).sizeBytes();
    assertThat(found("before\n" + line, line + "after\n"))
        .isEqualTo(isFound ? List.of(new CommonRange(7, 0, length)) : List.of());
  }

  @Test
  void ofEqualLinesTheFirstIsTakenAsOftenAsItIsNeeded() {
    String line = "The keeper climbed the stairs.\n";
    assertThat(found("one\n" + line + "two\n" + line, line + line))
        .containsExactly(new CommonRange(4, 0, 31), new CommonRange(4, 31, 31));
  }

  @Test
  void theyStandInOrderWithWhatTheDiffShowsAndNeverWithinIt() {
    String first = "The keeper climbed the stairs.\n";
    String second = "Nobody had seen the ship since.\n";
    CommonRange kept = new CommonRange(0, 31, 32);
    assertThat(found(second + first, first + second + first, kept))
        .containsExactly(new CommonRange(32, 0, 31), kept, new CommonRange(32, 63, 31));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsKeptIsTheSameOnBothSidesAndStandsInOrder(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 100; i++) {
      List<String> lines = new ArrayList<>(texts.any().exactLines());
      lines.replaceAll(line -> line.endsWith("\n") ? line : line + "\n");
      ScriptText from = ScriptText.ofExactLines(lines);
      Collections.shuffle(lines.subList(0, lines.size() / 2), texts.random());
      Diff diff = new DiffGenerator().diff(from, texts.edited(ScriptText.ofExactLines(lines)));
      String before = diff.from().text();
      String after = diff.to().text();
      int end = 0;
      for (CommonRange kept : MovedLines.addedTo(diff.commonRanges(), diff.from(), diff.to())) {
        assertThat(kept.toStart()).isGreaterThanOrEqualTo(end);
        end = kept.toStart() + kept.length();
        assertThat(after.substring(kept.toStart(), end))
            .isEqualTo(before.substring(kept.fromStart(), kept.fromStart() + kept.length()));
      }
      assertThat(end).isLessThanOrEqualTo(after.length());
    }
  }
}

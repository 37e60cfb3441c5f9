package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class CommonRangesTest {
  private static List<String> common(ScriptText from, ScriptText to) {
    Diff diff = new DiffGenerator().diff(from, to);
    String before = diff.from().text();
    String after = diff.to().text();
    List<String> common = new ArrayList<>();
    int end = 0;
    for (CommonRange range : diff.commonRanges()) {
      assertThat(range.toStart()).isGreaterThanOrEqualTo(end);
      assertThat(range.length()).isPositive();
      end = range.toStart() + range.length();
      String text = after.substring(range.toStart(), end);
      assertThat(text)
          .isEqualTo(before.substring(range.fromStart(), range.fromStart() + range.length()));
      common.add(text);
    }
    return common;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachIsTheSameOnBothSidesAndNoneReachesIntoTheNext(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 300; i++) {
      List<String> lines = new ArrayList<>(texts.any().exactLines());
      lines.replaceAll(line -> line.endsWith("\n") ? line : line + "\n");
      ScriptText from = ScriptText.ofExactLines(lines);
      Collections.shuffle(lines.subList(0, lines.size() / 2), texts.random());
      common(from, texts.edited(ScriptText.ofExactLines(lines)));
    }
  }

  @Test
  void aWordOfASentenceThatMovedAndIsSpelledOtherwiseInAsManyBytesIsNoneOfThem() {
    String stays = "The ship had been gone for a long and bitter winter.";
    ScriptText from =
        ScriptText.of("Both keepers co\u00ADoperate every single night. " + stays + "\n\nEnd.\n");
    ScriptText to =
        ScriptText.of(stays + "\n\nEnd.\n\nBoth keepers coo\u00ADperate every single night.\n");
    assertThat(common(from, to))
        .anyMatch(text -> text.contains("every single night."))
        .noneMatch(text -> text.contains("perate"));
  }
}

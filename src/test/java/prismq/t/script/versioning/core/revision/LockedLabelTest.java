package prismq.t.script.versioning.core.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockedLabelTest {
  private static LockedLabel behind(
      LockedLabel after, @Nullable LockedLabel before, LabelScheme scheme, int times) {
    LockedLabel label = after;
    for (int i = 0; i < times; i++) {
      label = LockedLabel.between(label, before, scheme);
    }
    return label;
  }

  @Test
  void pagesBehindALockedOneGetLetters() {
    LockedLabel page = LockedLabel.of(38);
    LockedLabel next = LockedLabel.of(39);
    for (LabelScheme scheme : LabelScheme.values()) {
      assertThat(behind(page, next, scheme, 1).text(scheme)).isEqualTo("38A");
      assertThat(behind(page, next, scheme, 2).text(scheme)).isEqualTo("38B");
    }
    // I and O would be taken for digits.
    assertThat(behind(page, next, LabelScheme.LETTER, 9).text(LabelScheme.LETTER)).isEqualTo("38J");
  }

  @Test
  void pagesBetweenTwoWithLettersFollowTheScheme() {
    LockedLabel page = LockedLabel.of(38);
    LockedLabel a = behind(page, LockedLabel.of(39), LabelScheme.LETTER, 1);
    LockedLabel b = behind(page, LockedLabel.of(39), LabelScheme.LETTER, 2);
    assertThat(behind(a, b, LabelScheme.PREFIX, 1).text(LabelScheme.PREFIX)).isEqualTo("A38B");
    assertThat(behind(a, b, LabelScheme.DIGIT, 1).text(LabelScheme.DIGIT)).isEqualTo("38A1");
    assertThat(behind(a, b, LabelScheme.LETTER, 1).text(LabelScheme.LETTER)).isEqualTo("38AA");
    for (LabelScheme scheme : LabelScheme.values()) {
      assertThat(behind(page, a, scheme, 1).text(scheme)).isEqualTo("A38A");
      assertThat(behind(page, null, scheme, 1).text(scheme)).isEqualTo("39");
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsBetweenAnyTwoAreNewAndInOrder(LabelScheme scheme) {
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      List<LockedLabel> labels = new ArrayList<>(List.of(LockedLabel.of(1), LockedLabel.of(2)));
      for (int i = 0; i < 300; i++) {
        int at = random.nextInt(labels.size());
        @Nullable LockedLabel before = at + 1 < labels.size() ? labels.get(at + 1) : null;
        for (int many = random.nextInt(40); many >= 0; many--) {
          labels.add(at + 1, LockedLabel.between(labels.get(at), before, scheme));
          at++;
        }
      }
      Set<String> texts = new HashSet<>();
      for (int i = 0; i < labels.size(); i++) {
        assertThat(texts.add(labels.get(i).text(scheme)))
            .as("seed %d, %s", seed, labels.get(i).text(scheme))
            .isTrue();
        if (i > 0) {
          assertThat(labels.get(i)).as("seed %d", seed).isGreaterThan(labels.get(i - 1));
        }
      }
    }
  }
}

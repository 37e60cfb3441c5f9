package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextRangeTest {
  private static final ByteRange MIDDLE = new ByteRange(3, 7);

  @Test
  void aRangeHasItsStartAndNotItsEnd() {
    assertThat(MIDDLE.length()).isEqualTo(4);
    assertThat(MIDDLE.contains(3)).isTrue();
    assertThat(MIDDLE.contains(7)).isFalse();
    assertThat(MIDDLE.in("0123456789")).isEqualTo("3456");
    assertThat(new LineRange(5, 5).isEmpty()).isTrue();
    assertThat(MIDDLE.isEmpty()).isFalse();
  }

  @Test
  void aRangeThatEndsBeforeItsStartIsRefused() {
    assertThatThrownBy(() -> new ByteRange(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 4 to 3");
    assertThatThrownBy(() -> new LineRange(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CharacterRange(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CodePointRange(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rangesThatOnlyTouchDoNotOverlap() {
    assertThat(MIDDLE.overlaps(new ByteRange(6, 9))).isTrue();
    assertThat(MIDDLE.overlaps(new ByteRange(7, 9))).isFalse();
    assertThat(MIDDLE.overlaps(new ByteRange(0, 3))).isFalse();
  }

  @Test
  void whatIsWithinAnotherRangeNeverLeavesIt() {
    assertThat(MIDDLE.within(new ByteRange(5, 9))).isEqualTo(new ByteRange(5, 7));
    assertThat(MIDDLE.within(new ByteRange(0, 4))).isEqualTo(new ByteRange(3, 4));
    assertThat(MIDDLE.within(new ByteRange(0, 2)).isEmpty()).isTrue();
    assertThat(MIDDLE.within(new ByteRange(8, 9)).isEmpty()).isTrue();
  }

  @Test
  void aRangeContainsWhatDoesNotReachOutOfIt() {
    assertThat(MIDDLE.contains(MIDDLE)).isTrue();
    assertThat(MIDDLE.contains(new ByteRange(4, 6))).isTrue();
    assertThat(MIDDLE.contains(new ByteRange(2, 7))).isFalse();
    assertThat(MIDDLE.contains(new ByteRange(3, 8))).isFalse();
  }

  @Test
  void aShiftedRangeHasItsLength() {
    assertThat(MIDDLE.shifted(2)).isEqualTo(new ByteRange(5, 9));
    assertThat(MIDDLE.shifted(-3)).isEqualTo(ByteRange.ofLength(0, 4));
  }

  @Test
  void aSpanReachesOverBoth() {
    assertThat(MIDDLE.span(new ByteRange(9, 10))).isEqualTo(new ByteRange(3, 10));
    assertThat(MIDDLE.span(new ByteRange(0, 2))).isEqualTo(new ByteRange(0, 7));
  }

  @Test
  void linesAreTheBytesFromTheFirstToTheLast() {
    Pieces lines = ScriptText.of("one\ntwo\nthree").exactLines();
    assertThat(lines.bytes(new LineRange(1, 3))).isEqualTo(new ByteRange(4, 13));
    assertThat(lines.text(new LineRange(0, 2))).isEqualTo("one\ntwo\n");
    assertThat(lines.text(new LineRange(3, 3))).isEmpty();
    assertThat(lines.text(LineRange.all(lines))).isEqualTo(lines.text());
    assertThat(new LineRange(1, 3).firstNumber()).isEqualTo(2);
  }
}

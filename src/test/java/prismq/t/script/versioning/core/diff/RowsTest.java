package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ScriptText;

class RowsTest {
  private static Rows rows(String from, String to) {
    Diff diff = new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
    List<Hunk> hunks = diff.hunks(1);
    assertThat(hunks).hasSize(1);
    return hunks.get(0).rows();
  }

  @Test
  void aRowHasTheNumbersOfItsLineAndItsTextWithoutTheEnding() {
    Rows rows =
        rows("Rain.\nThe old lamp burns.\nNight.\n", "Rain.\nThe new lamp burns.\nNight.\n");
    assertThat(rows).extracting(Row::fromLine).containsExactly(1, 2, 0, 3);
    assertThat(rows).extracting(Row::toLine).containsExactly(1, 0, 2, 3);
    assertThat(rows)
        .extracting(Row::text)
        .containsExactly("Rain.", "The old lamp burns.", "The new lamp burns.", "Night.");
    assertThat(rows).extracting(Row::change).containsExactly(0, 1, 1, 0);
    assertThat(rows).extracting(Row::moved).containsOnly(false);
    assertThat(rows.get(1).segments())
        .filteredOn(Segment::isMarked)
        .extracting(Segment::text)
        .containsExactly("old");
    assertThat(rows.get(2).segments())
        .filteredOn(Segment::isMarked)
        .extracting(Segment::text)
        .containsExactly("new");
  }

  @Test
  void onlyTheLastLineOfATextMayHaveNoEnding() {
    Rows rows = rows("Rain.\r\nNight", "Rain.\r\nNight, at last\r");
    assertThat(rows)
        .extracting(Row::exactLine)
        .containsExactly("Rain.\r\n", "Night", "Night, at last\r");
    assertThat(rows).extracting(Row::endsWithNewline).containsExactly(true, false, true);
    assertThat(rows).extracting(Row::text).containsExactly("Rain.", "Night", "Night, at last");
  }

  @Test
  void whatARowIsIsKnownWithoutMakingIt() {
    Rows rows = rows("One lamp.\nTwo old lamps.\n", "One lamp.\nTwo new lamps burn.\nThree.\n");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertThat(rows.kind(i)).isEqualTo(row.kind());
      assertThat(rows.bytes(i)).isEqualTo(row.exactLine().length());
      assertThat(rows.marks(i))
          .isEqualTo((int) row.segments().stream().filter(Segment::isMarked).count());
    }
  }

  @Test
  void aRemovedLineKnowsTheLineThatMostOfItBecame() {
    Rows rows =
        rows(
            "Start.\nThe keeper lights the lamp again.\nEnd.\n",
            "Start.\nRain falls on all of it.\nThe keeper lights the old lamp again.\nEnd.\n");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.lineBeside(i)).isEqualTo(rows.kind(i) == SegmentKind.DELETED ? 3 : 0);
    }
  }

  @Test
  void aLineThatBecameNoOtherStandsBesideNone() {
    Rows rows = rows("Start.\nThe keeper sleeps.\nEnd.\n", "Start.\nEnd.\n");
    assertThat(rows.kind(1)).isEqualTo(SegmentKind.DELETED);
    assertThat(rows.lineBeside(1)).isZero();
  }
}

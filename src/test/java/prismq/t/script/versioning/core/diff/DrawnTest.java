package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;

class DrawnTest {
  private static Segment removed(int replacement, String text) {
    return new Segment(SegmentKind.DELETED, ChangeCategory.WORDS, 0, replacement, text);
  }

  private static Segment added(int replacement, String text) {
    return new Segment(SegmentKind.INSERTED, ChangeCategory.WORDS, 0, replacement, text);
  }

  @Test
  void aSentenceWrittenAnewIsOneReplacement() {
    assertThat(
            Drawn.segments(
                List.of(
                    Segment.unchanged("Rain. "),
                    removed(1, "Somebody left"),
                    added(1, "Nobody took"),
                    Segment.unchanged(" the "),
                    removed(1, "door open"),
                    added(1, "boat out"),
                    Segment.unchanged(". Night."))))
        .containsExactly(
            Segment.unchanged("Rain. "),
            removed(1, "Somebody left the door open"),
            added(1, "Nobody took the boat out"),
            Segment.unchanged(". Night."));
  }

  @Test
  void twoSentencesWrittenAnewAreTwoReplacements() {
    assertThat(
            Drawn.segments(
                List.of(
                    removed(1, "Old"),
                    Segment.unchanged(" a "),
                    added(1, "new"),
                    Segment.unchanged(" "),
                    removed(2, "Late"),
                    Segment.unchanged(" of "),
                    removed(2, "night"))))
        .containsExactly(
            removed(1, "Old a "),
            added(1, " a new"),
            Segment.unchanged(" "),
            removed(2, "Late of night"));
  }

  @Test
  void whatStandsAloneStaysAsItIs() {
    List<Segment> segments =
        List.of(removed(0, "old"), added(0, "new"), Segment.unchanged(" lamp"), removed(0, "s"));
    assertThat(Drawn.segments(segments)).isEqualTo(segments);
    List<Segment> mixed = List.of(removed(0, "old"), added(3, "new"), added(0, "lamp"));
    assertThat(Drawn.segments(mixed)).isEqualTo(mixed);
  }
}

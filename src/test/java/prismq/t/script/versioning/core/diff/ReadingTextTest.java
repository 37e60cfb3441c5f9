package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ScriptText;

class ReadingTextTest {
  private static final String BEFORE =
      """
      The Inspector sets the box down between them.

      KITCHEN

      Two mugs, one kettle. The wind leans on the window.

      The Keeper folds his polishing cloth in four. Then in eight.

      The Keeper slides a logbook across to the Inspector.
      """;

  private static final String AFTER =
      """
      The Keeper has no answer to that. He folds the cloth in four. Then in eight.

      KITCHEN

      Two mugs, one kettle. The wind leans on the window.

      The Keeper slides a logbook across to the Inspector.
      """;

  @Test
  void aRemovedPassageOfWhichWordsStandElsewhereIsReadAsItWas() {
    Diff diff = new DiffGenerator().diff(ScriptText.of(BEFORE), ScriptText.of(AFTER));
    Block removed =
        diff.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.DELETED && !block.words().isEmpty())
            .findFirst()
            .orElseThrow();
    BlockPart part = diff.reading().fromPart(removed.fromLines());
    String read =
        diff.reading().segments(removed, part).stream()
            .filter(segment -> segment.kind() != SegmentKind.INSERTED)
            .map(Segment::text)
            .collect(Collectors.joining());
    assertThat(read.strip())
        .isEqualTo("The Keeper folds his polishing cloth in four. Then in eight.");
  }
}

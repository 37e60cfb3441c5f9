package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.ScriptText;

class TrailingBlankLinesTest {
  private static final String BREST = "- Brest, a harbour behind a long breakwater of stone\n";
  private static final String LORIENT = "- Lorient, where five fleets wait for better weather\n";
  private static final String ROSCOFF = "- Roscoff, from which the ferries leave at midnight\n";
  private static final String NEXT = "\n\n## Lighthouses\n\n- Eckmühl\n";

  private static List<Block> changes(String from, String to) {
    Diff diff = new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
    return diff.blocks().stream().filter(block -> block.kind() != Kind.UNCHANGED).toList();
  }

  private static void assertThatOnlyTheItemChanged(List<Block> changes, Kind kind) {
    assertThat(changes).extracting(Block::kind).containsExactly(kind);
    Block item = changes.get(0);
    assertThat(item.fromLines().length() + item.toLines().length()).isEqualTo(1);
  }

  @Test
  void anItemAddedAtTheEndOfAListLeavesTheOneBeforeItUnchanged() {
    assertThatOnlyTheItemChanged(
        changes(BREST + LORIENT + NEXT, BREST + LORIENT + ROSCOFF + NEXT), Kind.INSERTED);
  }

  @Test
  void anItemRemovedFromTheEndOfAListLeavesTheOneBeforeItUnchanged() {
    assertThatOnlyTheItemChanged(
        changes(BREST + LORIENT + ROSCOFF + NEXT, BREST + LORIENT + NEXT), Kind.DELETED);
  }

  @Test
  void anItemMovedToTheEndOfAnotherListChangesNothingElse() {
    List<Block> changes =
        changes(ROSCOFF + BREST + NEXT + LORIENT + NEXT, BREST + NEXT + LORIENT + ROSCOFF + NEXT);
    assertThat(changes).extracting(Block::kind).containsExactly(Kind.MOVED_AWAY, Kind.MOVED_HERE);
    assertThat(changes).flatExtracting(Block::words).isEmpty();
  }

  @Test
  void anItemMovedAwayFromTheEndOfAListChangesNothingElse() {
    List<Block> changes =
        changes(
            LORIENT + ROSCOFF + NEXT + BREST + BREST + NEXT,
            LORIENT + NEXT + BREST + ROSCOFF + BREST + NEXT);
    assertThat(changes).extracting(Block::kind).containsExactly(Kind.MOVED_AWAY, Kind.MOVED_HERE);
    assertThat(changes).flatExtracting(Block::words).isEmpty();
  }

  @Test
  void blankLinesThatWereRemovedStayAChangeOfTheirOwn() {
    List<Block> changes = changes(LORIENT + "\n\n\nBrest waits.\n", LORIENT + "\nBrest waits.\n");
    assertThat(changes).extracting(Block::category).containsExactly(ChangeCategory.WHITESPACE);
  }
}

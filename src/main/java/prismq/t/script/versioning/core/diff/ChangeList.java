package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.Pieces;

/** Collects blocks with the same number to changes. */
final class ChangeList {
  private static final int ID_DIGITS = 16;

  private final Pieces from;
  private final Pieces to;
  private final List<Block> blocks;

  ChangeList(Pieces from, Pieces to, List<Block> blocks) {
    this.from = from;
    this.to = to;
    this.blocks = blocks;
  }

  List<Change> changes() {
    List<List<Block>> ofChange = new ArrayList<>();
    for (Block block : blocks) {
      if (block.change() > 0) {
        if (block.change() > ofChange.size()) {
          ofChange.add(new ArrayList<>());
        }
        ofChange.get(block.change() - 1).add(block);
      }
    }
    List<Change> changes = new ArrayList<>();
    for (List<Block> own : ofChange) {
      changes.add(Change.of(changes.size() + 1, id(own), own));
    }
    return changes;
  }

  /** Made of what changed and where, so that it means the same for as long as it is found. */
  private String id(List<Block> own) {
    StringBuilder content = new StringBuilder();
    for (Block block : own) {
      content.append(block.fromStart()).append(' ').append(block.toStart()).append('\n');
      content.append(from.text(), from.start(block.fromStart()), from.start(block.fromEnd()));
      content.append('\0');
      content.append(to.text(), to.start(block.toStart()), to.start(block.toEnd()));
      content.append('\0');
    }
    byte[] bytes = content.toString().getBytes(StandardCharsets.ISO_8859_1);
    return ContentHash.of(bytes).hex().substring(0, ID_DIGITS);
  }
}

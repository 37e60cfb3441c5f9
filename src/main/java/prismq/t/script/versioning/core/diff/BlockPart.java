package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * A part of what a comparison shows, in positions of both exact texts; a part of one side only is
 * empty on the other one.
 *
 * @param continues whether its last paragraph continues after it
 */
public record BlockPart(int fromStart, int fromEnd, int toStart, int toEnd, boolean continues) {
  /** A whole block; of the left side what its words are about, which may stand elsewhere. */
  static BlockPart of(Block block, Pieces to) {
    List<WordEdit> words = block.words();
    int fromStart = words.isEmpty() ? 0 : words.get(0).fromStart();
    int fromEnd = words.isEmpty() ? 0 : words.get(words.size() - 1).fromEnd();
    return new BlockPart(
        fromStart, fromEnd, to.start(block.toStart()), to.start(block.toEnd()), false);
  }
}

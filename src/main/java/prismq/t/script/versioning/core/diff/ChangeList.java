package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.Pieces;

/** Collects blocks with the same number to changes. */
final class ChangeList {
  private static final int ID_DIGITS = 16;
  private static final int PART = 65_536;

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
    MessageDigest digest = ContentHash.digest();
    for (Block block : own) {
      add(digest, block.fromStart() + " " + block.toStart() + "\n");
      add(digest, from, block.fromStart(), block.fromEnd());
      add(digest, to, block.toStart(), block.toEnd());
    }
    return ContentHash.ofDigest(digest.digest()).hex().substring(0, ID_DIGITS);
  }

  /** A part at a time, because a change may be as long as both texts. */
  private static void add(MessageDigest digest, Pieces lines, int startLine, int endLine) {
    int end = lines.start(endLine);
    for (int start = lines.start(startLine); start < end; start += PART) {
      add(digest, lines.text().substring(start, Math.min(end, start + PART)));
    }
    add(digest, "\0");
  }

  private static void add(MessageDigest digest, String exact) {
    digest.update(exact.getBytes(StandardCharsets.ISO_8859_1));
  }
}

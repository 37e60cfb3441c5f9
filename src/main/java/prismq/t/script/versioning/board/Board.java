package prismq.t.script.versioning.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.conflict.Stretch;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;

/**
 * What several alternates made of the text they share, paragraph by paragraph: a row for each place
 * at which any of them changed something, and between them what is the same in all.
 */
final class Board {
  private final Pieces lines;
  private final List<Diff> diffs;
  private final List<BoardRow> rows = new ArrayList<>();

  private Board(ScriptText base, List<Diff> diffs) {
    this.lines = base.exactLines();
    this.diffs = diffs;
  }

  /**
   * A place of the shared text.
   *
   * @param sharedText the text if it is the same in all alternates; else empty
   * @param cells what each alternate has there; none if it is the same in all
   * @param paragraphs number of paragraphs of the shared text in it
   */
  record BoardRow(String sharedText, List<Cell> cells, int paragraphs) {
    public boolean isShared() {
      return cells.isEmpty();
    }

    /** About how much of a page it takes, in characters. */
    int size() {
      int size = Math.min(sharedText.length(), 1_000);
      for (Cell cell : cells) {
        size += cell.stretches.stream().mapToInt(stretch -> stretch.text().length()).sum();
      }
      return size;
    }
  }

  /**
   * What one alternate has in a place.
   *
   * @param isSame whether it is what all started from
   * @param note what a move did here; empty for none
   */
  record Cell(List<Stretch> stretches, boolean isSame, String note) {}

  /** Blocks of one alternate that belong together, in the lines of the shared text. */
  private record AlternateChange(int alternate, LineRange lines, List<Block> blocks) {}

  /** The rows in the order of the text. */
  static List<BoardRow> rows(ScriptText base, List<Diff> diffs) {
    Board board = new Board(base, diffs);
    board.build();
    return board.rows;
  }

  private void build() {
    List<AlternateChange> changes = new ArrayList<>();
    for (int i = 0; i < diffs.size(); i++) {
      collect(changes, i);
    }
    // Additions come before changes at the same position.
    changes.sort(
        Comparator.comparingInt((AlternateChange change) -> change.lines.start())
            .thenComparingInt(change -> change.lines.end())
            .thenComparingInt(AlternateChange::alternate));
    int at = 0;
    for (int first = 0; first < changes.size(); ) {
      LineRange lines = changes.get(first).lines;
      int next = first + 1;
      while (next < changes.size() && belongs(changes.get(next), lines)) {
        lines = lines.span(changes.get(next++).lines);
      }
      addShared(new LineRange(at, lines.start()));
      addRow(lines, changes.subList(first, next));
      at = lines.end();
      first = next;
    }
    addShared(new LineRange(at, lines.size()));
  }

  private static boolean belongs(AlternateChange change, LineRange lines) {
    return change.lines.start() < lines.end() || change.lines.equals(lines);
  }

  private void collect(List<AlternateChange> changes, int alternate) {
    List<Block> blocks = diffs.get(alternate).blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!block.isChange()) {
        continue;
      }
      boolean isReplaced =
          block.kind() == Block.Kind.DELETED
              && i + 1 < blocks.size()
              && blocks.get(i + 1).change() == block.change();
      List<Block> together = isReplaced ? List.of(block, blocks.get(++i)) : List.of(block);
      changes.add(new AlternateChange(alternate, block.fromLines(), together));
    }
  }

  private void addShared(LineRange shared) {
    if (!shared.isEmpty()) {
      int paragraphs = diffs.get(0).fromParagraphs(shared).length;
      rows.add(new BoardRow(text(shared), List.of(), paragraphs));
    }
  }

  private void addRow(LineRange place, List<AlternateChange> changes) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < diffs.size(); i++) {
      int alternate = i;
      cells.add(
          cell(
              place,
              diffs.get(i),
              changes.stream().filter(change -> change.alternate == alternate).toList()));
    }
    rows.add(new BoardRow("", cells, diffs.get(0).fromParagraphs(place).length));
  }

  private Cell cell(LineRange place, Diff diff, List<AlternateChange> changes) {
    List<Stretch> stretches = new ArrayList<>();
    boolean isMovedAway = false;
    boolean isMovedHere = false;
    int at = place.start();
    for (AlternateChange change : changes) {
      addSame(stretches, at, change.lines.start());
      for (Block block : change.blocks) {
        diff.segments(block).forEach(segment -> stretches.add(Stretch.of(segment)));
        isMovedAway |= block.kind() == Block.Kind.MOVED_AWAY;
        isMovedHere |= block.kind() == Block.Kind.MOVED_HERE;
      }
      at = Math.max(at, change.lines.end());
    }
    addSame(stretches, at, place.end());
    return new Cell(
        withoutLastBreaks(stretches), changes.isEmpty(), note(isMovedAway, isMovedHere));
  }

  private static String note(boolean isMovedAway, boolean isMovedHere) {
    if (isMovedAway) {
      return Messages.text(isMovedHere ? "board.moved_both" : "board.moved_away");
    }
    return isMovedHere ? Messages.text("board.moved_here") : "";
  }

  /** The blank lines after a paragraph would only make its row higher. */
  private static List<Stretch> withoutLastBreaks(List<Stretch> stretches) {
    List<Stretch> without = new ArrayList<>(stretches);
    while (!without.isEmpty()) {
      Stretch last = without.remove(without.size() - 1);
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        without.add(new Stretch(text, last.kind()));
        break;
      }
    }
    return without;
  }

  /** Adds the text from one line to a later one; nothing if it is not later. */
  private void addSame(List<Stretch> stretches, int line, int otherLine) {
    if (line < otherLine) {
      LineRange same = new LineRange(line, otherLine);
      stretches.add(new Stretch(text(same), Stretch.Difference.SAME));
    }
  }

  private String text(LineRange range) {
    return ScriptText.ofExact(lines.text(range)).display();
  }
}

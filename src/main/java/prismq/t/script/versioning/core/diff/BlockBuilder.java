package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.Pieces;

/** Puts what belongs together on both sides into blocks, in the order of reading. */
final class BlockBuilder {
  /** Shared among the pairs by their size, so that all of them take a fifth of a second at most. */
  private static final long WORD_STEPS = 10_000_000;

  /** What a rewritten paragraph takes at least. */
  private static final long WORD_STEPS_PER_CHARACTER = 2;

  /** More than this is not read word by word any more. */
  private static final long MAX_CHARACTERS_BY_WORD = 4_000_000;

  private final Pieces fromLines;
  private final Pieces toLines;
  private final Side from;
  private final Side to;
  private final Matching matching;

  /** Until they are numbered, both blocks of a move have its number, negative, for their change. */
  private final List<Block> blocks = new ArrayList<>();

  /** Which of the pairs that stayed in their order did not change at all. */
  private final BitSet unchanged = new BitSet();

  private final long characters;
  private boolean coarse;

  BlockBuilder(Pieces fromLines, Side from, Pieces toLines, Side to, Matching matching) {
    this.fromLines = fromLines;
    this.toLines = toLines;
    this.from = from;
    this.to = to;
    this.matching = matching;
    long changed = 0;
    for (int k = 0; k < matching.pairs().size(); k++) {
      Pair pair = matching.pairs().get(k);
      if (isUnchanged(pair)) {
        unchanged.set(k);
      } else {
        changed += characters(pair);
      }
    }
    for (Pair move : matching.moves()) {
      changed += characters(move);
    }
    this.characters = changed;
    this.coarse = matching.coarse() || characters > MAX_CHARACTERS_BY_WORD;
  }

  /** Whether more is marked than need be. */
  boolean coarse() {
    return coarse;
  }

  /**
   * All blocks.
   *
   * @param before number of lines that did not change before the stretch that may have
   * @param after number of lines after it
   */
  List<Block> blocks(int before, int after) {
    addUnchanged(0, 0, before);
    boolean hasMoves = !matching.moves().isEmpty();
    int[] fromMoves = new int[hasMoves ? from.size() : 0];
    int[] toMoves = new int[hasMoves ? to.size() : 0];
    for (int m = 0; m < matching.moves().size(); m++) {
      Pair move = matching.moves().get(m);
      Arrays.fill(fromMoves, move.fromStart(), move.fromEnd(), m + 1);
      Arrays.fill(toMoves, move.toStart(), move.toEnd(), m + 1);
    }
    int fromAt = 0;
    int toAt = 0;
    for (int k = 0; k < matching.pairs().size(); k++) {
      Pair pair = matching.pairs().get(k);
      addUnpaired(fromAt, pair.fromStart(), toAt, pair.toStart(), fromMoves, toMoves);
      addPair(pair, unchanged.get(k));
      fromAt = pair.fromEnd();
      toAt = pair.toEnd();
    }
    addUnpaired(fromAt, from.size(), toAt, to.size(), fromMoves, toMoves);
    addUnchanged(fromLines.size() - after, toLines.size() - after, after);
    return numbered();
  }

  private void addUnchanged(int fromLine, int toLine, int lines) {
    if (lines > 0) {
      add(
          new Block(
              Kind.UNCHANGED,
              ChangeCategory.NONE,
              fromLine,
              fromLine + lines,
              toLine,
              toLine + lines,
              List.of(),
              0));
    }
  }

  /** Numbers the changes: a removal and what was added in its place are one, and so is a move. */
  private List<Block> numbered() {
    List<Block> numbered = new ArrayList<>();
    int[] ofMoves = new int[matching.moves().size() + 1];
    int last = 0;
    Kind before = Kind.UNCHANGED;
    for (Block block : blocks) {
      int move = -block.change();
      int number = 0;
      if (move > 0) {
        number = ofMoves[move] == 0 ? ++last : ofMoves[move];
        ofMoves[move] = number;
      } else if (block.kind() == Kind.INSERTED && before == Kind.DELETED) {
        number = last;
      } else if (block.kind() != Kind.UNCHANGED
          && block.category() != ChangeCategory.LINE_ENDINGS) {
        number = ++last;
      }
      numbered.add(block.inChange(number));
      before = block.kind();
    }
    return numbered;
  }

  private void addUnpaired(
      int fromStart, int fromEnd, int toStart, int toEnd, int[] fromMoves, int[] toMoves) {
    int toLine = to.lineStart(toStart);
    for (int i = fromStart; i < fromEnd; ) {
      int end = runEnd(fromMoves, i, fromEnd);
      int move = moveAt(fromMoves, i);
      Kind kind = move > 0 ? Kind.MOVED_AWAY : Kind.DELETED;
      blocks.add(
          new Block(
              kind,
              ChangeCategory.WORDS,
              from.lineStart(i),
              from.lineStart(end),
              toLine,
              toLine,
              List.of(),
              -move));
      i = end;
    }
    int fromLine = from.lineStart(fromEnd);
    for (int j = toStart; j < toEnd; ) {
      int end = runEnd(toMoves, j, toEnd);
      int move = moveAt(toMoves, j);
      Kind kind = move > 0 ? Kind.MOVED_HERE : Kind.INSERTED;
      List<Edit> words = move > 0 ? wordsOfMove(matching.moves().get(move - 1)) : List.of();
      blocks.add(
          new Block(
              kind,
              ChangeCategory.WORDS,
              fromLine,
              fromLine,
              to.lineStart(j),
              to.lineStart(end),
              words,
              -move));
      j = end;
    }
  }

  /** The number of the move that a paragraph is part of, from 1; 0 where it is of none. */
  private static int moveAt(int[] moves, int paragraph) {
    return moves.length == 0 ? 0 : moves[paragraph];
  }

  private static int runEnd(int[] moves, int start, int most) {
    if (moves.length == 0) {
      return most;
    }
    int end = start + 1;
    while (end < most && moves[end] == moves[start]) {
      end++;
    }
    return end;
  }

  private void addPair(Pair pair, boolean isUnchanged) {
    int fromStart = from.lineStart(pair.fromStart());
    int fromEnd = from.lineStart(pair.fromEnd());
    int toStart = to.lineStart(pair.toStart());
    int toEnd = to.lineStart(pair.toEnd());
    if (isUnchanged) {
      add(
          new Block(
              Kind.UNCHANGED,
              ChangeCategory.NONE,
              fromStart,
              fromEnd,
              toStart,
              toEnd,
              List.of(),
              0));
      return;
    }
    List<Edit> words = words(pair);
    if (coversAll(words, from.start(pair.fromStart()), from.end(pair.fromEnd() - 1))) {
      add(
          new Block(
              Kind.DELETED,
              ChangeCategory.WORDS,
              fromStart,
              fromEnd,
              toStart,
              toStart,
              List.of(),
              0));
      add(
          new Block(
              Kind.INSERTED, ChangeCategory.WORDS, fromEnd, fromEnd, toStart, toEnd, List.of(), 0));
      return;
    }
    ChangeCategory category = ChangeCategory.NONE;
    for (Edit edit : words) {
      category = category.or(category(edit));
    }
    add(new Block(Kind.CHANGED, category, fromStart, fromEnd, toStart, toEnd, words, 0));
  }

  /** Adds a block, to the one before where a reader sees no border. */
  private void add(Block block) {
    Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    boolean continues =
        before != null
            && before.kind() == block.kind()
            && before.category() == block.category()
            && (block.kind() == Kind.UNCHANGED || block.category() == ChangeCategory.LINE_ENDINGS);
    if (before == null || !continues) {
      blocks.add(block);
      return;
    }
    List<Edit> words = new ArrayList<>(before.words());
    words.addAll(block.words());
    blocks.set(
        blocks.size() - 1,
        new Block(
            block.kind(),
            block.category(),
            before.fromStart(),
            block.fromEnd(),
            before.toStart(),
            block.toEnd(),
            words,
            0));
  }

  private boolean isUnchanged(Pair pair) {
    int fromStart = from.start(pair.fromStart());
    int toStart = to.start(pair.toStart());
    int length = from.end(pair.fromEnd() - 1) - fromStart;
    return length == to.end(pair.toEnd() - 1) - toStart
        && fromLines.text().regionMatches(fromStart, toLines.text(), toStart, length);
  }

  private static boolean coversAll(List<Edit> words, int start, int end) {
    return words.size() == 1 && words.get(0).fromStart() == start && words.get(0).fromEnd() == end;
  }

  private long characters(Pair pair) {
    int left = from.end(pair.fromEnd() - 1) - from.start(pair.fromStart());
    int right = to.end(pair.toEnd() - 1) - to.start(pair.toStart());
    return (long) left + right;
  }

  private List<Edit> wordsOfMove(Pair move) {
    return isUnchanged(move) ? List.of() : words(move);
  }

  private List<Edit> words(Pair pair) {
    if (characters > MAX_CHARACTERS_BY_WORD) {
      return List.of(
          new Edit(
              from.start(pair.fromStart()),
              from.end(pair.fromEnd() - 1),
              to.start(pair.toStart()),
              to.end(pair.toEnd() - 1)));
    }
    long size = characters(pair);
    WordDiff diff =
        WordDiff.of(
            fromLines.text(),
            from.tokens(pair.fromStart(), pair.fromEnd()),
            toLines.text(),
            to.tokens(pair.toStart(), pair.toEnd()),
            WORD_STEPS_PER_CHARACTER * size + WORD_STEPS * size / characters);
    coarse |= diff.coarse();
    return diff.exactEdits();
  }

  private ChangeCategory category(Edit edit) {
    return ChangeCategory.of(
        decoded(fromLines, edit.fromStart(), edit.fromEnd()),
        decoded(toLines, edit.toStart(), edit.toEnd()));
  }

  private static String decoded(Pieces lines, int start, int end) {
    return new String(
        lines.text().substring(start, end).getBytes(StandardCharsets.ISO_8859_1),
        StandardCharsets.UTF_8);
  }
}

package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.diff.ParagraphLinks.Group;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;

/** Puts what belongs together on both sides into blocks, in the order of reading. */
final class BlockBuilder {
  private final Pieces fromLines;
  private final Pieces toLines;
  private final Side from;
  private final Side to;
  private final TextAlignment alignment;
  private final List<Group> groups;
  private final BlockMoves moves;
  private final List<Block> blocks = new ArrayList<>();

  /** The words of the block added last, so that more can be added to it. */
  private List<WordEdit> wordsOfLast = new ArrayList<>();

  BlockBuilder(Pieces fromLines, Side from, Pieces toLines, Side to) {
    this.fromLines = fromLines;
    this.toLines = toLines;
    this.from = from;
    this.to = to;
    ParagraphAnchors anchors = ParagraphAnchors.of(from, to);
    this.alignment = anchors.align();
    this.groups = ParagraphLinks.groups(from, to, anchors, alignment);
    this.moves = new BlockMoves(from, to, anchors, alignment, groups);
  }

  /** Whether more is marked than need be. */
  boolean coarse() {
    return alignment.coarse();
  }

  /** What of the words of the left text is elsewhere in the right one, by sentences. */
  List<CommonRange> movedSentences() {
    return new MovedSentences(fromLines.text(), toLines.text()).of(alignment, moves);
  }

  /**
   * All blocks.
   *
   * @param before number of lines that did not change before the stretch that may have
   * @param after number of lines after it
   */
  List<Block> blocks(int before, int after) {
    addUnchanged(0, 0, before);
    int fromAt = 0;
    int toAt = 0;
    for (Group group : groups) {
      addUngrouped(fromAt, group.fromStart(), toAt, group.toStart());
      addGroup(group);
      fromAt = group.fromEnd();
      toAt = group.toEnd();
    }
    addUngrouped(fromAt, from.size(), toAt, to.size());
    addUnchanged(fromLines.size() - after, toLines.size() - after, after);
    List<Block> whole = new TrailingBlankLines(fromLines, toLines, blocks).unchanged();
    List<Block> slid = new BlockSlider(fromLines, toLines, whole).slid();
    return new ChangeNumbers(slid, moves.count()).numbered();
  }

  private void addUnchanged(int fromLine, int toLine, int lines) {
    if (lines > 0) {
      add(
          new Block(
              Kind.UNCHANGED,
              ChangeCategory.NONE,
              new LineRange(fromLine, fromLine + lines),
              new LineRange(toLine, toLine + lines),
              List.of(),
              0,
              0));
    }
  }

  private void addUngrouped(int fromStart, int fromEnd, int toStart, int toEnd) {
    int toLine = to.lineStart(toStart);
    for (int i = fromStart; i < fromEnd; ) {
      int move = moves.ofFrom(i);
      int end = i + 1;
      while (end < fromEnd && moves.ofFrom(end) == move) {
        end++;
      }
      add(
          new Block(
              move > 0 ? Kind.MOVED_AWAY : Kind.DELETED,
              ChangeCategory.WORDS,
              new LineRange(from.lineStart(i), from.lineStart(end)),
              new LineRange(toLine, toLine),
              move > 0 ? List.of() : removedWords(i, end, toStart),
              move,
              0));
      i = end;
    }
    int fromLine = from.lineStart(fromEnd);
    for (int j = toStart; j < toEnd; ) {
      int move = moves.ofTo(j);
      int end = j + 1;
      while (end < toEnd && moves.ofTo(end) == move) {
        end++;
      }
      BlockWords.Part here = part(to, alignment.right(), j, end);
      add(
          new Block(
              move > 0 ? Kind.MOVED_HERE : Kind.INSERTED,
              ChangeCategory.WORDS,
              new LineRange(fromLine, fromLine),
              new LineRange(to.lineStart(j), to.lineStart(end)),
              move > 0 ? wordsOfMove(move, here) : addedWords(here, fromEnd),
              move,
              0));
      j = end;
    }
  }

  private List<WordEdit> wordsOfMove(int move, BlockWords.Part here) {
    if (moves.isUnchanged(move)) {
      return List.of();
    }
    BlockWords.Part away = part(from, alignment.left(), moves.fromStart(move), moves.fromEnd(move));
    return words(away, here, alignment::movedTo, true);
  }

  /** Of what was removed, with sentences that are elsewhere; empty where there are none. */
  private List<WordEdit> removedWords(int start, int end, int toStart) {
    BlockWords.Part here = part(from, alignment.left(), start, end);
    BlockWords.Part none = nothing(alignment.right(), to.start(toStart));
    return hasMoved(here, true) ? words(here, none, token -> -1, false) : List.of();
  }

  private List<WordEdit> addedWords(BlockWords.Part here, int fromEnd) {
    BlockWords.Part none = nothing(alignment.left(), from.start(fromEnd));
    return hasMoved(here, false) ? words(none, here, token -> -1, false) : List.of();
  }

  private static BlockWords.Part nothing(TokenSequence tokens, int position) {
    return new BlockWords.Part(tokens.size(), tokens.size(), new ByteRange(position, position));
  }

  private boolean hasMoved(BlockWords.Part part, boolean isLeft) {
    for (int token = part.firstToken(); token < part.lastToken(); token++) {
      if ((isLeft ? alignment.moveOfLeft(token) : alignment.moveOfRight(token)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static BlockWords.Part part(Side side, TokenSequence tokens, int start, int end) {
    return new BlockWords.Part(tokens.firstOf(start), tokens.firstOf(end), side.bytes(start, end));
  }

  private List<WordEdit> words(
      BlockWords.Part left, BlockWords.Part right, IntUnaryOperator partners, boolean isMove) {
    return BlockWords.of(
        fromLines.text(), left, toLines.text(), right, alignment, partners, isMove);
  }

  private void addGroup(Group group) {
    LineRange fromRange =
        new LineRange(from.lineStart(group.fromStart()), from.lineStart(group.fromEnd()));
    LineRange toRange = new LineRange(to.lineStart(group.toStart()), to.lineStart(group.toEnd()));
    if (isUnchanged(group)) {
      add(new Block(Kind.UNCHANGED, ChangeCategory.NONE, fromRange, toRange, List.of(), 0, 0));
      return;
    }
    List<WordEdit> words =
        words(
            part(from, alignment.left(), group.fromStart(), group.fromEnd()),
            part(to, alignment.right(), group.toStart(), group.toEnd()),
            alignment::keptAs,
            false);
    ChangeCategory category = ChangeCategory.NONE;
    for (WordEdit edit : words) {
      category = category.or(edit.category());
    }
    add(new Block(Kind.CHANGED, category, fromRange, toRange, words, 0, 0));
  }

  private boolean isUnchanged(Group group) {
    int fromStart = from.start(group.fromStart());
    int toStart = to.start(group.toStart());
    int length = from.end(group.fromEnd() - 1) - fromStart;
    return length == to.end(group.toEnd() - 1) - toStart
        && fromLines.text().regionMatches(fromStart, toLines.text(), toStart, length);
  }

  /** Adds a block, to the one before where a reader sees no border. */
  private void add(Block block) {
    int last = blocks.size() - 1;
    if (last >= 0 && continues(blocks.get(last), block)) {
      Block before = blocks.get(last);
      if (block.kind() != Kind.UNCHANGED) {
        wordsOfLast.addAll(block.words());
      }
      blocks.set(
          last,
          new Block(
              block.kind(),
              block.category(),
              before.fromLines().span(block.fromLines()),
              before.toLines().span(block.toLines()),
              block.kind() == Kind.UNCHANGED ? List.of() : wordsOfLast,
              0,
              0));
      return;
    }
    // Copied once, not for each paragraph that is added to the block.
    wordsOfLast = block.words().isEmpty() ? block.words() : new ArrayList<>(block.words());
    blocks.add(block);
  }

  private static boolean continues(Block before, Block block) {
    return before.kind() == block.kind()
        && before.category() == block.category()
        && (block.kind() == Kind.UNCHANGED || block.category() == ChangeCategory.LINE_ENDINGS);
  }
}

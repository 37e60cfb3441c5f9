package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.align.RetainedWords;
import prismq.t.script.versioning.core.align.RetainedWords.RetainedWord;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.CommonRange;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.WordEdit;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;

/** The passages of a parent with what the new text shares with them. */
final class ParentPassages {
  final int version;
  private final Pieces passages;
  final int[] numbers;
  private final String after;
  private final List<CommonRange> commonRanges;
  private final List<RetainedWord> retainedWords;

  private ParentPassages(
      int version,
      Pieces passages,
      int[] numbers,
      String after,
      List<CommonRange> commonRanges,
      List<RetainedWord> retainedWords) {
    this.version = version;
    this.passages = passages;
    this.numbers = numbers;
    this.after = after;
    this.commonRanges = commonRanges;
    this.retainedWords = retainedWords;
  }

  /** Null where a passage of the parent is unknown. */
  static @Nullable ParentPassages of(PassageNumbers numbers, NewPassages.ParentDiff parent) {
    Diff diff = parent.diff();
    Pieces passages = PassageCutter.cut(diff.from());
    int[] found = new int[passages.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = numbers.find(passages, i);
      if (found[i] == PassageNumbers.UNKNOWN) {
        return null;
      }
    }
    List<CommonRange> commonRanges =
        MovedLines.addedTo(diff.commonRanges(), diff.from(), diff.to());
    return new ParentPassages(
        parent.version(), passages, found, diff.to().text(), commonRanges, retainedWords(diff));
  }

  /** The words of each edit that stand in its replacement too. */
  private static List<RetainedWord> retainedWords(Diff diff) {
    RetainedWords words = new RetainedWords(diff.from().text(), diff.to().text());
    List<RetainedWord> retained = new ArrayList<>();
    List<ByteRange> removed = new ArrayList<>();
    List<ByteRange> added = new ArrayList<>();
    for (Block block : diff.blocks()) {
      if (block.kind() == Block.Kind.DELETED) {
        addLines(removed, diff.from(), block.fromLines());
      } else if (block.kind() == Block.Kind.INSERTED) {
        addLines(added, diff.to(), block.toLines());
      }
      for (WordEdit edit : block.words()) {
        if (edit.from().length() > 0 && edit.to().length() > 0) {
          boolean isOfWords = edit.category() == ChangeCategory.WORDS;
          retained.addAll(words.of(edit.from(), edit.to(), !isOfWords));
        }
      }
    }
    retained.addAll(words.ofLines(removed, added));
    retained.sort(Comparator.comparingInt(match -> match.to().start()));
    return retained;
  }

  private static void addLines(List<ByteRange> lines, Pieces all, LineRange range) {
    for (int line = range.start(); line < range.end(); line++) {
      lines.add(all.bytes(line));
    }
  }

  private PassagePiece word(ByteRange from, ByteRange to) {
    int passage = passageAt(from.start());
    int start = from.start() - passages.start(passage);
    boolean isSame = from.in(passages.text()).equals(to.in(after));
    return isSame
        ? PassagePiece.copied(numbers[passage], start, to.length())
        : PassagePiece.spelledAnew(numbers[passage], start, to.length());
  }

  /** The common ranges within a stretch of the new text, cut to it. */
  List<CommonRange> commonRanges(ByteRange stretch) {
    List<CommonRange> within = new ArrayList<>();
    int first =
        BinarySearch.first(
            commonRanges.size(),
            i -> commonRanges.get(i).toStart() + commonRanges.get(i).length() > stretch.start());
    for (int i = first;
        i < commonRanges.size() && commonRanges.get(i).toStart() < stretch.end();
        i++) {
      CommonRange whole = commonRanges.get(i);
      ByteRange part = ByteRange.ofLength(whole.toStart(), whole.length()).within(stretch);
      int skipped = part.start() - whole.toStart();
      within.add(new CommonRange(whole.fromStart() + skipped, part.start(), part.length()));
    }
    return within;
  }

  /** Adds a common range, cut at the ends of the parent's passages. */
  void addPieces(List<PassagePiece> pieces, CommonRange stretch) {
    int at = stretch.fromStart();
    int end = at + stretch.length();
    for (int i = passageAt(at); at < end; i++) {
      int length = Math.min(end, passages.end(i)) - at;
      pieces.add(PassagePiece.copied(numbers[i], at - passages.start(i), length));
      at += length;
    }
  }

  /** What a passage is made of, with words of the parent in place of the same new ones. */
  List<PassagePiece> withRetainedWords(List<PassagePiece> pieces, ByteRange passage) {
    PassageEdit edit = new PassageEdit(pieces);
    int piece = 0;
    int pieceEnd = passage.start() + pieces.get(0).length();
    for (int i = firstRetainedIn(passage);
        i < retainedWords.size() && retainedWords.get(i).to().end() <= passage.end();
        i++) {
      ByteRange from = retainedWords.get(i).from();
      ByteRange to = retainedWords.get(i).to();
      while (pieceEnd <= to.start()) {
        pieceEnd += pieces.get(++piece).length();
      }
      if (pieces.get(piece).isWritten() && to.end() <= pieceEnd) {
        edit.put(to.start() - passage.start(), word(from, to));
      }
    }
    return edit.pieces();
  }

  private int firstRetainedIn(ByteRange passage) {
    return BinarySearch.first(
        retainedWords.size(), i -> retainedWords.get(i).to().start() >= passage.start());
  }

  private int passageAt(int position) {
    return BinarySearch.first(passages.size() - 1, i -> passages.end(i) > position);
  }
}

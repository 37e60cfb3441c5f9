package prismq.t.script.versioning.core.passage;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.CommonRange;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * What a version adds to the passages of its script.
 *
 * @param first number of the first new passage; the others follow it
 * @param changes what was added and removed, as it is stored
 * @param written what stands in new passages and in no earlier one, as it is stored
 * @param texts the new passages, exact
 */
public record NewPassages(int first, byte[] changes, byte[] written, List<String> texts) {
  /** The passages of a script without versions: none. */
  public static final NewPassages NONE = new NewPassages(0, new byte[0], new byte[0], List.of());

  /**
   * The text of a parent.
   *
   * @param version its number
   * @param diff from its text to that of the version
   */
  public record ParentDiff(int version, Diff diff) {}

  /** What a version that cannot be read adds: nothing. */
  public static NewPassages unreadable(int version, int first) {
    return new NewPassages(
        first,
        PassageChanges.UNREADABLE.encoded(version, first),
        WrittenText.encoded(""),
        List.of());
  }

  /**
   * What a version adds.
   *
   * @param version its number
   * @param earlier the passages so far; gets the new ones too
   * @param parent the first parent; null where there is none, or where it cannot be read
   * @param mergeParent the second one; null likewise
   */
  public static NewPassages of(
      int version,
      EarlierPassages earlier,
      @Nullable ParentDiff parent,
      @Nullable ParentDiff mergeParent,
      ScriptText text) {
    PassageNumbers numbers = earlier.numbers();
    @Nullable ParentPassages before = parent == null ? null : ParentPassages.of(numbers, parent);
    @Nullable ParentPassages merged =
        mergeParent == null ? null : ParentPassages.of(numbers, mergeParent);
    int first = numbers.size();
    Pieces lines = parent == null ? text.exactLines() : parent.diff().to();
    Pieces passages = PassageCutter.cut(lines);
    int[] after = new int[passages.size()];
    List<List<PassagePiece>> pieces = new ArrayList<>();
    int[] added = new int[after.length];
    List<PassageWords> newWords = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < after.length; i++) {
      int known = numbers.size();
      after[i] = numbers.of(passages, i);
      if (after[i] == known) {
        PassageWords words = PassageWords.of(passages.get(i));
        newWords.add(words);
        List<PassagePiece> parts =
            earlier.phrases().found(pieces(passages.bytes(i), before, merged), words);
        if (before != null) {
          parts = before.withRetainedWords(parts, passages.bytes(i));
        }
        if (merged != null) {
          parts = merged.withRetainedWords(parts, passages.bytes(i));
        }
        pieces.add(parts);
        added[numbers.size() - 1 - first] = i;
        addWritten(written, passages.get(i), parts);
      }
    }
    for (int i = 0; i < newWords.size(); i++) {
      earlier.phrases().add(first + i, newWords.get(i));
    }
    PassageChanges changes =
        new PassageChanges(
            before == null ? 0 : before.version,
            true,
            SequenceHunks.of(before == null ? new int[0] : before.numbers, after),
            pieces);
    return new NewPassages(
        first,
        changes.encoded(version, first),
        WrittenText.encoded(written.toString()),
        new AddedTexts(passages, Arrays.copyOf(added, numbers.size() - first)));
  }

  /** Some of the passages of a text, built when they are read. */
  private static final class AddedTexts extends AbstractList<String> {
    private final Pieces passages;
    private final int[] indexes;

    AddedTexts(Pieces passages, int[] indexes) {
      this.passages = passages;
      this.indexes = indexes;
    }

    @Override
    public String get(int index) {
      return passages.get(indexes[index]);
    }

    @Override
    public int size() {
      return indexes.length;
    }
  }

  private static void addWritten(StringBuilder written, String passage, List<PassagePiece> parts) {
    int at = 0;
    for (PassagePiece piece : parts) {
      if (!piece.isCopied()) {
        written.append(passage, at, at + piece.length());
      }
      at += piece.length();
    }
  }

  /** The sources of a stretch of the new text: the first parent, then the second, then itself. */
  private static List<PassagePiece> pieces(
      ByteRange stretch, @Nullable ParentPassages first, @Nullable ParentPassages second) {
    if (first == null && second == null) {
      return List.of(PassagePiece.written(stretch.length()));
    }
    List<PassagePiece> pieces = new ArrayList<>();
    int at = stretch.start();
    if (first != null) {
      for (CommonRange range : first.commonRanges(stretch)) {
        if (range.toStart() > at) {
          pieces.addAll(pieces(new ByteRange(at, range.toStart()), second, null));
        }
        first.addPieces(pieces, range);
        at = range.toStart() + range.length();
      }
    } else if (second != null) {
      return pieces(stretch, second, null);
    }
    if (at < stretch.end()) {
      ByteRange rest = new ByteRange(at, stretch.end());
      if (second != null) {
        pieces.addAll(pieces(rest, second, null));
      } else {
        pieces.add(PassagePiece.written(rest.length()));
      }
    }
    return pieces;
  }
}

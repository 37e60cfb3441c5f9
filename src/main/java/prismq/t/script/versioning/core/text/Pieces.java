package prismq.t.script.versioning.core.text;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.RandomAccess;

/**
 * The pieces of a text in order; joined they are the text again. A piece takes four bytes until it
 * is read, because a text of 5 MiB may have as many lines. Immutable.
 */
public final class Pieces extends AbstractList<String> implements RandomAccess {
  /** Random for every process, so that no text can be written whose pieces all collide. */
  private static final long FACTOR = new Random().nextLong() | 1;

  private final String text;
  private final int[] ends;

  private Pieces(String text, int[] ends) {
    this.text = text;
    this.ends = ends;
  }

  /** Some of the pieces, with only their part of the text. */
  public Pieces range(int fromIndex, int toIndex) {
    int shift = fromIndex == toIndex ? 0 : start(fromIndex);
    int[] shifted = new int[toIndex - fromIndex];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = ends[fromIndex + i] - shift;
    }
    return new Pieces(shifted.length == 0 ? "" : text.substring(shift, ends[toIndex - 1]), shifted);
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, ends.length);
    return text.substring(start(index), ends[index]);
  }

  @Override
  public int size() {
    return ends.length;
  }

  /** All pieces joined. */
  public String text() {
    return text;
  }

  /** Where a piece starts in the text. */
  public int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Where a piece ends in the text. */
  public int end(int index) {
    return ends[index];
  }

  /** The range of a piece in the text. */
  public ByteRange bytes(int index) {
    return new ByteRange(start(index), ends[index]);
  }

  /** The range of consecutive pieces, such as lines, in the text. */
  public ByteRange bytes(LineRange pieces) {
    return new ByteRange(start(pieces.start()), start(pieces.end()));
  }

  /** Consecutive pieces, joined. */
  public String text(LineRange pieces) {
    return bytes(pieces).in(text);
  }

  /** A hash of a piece, valid within the process. */
  public int hash(int index) {
    long hash = fingerprint(index);
    return (int) (hash ^ (hash >>> 32));
  }

  /** The same with 64 bits, so that collisions are rare. */
  public long fingerprint(int index) {
    return fingerprint(text, start(index), ends[index]);
  }

  /** The fingerprint of a piece of any text; takes four characters at a step. */
  public static long fingerprint(String text, int start, int end) {
    long hash = FACTOR ^ (end - start);
    int at = start;
    for (; at + 4 <= end; at += 4) {
      long four =
          text.charAt(at)
              | ((long) text.charAt(at + 1) << 16)
              | ((long) text.charAt(at + 2) << 32)
              | ((long) text.charAt(at + 3) << 48);
      hash = mixed(hash ^ four);
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ text.charAt(at));
    }
    return hash;
  }

  private static long mixed(long hash) {
    long product = hash * FACTOR;
    return product ^ (product >>> 29);
  }

  /** Whether a piece equals one of these or other pieces. */
  public boolean same(int index, Pieces other, int otherIndex) {
    int start = start(index);
    int length = ends[index] - start;
    int otherStart = other.start(otherIndex);
    return length == other.ends[otherIndex] - otherStart
        && text.regionMatches(start, other.text, otherStart, length);
  }

  /** Collects pieces one after the other. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] ends = new int[64];
    private int size;

    /** Adds a piece. */
    public Builder add(String piece) {
      text.append(piece);
      return endAt(text.length());
    }

    /** Adds a part of a text and ends the piece, which may be empty. */
    public Builder add(CharSequence whole, int start, int end) {
      text.append(whole, start, end);
      return endAt(text.length());
    }

    /** Adds a character to the current piece. */
    public Builder append(char character) {
      text.append(character);
      return this;
    }

    /** Adds a part of a text to the current piece. */
    public Builder append(CharSequence whole, int start, int end) {
      text.append(whole, start, end);
      return this;
    }

    /** Ends a piece at a position of the text given to {@link #of}. */
    public Builder endAt(int end) {
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = end;
      return this;
    }

    /** The pieces added so far. */
    public Pieces build() {
      return of(text.toString());
    }

    /** The pieces of a text, with the ends given to {@link #endAt}. */
    public Pieces of(String wholeText) {
      return new Pieces(wholeText, Arrays.copyOf(ends, size));
    }
  }
}

package prismq.t.script.versioning.core.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.Words;

/**
 * The words and signs of a passage, without the white space between them. Positions are those of
 * the exact text, in which every byte is a character.
 */
final class Tokens {
  /** Longer words tell no more than one of these many letters. */
  private static final int MAX_WEIGHT = 8;

  private final int start;
  private final int end;
  private final int[] starts;
  private final int[] ends;
  private final Pieces texts;
  private int @Nullable [] bag;
  private int weight;

  private Tokens(int start, int end, int[] starts, int[] ends, Pieces texts) {
    this.start = start;
    this.end = end;
    this.starts = starts;
    this.ends = ends;
    this.texts = texts;
  }

  static Tokens of(String exact, int start, int end) {
    String passage = exact.substring(start, end);
    String decoded = decoded(passage);
    if (decoded == null) {
      // Bytes that are not UTF-8 are taken for letters, so that no character is cut in two.
      return cut(start, end, masked(passage), passage);
    }
    return cut(start, end, decoded, decoded);
  }

  private static Tokens cut(int start, int end, String cutBy, String text) {
    boolean bytewise = text.length() == end - start;
    Pieces pieces = Words.split(cutBy);
    int[] starts = new int[pieces.size()];
    int[] ends = new int[pieces.size()];
    Pieces.Builder texts = new Pieces.Builder();
    int size = 0;
    int exactAt = start;
    for (int i = 0; i < pieces.size(); i++) {
      int pieceStart = pieces.start(i);
      int pieceEnd = pieces.end(i);
      int exactEnd =
          exactAt + (bytewise ? pieceEnd - pieceStart : bytes(text, pieceStart, pieceEnd));
      if (!Character.isWhitespace(cutBy.charAt(pieceStart))) {
        starts[size] = exactAt;
        ends[size++] = exactEnd;
        texts.add(text, pieceStart, pieceEnd);
      }
      exactAt = exactEnd;
    }
    return new Tokens(
        start, end, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), texts.build());
  }

  private static int bytes(String text, int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      // Either half of a surrogate pair stands for two of the four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  private static @Nullable String decoded(String passage) {
    for (int i = 0; i < passage.length(); i++) {
      if (passage.charAt(i) > 127) {
        try {
          byte[] bytes = passage.getBytes(StandardCharsets.ISO_8859_1);
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
          return null;
        }
      }
    }
    return passage;
  }

  private static String masked(String passage) {
    StringBuilder masked = new StringBuilder(passage);
    for (int i = 0; i < passage.length(); i++) {
      if (passage.charAt(i) > 127) {
        masked.setCharAt(i, 'x');
      }
    }
    return masked.toString();
  }

  int size() {
    return starts.length;
  }

  /** The tokens one after the other. */
  Pieces texts() {
    return texts;
  }

  /** Where a token starts; for one after the last, where the passage ends. */
  int start(int token) {
    return token == starts.length ? end : starts[token];
  }

  /** Where a token ends; for −1, where the passage starts. */
  int end(int token) {
    return token < 0 ? start : ends[token];
  }

  boolean isWord(int token) {
    return Words.isWord(texts.text(), texts.start(token));
  }

  /** Whether a sentence may end with this token. */
  boolean endsSentence(int token) {
    return ".!?…。！？".indexOf(texts.text().charAt(texts.start(token))) >= 0;
  }

  /** Number of letters in words, where a long word counts no more than a usual one. */
  int weight() {
    bag();
    return weight;
  }

  /**
   * How much two passages have in common: the share of their letters that stands in words of both,
   * whatever their order and case, from 0 to 1 (Dice's coefficient).
   */
  double likeness(Tokens other) {
    return weight() + other.weight() == 0 ? 0 : 2.0 * common(other) / (weight() + other.weight());
  }

  /** Number of letters in words of both. */
  int common(Tokens other) {
    int[] left = bag();
    int[] right = other.bag();
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        common += weight(left[i]);
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** The words in a fixed order, each as a number that equal ones have in common. */
  int[] bag() {
    int[] known = bag;
    if (known == null) {
      known = new int[size()];
      int words = 0;
      for (int i = 0; i < size(); i++) {
        if (isWord(i)) {
          known[words] = wordNumber(i);
          weight += weight(known[words++]);
        }
      }
      known = Arrays.copyOf(known, words);
      Arrays.sort(known);
      bag = known;
    }
    return known;
  }

  /** The lowest three bits hold the weight; a clash of the others does little harm. */
  private int wordNumber(int token) {
    int number = 0;
    int from = texts.start(token);
    int to = texts.end(token);
    for (int i = from; i < to; i++) {
      number = 31 * number + Character.toLowerCase(texts.text().charAt(i));
    }
    number *= 0x9E3779B1;
    return (number & -MAX_WEIGHT) | (Math.min(to - from, MAX_WEIGHT) - 1);
  }

  /** The weight of a word of {@link #bag}. */
  static int weight(int wordNumber) {
    return (wordNumber & (MAX_WEIGHT - 1)) + 1;
  }
}

package prismq.t.script.versioning.core.align;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * The words, signs, breaks and list marks of some paragraphs of a text. White space is no token; a
 * break stands where its paragraph starts and takes no room. Positions are those of the exact text,
 * in which every byte is a character. Not to be used by several threads.
 */
public final class TokenSequence {
  /** In bytes; what is no Latin letter and takes as many may be a whole word. */
  private static final int MAX_SHORT = 3;

  private final String exact;
  private final int[] starts;
  private final int[] ends;
  private final int[] paragraphs;
  private final TokenType[] types;
  private final int[] numbers;
  private int @Nullable [] firsts;

  private TokenSequence(
      String exact, int[] starts, int[] ends, int[] paragraphs, TokenType[] types, int[] numbers) {
    this.exact = exact;
    this.starts = starts;
    this.ends = ends;
    this.paragraphs = paragraphs;
    this.types = types;
    this.numbers = numbers;
  }

  /** Number of tokens. */
  public int size() {
    return starts.length;
  }

  /** Where a token starts in the exact text. */
  public int start(int token) {
    return starts[token];
  }

  /** The exact text of a token. */
  String text(int token) {
    return exact.substring(starts[token], ends[token]);
  }

  /** Whether it is of so few letters that it tells nothing. */
  public boolean isShort(int token) {
    int bytes = ends[token] - starts[token];
    return bytes < MAX_SHORT || (bytes == MAX_SHORT && exact.charAt(starts[token]) < 128);
  }

  /** Where a token stands in the exact text. */
  public ByteRange bytes(int token) {
    return new ByteRange(starts[token], ends[token]);
  }

  /** Where a token ends. */
  public int end(int token) {
    return ends[token];
  }

  /** The paragraph that a token is in. */
  public int paragraph(int token) {
    return paragraphs[token];
  }

  /** The first token of a paragraph or, where it has none, of those after it. */
  public int firstOf(int paragraph) {
    int[] all = firsts;
    if (all == null) {
      all = firsts();
      firsts = all;
    }
    return paragraph < all.length ? all[paragraph] : size();
  }

  private int[] firsts() {
    int last = size() == 0 ? -1 : paragraphs[size() - 1];
    int[] all = new int[last + 1];
    int paragraph = 0;
    for (int token = 0; token < size(); token++) {
      while (paragraph <= paragraphs[token]) {
        all[paragraph++] = token;
      }
    }
    return all;
  }

  /** For each token a number, which is equal for tokens that are the same or look the same. */
  int[] numbers() {
    return numbers;
  }

  TokenType type(int token) {
    return types[token];
  }

  /** Whether it is a word. */
  public boolean isWord(int token) {
    return types[token] == TokenType.WORD;
  }

  /** Whether it is a bullet or the like. */
  public boolean isListMark(int token) {
    return types[token] == TokenType.LIST_MARK;
  }

  /** Whether it is a break between paragraphs. */
  public boolean isBreak(int token) {
    return types[token].isBreak();
  }

  /** Whether it is text, not a break. */
  public boolean isText(int token) {
    return !isBreak(token);
  }

  /** Whether it neither is counted as marked nor divides what is. */
  boolean isNeutral(int token) {
    return types[token].isNeutral();
  }

  /** Whether white space, a break or the start of the text is before a token. */
  public boolean isAfterSpace(int token) {
    return token == 0 || starts[token] > ends[token - 1] || isBreak(token - 1);
  }

  /** Whether a sentence may end with a token. */
  boolean endsSentence(int token) {
    return types[token] == TokenType.SENTENCE_END;
  }

  /** Whether the sentence or the paragraph ends with a token. */
  boolean isLastOfSentence(int token) {
    return token + 1 == size()
        || isBreak(token + 1)
        || (endsSentence(token) && isAfterSpace(token + 1));
  }

  /** Collects tokens in their order. */
  static final class Builder {
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] paragraphs = new int[64];
    private TokenType[] types = new TokenType[64];
    private int[] numbers = new int[64];
    private int size;

    void add(TokenType type, int start, int end, int paragraph, int number) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        paragraphs = Arrays.copyOf(paragraphs, 2 * size);
        types = Arrays.copyOf(types, 2 * size);
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      starts[size] = start;
      ends[size] = end;
      paragraphs[size] = paragraph;
      types[size] = type;
      numbers[size++] = number;
    }

    TokenSequence build(String exact) {
      return new TokenSequence(
          exact,
          Arrays.copyOf(starts, size),
          Arrays.copyOf(ends, size),
          Arrays.copyOf(paragraphs, size),
          Arrays.copyOf(types, size),
          Arrays.copyOf(numbers, size));
    }
  }
}

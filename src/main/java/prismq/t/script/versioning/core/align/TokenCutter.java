package prismq.t.script.versioning.core.align;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.ListMarks;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.Words;

/** Cuts paragraphs of an exact text into tokens. */
public final class TokenCutter {
  private static final long PARAGRAPH_BREAK = 2;
  private static final long LINE_BREAK = 1;

  private final String exact;
  private final TokenNumbers numbers;
  private final Words words;
  private final TokenSequence.Builder tokens = new TokenSequence.Builder();
  private boolean wasList;

  /**
   * Cuts paragraphs of a text.
   *
   * @param exact in which every byte is a character
   * @param numbers of both texts of a comparison
   */
  public TokenCutter(String exact, TokenNumbers numbers) {
    this.exact = exact;
    this.numbers = numbers;
    this.words = Words.in(exact);
  }

  /** Adds the tokens of the paragraph that stands there; paragraphs come in their order. */
  public void add(int paragraph, int start, int end) {
    boolean isAfterBlank = isAfterBlank(start);
    if (start > 0) {
      tokens.add(
          isAfterBlank ? TokenType.PARAGRAPH_BREAK : TokenType.LINE_BREAK,
          start,
          start,
          paragraph,
          numbers.number(isAfterBlank ? PARAGRAPH_BREAK : LINE_BREAK));
    }
    int textStart = addListMarks(paragraph, start, end, isAfterBlank);
    if (isAscii(textStart, end)) {
      cutAscii(paragraph, textStart, end);
      return;
    }
    String passage = exact.substring(textStart, end);
    String decoded = decoded(passage);
    if (decoded == null) {
      // Bytes that are not UTF-8 are taken for letters, so that no character is cut in two.
      cut(paragraph, textStart, masked(passage), passage, true);
    } else {
      cut(paragraph, textStart, decoded, decoded, false);
    }
  }

  private boolean isAscii(int start, int end) {
    for (int i = start; i < end; i++) {
      if (exact.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private void cutAscii(int paragraph, int start, int end) {
    int at = start;
    while (at < end) {
      char first = exact.charAt(at);
      if (Paragraphs.isSpace(first)) {
        at++;
        continue;
      }
      int tokenEnd = Math.min(end, words.end(at));
      int number = numbers.number(Pieces.fingerprint(exact, at, tokenEnd));
      tokens.add(type(exact, at), at, tokenEnd, paragraph, number);
      at = tokenEnd;
    }
  }

  private static TokenType type(String text, int at) {
    if (Words.isWord(text, at)) {
      return TokenType.WORD;
    }
    return ".!?\u2026\u3002\uff01\uff1f".indexOf(text.charAt(at)) >= 0
        ? TokenType.SENTENCE_END
        : TokenType.SIGN;
  }

  /** All tokens added. */
  public TokenSequence tokens() {
    return tokens.build(exact);
  }

  private int addListMarks(int paragraph, int start, int end, boolean isAfterBlank) {
    boolean mayBeNumber = start == 0 || isAfterBlank || wasList;
    wasList = false;
    int at = start;
    while (true) {
      int markStart = at;
      while (markStart < end
          && (exact.charAt(markStart) == ' ' || exact.charAt(markStart) == '\t')) {
        markStart++;
      }
      int markEnd = ListMarks.end(exact, markStart, end, mayBeNumber);
      if (markEnd == markStart) {
        return at;
      }
      wasList = true;
      // Another one than that of the same sign in a text.
      tokens.add(
          TokenType.LIST_MARK,
          markStart,
          markEnd,
          paragraph,
          numbers.number(~Pieces.fingerprint(exact, markStart, markEnd)));
      at = markEnd;
    }
  }

  /** Whether a blank line or the start of the text is before a position where a line starts. */
  private boolean isAfterBlank(int position) {
    int breaks = 0;
    for (int i = position - 1; i >= 0 && Paragraphs.isSpace(exact.charAt(i)); i--) {
      breaks += LineEnds.endsAt(exact, i) ? 1 : 0;
      if (breaks == 2) {
        return true;
      }
    }
    return false;
  }

  private void cut(int paragraph, int start, String cutBy, String text, boolean isBytewise) {
    Words pieces = Words.in(cutBy);
    int exactAt = start;
    for (int at = 0; at < cutBy.length(); ) {
      int end = pieces.end(at);
      int exactEnd = exactAt + (isBytewise ? end - at : bytes(text, at, end));
      if (!isSpace(cutBy, at)) {
        String piece = text.substring(at, end);
        TokenType type = type(cutBy, at);
        String seen =
            isBytewise
                ? piece
                : type == TokenType.WORD ? Folding.asWord(piece) : Folding.asSeen(piece);
        if (!seen.isEmpty()) {
          int number = numbers.number(Pieces.fingerprint(seen, 0, seen.length()));
          tokens.add(type, exactAt, exactEnd, paragraph, number);
        }
      }
      exactAt = exactEnd;
      at = end;
    }
  }

  /** Whether it is white space; a no-break space is one too. */
  private static boolean isSpace(String text, int at) {
    return Folding.isSpace(text.charAt(at));
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
    try {
      byte[] bytes = passage.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
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
}

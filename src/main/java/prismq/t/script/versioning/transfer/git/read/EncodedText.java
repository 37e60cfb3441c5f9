package prismq.t.script.versioning.transfer.git.read;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;

/**
 * A text of a commit, which may say in what encoding it is.
 *
 * @param doubt what had to be guessed, as the end of a sentence about it; null for nothing
 */
public record EncodedText(String text, @Nullable String doubt) {
  private static final int MAX_NAME = 40;

  /**
   * Reads it.
   *
   * @param declared the name of its encoding; null for UTF-8
   */
  static EncodedText of(byte[] bytes, @Nullable String declared) {
    GuessedText guess = GuessedText.of(bytes);
    String read = "; read as " + (guess.isGuessed() ? GuessedText.GUESS : "UTF-8");
    if (declared == null) {
      return new EncodedText(guess.text(), guess.isGuessed() ? "is not UTF-8" + read : null);
    }
    String said = "is said to be in “" + PlainText.line(declared, MAX_NAME) + "”";
    @Nullable Charset encoding = encoding(declared.strip());
    if (encoding == null) {
      return new EncodedText(
          guess.text(), isAscii(bytes) ? null : said + ", which is unknown here" + read);
    }
    try {
      return new EncodedText(GuessedText.strictly(bytes, encoding), null);
    } catch (CharacterCodingException e) {
      return new EncodedText(guess.text(), said + " and is not" + read);
    }
  }

  private static @Nullable Charset encoding(String name) {
    try {
      Charset encoding = Charset.forName(name);
      // What calls itself that has the quotation marks of Windows more often than control codes.
      return encoding.equals(StandardCharsets.ISO_8859_1) && Charset.isSupported(GuessedText.GUESS)
          ? Charset.forName(GuessedText.GUESS)
          : encoding;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }
}

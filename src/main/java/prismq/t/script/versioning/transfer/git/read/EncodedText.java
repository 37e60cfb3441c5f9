package prismq.t.script.versioning.transfer.git.read;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;

/**
 * A text of a commit, which may say in what encoding it is.
 *
 * @param doubt what had to be guessed: the end of the key of a remark about it; null for nothing
 * @param declared the encoding that it is said to be in; empty for none
 */
public record EncodedText(String text, @Nullable String doubt, String declared) {
  private static final int MAX_NAME = 40;

  /**
   * Reads it.
   *
   * @param declared the name of its encoding; null for UTF-8
   */
  static EncodedText of(byte[] bytes, @Nullable String declared) {
    GuessedText guess = GuessedText.of(bytes);
    if (declared == null) {
      return new EncodedText(guess.text(), guess.isGuessed() ? "guessed" : null, "");
    }
    String said = PlainText.line(declared, MAX_NAME);
    String read = guess.isGuessed() ? "guessed" : "utf_8";
    @Nullable Charset encoding = encoding(declared.strip());
    if (encoding == null) {
      return new EncodedText(guess.text(), isAscii(bytes) ? null : "unknown_" + read, said);
    }
    try {
      return new EncodedText(GuessedText.strictly(bytes, encoding), null, said);
    } catch (CharacterCodingException e) {
      return new EncodedText(guess.text(), "wrong_" + read, said);
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

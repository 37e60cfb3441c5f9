package prismq.t.script.versioning.transfer.git.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A text of which git keeps only the bytes.
 *
 * @param text as UTF-8 if it is that, else as Windows-1252
 * @param isGuessed whether it is not UTF-8
 */
public record GuessedText(String text, boolean isGuessed) {
  /** How a text is read that is not UTF-8, as a person is told. */
  public static final String GUESS = "Windows-1252";

  private static final Charset WESTERN =
      Charset.isSupported(GUESS) ? Charset.forName(GUESS) : StandardCharsets.ISO_8859_1;

  /** The text of these bytes. */
  public static GuessedText of(byte[] bytes) {
    try {
      return new GuessedText(strictly(bytes, StandardCharsets.UTF_8), false);
    } catch (CharacterCodingException e) {
      return new GuessedText(new String(bytes, WESTERN), true);
    }
  }

  /**
   * The text of these bytes in an encoding.
   *
   * @throws CharacterCodingException if they are not of it
   */
  static String strictly(byte[] bytes, Charset encoding) throws CharacterCodingException {
    return encoding
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}

package prismq.t.script.versioning.core.text;

/** Where lines begin in the bytes of a text, found by where they begin in its characters. */
public final class LinePositions {
  private final byte[] bytes;
  private final String text;
  private int character;
  private int at;

  /** For positions that are asked for in rising order. */
  public LinePositions(ScriptText text) {
    this.bytes = text.read();
    this.text = text.characters();
  }

  /**
   * The number of bytes before the line that begins at a character, or that it is in.
   *
   * @param position in {@code char}s of {@link ScriptText#characters()}
   */
  public int bytes(int position) {
    if (position >= text.length()) {
      return bytes.length;
    }
    while (character < position) {
      if (LineEnds.endsAt(text, character++)) {
        toNextLine();
      }
    }
    return at;
  }

  private void toNextLine() {
    while (at < bytes.length) {
      if (LineEnds.endsAt(bytes, at++)) {
        return;
      }
    }
  }
}

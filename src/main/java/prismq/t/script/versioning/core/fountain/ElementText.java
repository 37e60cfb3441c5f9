package prismq.t.script.versioning.core.fountain;

import java.util.Arrays;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;

/** The letters of an element as they are printed, each with its style and place in the source. */
public final class ElementText {
  private static final int BOLD = 1;
  private static final int ITALIC = 2;
  private static final int UNDERLINED = 4;

  private final String plain;
  private final int[] places;
  private final byte[] styles;

  private ElementText(String plain, int[] places, byte[] styles) {
    this.plain = plain;
    this.places = places;
    this.styles = styles;
  }

  /** Those of an element of this source. */
  public static ElementText of(FountainElement element, String source) {
    String text = element.text(source);
    int[] placesOfText = new int[text.length()];
    int at = 0;
    for (FountainPiece piece : element.pieces()) {
      for (int i = piece.start(); piece.kind() == PieceKind.TEXT && i < piece.end(); i++) {
        placesOfText[at++] = i;
      }
    }
    StringBuilder plain = new StringBuilder(text.length());
    int[] places = new int[text.length()];
    byte[] styles = new byte[text.length()];
    for (StyledRun run : Emphasis.of(text)) {
      int style =
          (run.isBold() ? BOLD : 0)
              | (run.isItalic() ? ITALIC : 0)
              | (run.isUnderlined() ? UNDERLINED : 0);
      for (int i = run.start(); i < run.end(); i++) {
        places[plain.length()] = placesOfText[i];
        styles[plain.length()] = (byte) style;
        plain.append(text.charAt(i));
      }
    }
    return new ElementText(plain.toString(), places, styles);
  }

  /** Those that stand in a stretch of the source. */
  ElementText within(PageStretch stretch) {
    return part(at(stretch.start()), at(stretch.end()));
  }

  private int at(int place) {
    int found = Arrays.binarySearch(places, 0, plain.length(), place);
    return found < 0 ? -found - 1 : found;
  }

  /** Some of them, by their places in {@link #plain}. */
  public ElementText part(int from, int to) {
    return new ElementText(
        plain.substring(from, to),
        Arrays.copyOfRange(places, from, to),
        Arrays.copyOfRange(styles, from, to));
  }

  /** The letters alone. */
  public String plain() {
    return plain;
  }

  /** Where a letter stands in the source. */
  public int place(int at) {
    return places[at];
  }

  /** A number for the style of a letter; equal styles have the same. */
  public int style(int at) {
    return styles[at];
  }

  /** Whether letters of this style are bold. */
  public static boolean isBold(int style) {
    return (style & BOLD) != 0;
  }

  /** Whether letters of this style are italic. */
  public static boolean isItalic(int style) {
    return (style & ITALIC) != 0;
  }

  /** Whether letters of this style are underlined. */
  public static boolean isUnderlined(int style) {
    return (style & UNDERLINED) != 0;
  }
}

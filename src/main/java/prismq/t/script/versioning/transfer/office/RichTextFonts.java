package prismq.t.script.versioning.transfer.office;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** The code pages of a file in the Rich Text Format: one of the whole, and those of its fonts. */
final class RichTextFonts {
  private static final int MACINTOSH = 10_000;

  private Charset ofDocument = charset(1252);
  private final Map<Integer, Charset> ofFonts = new HashMap<>();
  private int defaultFont = -1;

  /** The code page of what is in no font that has one of its own. */
  void document(int codePage) {
    ofDocument = charset(codePage);
  }

  void defaultFont(int font) {
    defaultFont = font;
  }

  int defaultFont() {
    return defaultFont;
  }

  /** A font and its set of characters, as numbered in Windows. */
  void font(int font, int set) {
    int codePage =
        switch (set) {
          case 0 -> 1252;
          case 77 -> MACINTOSH;
          case 128 -> 932;
          case 129 -> 949;
          case 134 -> 936;
          case 136 -> 950;
          case 161 -> 1253;
          case 162 -> 1254;
          case 163 -> 1258;
          case 177 -> 1255;
          case 178 -> 1256;
          case 186 -> 1257;
          case 204 -> 1251;
          case 222 -> 874;
          case 238 -> 1250;
          case 254 -> 437;
          case 255 -> 850;
          default -> 0;
        };
    if (codePage != 0) {
      ofFonts.put(font, charset(codePage));
    }
  }

  /** A font and its code page. */
  void ofFont(int font, int codePage) {
    ofFonts.put(font, charset(codePage));
  }

  /** What bytes in a font stand for. */
  Charset of(int font) {
    return ofFonts.getOrDefault(font, ofDocument);
  }

  private static Charset charset(int codePage) {
    String name =
        switch (codePage) {
          case MACINTOSH -> "x-MacRoman";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949 -> "x-windows-949";
          case 950 -> "x-windows-950";
          case 874 -> "x-windows-874";
          case 65_001 -> "UTF-8";
          default -> codePage > 1249 && codePage < 1259 ? "windows-" + codePage : "IBM" + codePage;
        };
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
  }
}

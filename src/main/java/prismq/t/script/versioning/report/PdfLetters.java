package prismq.t.script.versioning.report;

import prismq.t.script.versioning.language.Messages;

/**
 * Writes texts with the letters of a PDF's fonts; others are replaced by a sign and counted. For
 * one document.
 */
final class PdfLetters implements Letters {
  /** The replacement for a letter that no font has. */
  static final int MISSING_SIGN = '□';

  private final PdfFonts fonts;
  private long missing;

  PdfLetters(PdfFonts fonts) {
    this.fonts = fonts;
  }

  @Override
  public String of(String text) {
    String xml = Letters.XML.of(text);
    if (xml.codePoints().allMatch(this::isKept)) {
      return xml;
    }
    StringBuilder shown = new StringBuilder(xml.length());
    xml.codePoints()
        .forEach(
            c -> {
              if (isKept(c)) {
                shown.appendCodePoint(c);
              } else if (!isUnseen(c)) {
                shown.appendCodePoint(MISSING_SIGN);
                missing++;
              }
            });
    return shown.toString();
  }

  private boolean isKept(int c) {
    return c == '\n' || c == '\t' || (fonts.has(c) && !isUnseen(c));
  }

  /** Joiners, variants of a sign, and marks of direction have no width. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfffe;
  }

  @Override
  public String missing() {
    if (missing == 0) {
      return "";
    }
    return Messages.count("report.missing", missing, Wording.NUMBERS.whole(missing));
  }
}

package prismq.t.script.versioning.revision;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedRun;
import prismq.t.script.versioning.core.fountain.WrappedLines;

/** A page of a PDF on which letters are set in columns of a tenth of an inch. */
final class TypedPage implements AutoCloseable {
  private static final float SIZE = 12;
  private static final float COLUMN = 7.2f;
  private static final float LEFT = 108;
  private static final float BELOW = 2;

  private final TypewriterFonts fonts;
  private final PDRectangle paper;
  private final PDPageContentStream content;
  private @Nullable PDFont set;
  private float setSize;
  private int missing;

  TypedPage(PDDocument document, TypewriterFonts fonts, PDRectangle paper) throws IOException {
    this.fonts = fonts;
    this.paper = paper;
    PDPage page = new PDPage(paper);
    document.addPage(page);
    this.content = new PDPageContentStream(document, page);
  }

  /** Letters that no face has, which are shown as boxes. */
  int missing() {
    return missing;
  }

  /**
   * Sets letters of one style.
   *
   * @param column of the first, from the left edge of the text
   * @param points from the upper edge of the paper to the line on which they stand
   */
  void type(float column, float points, PrintedRun run) throws IOException {
    type(column, points, run, SIZE);
  }

  /** Sets plain letters. */
  void type(float column, float points, String text) throws IOException {
    type(column, points, new PrintedRun(text, false, false, false));
  }

  /** The same in small ones. */
  void typeSmall(float column, float points, String text, float size) throws IOException {
    type(column, points, new PrintedRun(text, false, false, false), size);
  }

  private void type(float column, float points, PrintedRun run, float size) throws IOException {
    float width = COLUMN * size / SIZE;
    float start = LEFT + column * COLUMN;
    float y = paper.getHeight() - points;
    StringBuilder word = new StringBuilder();
    float wordStart = start;
    float x = start;
    @Nullable PDFont wordFont = null;
    String text = run.text();
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      at += Character.charCount(letter);
      String shown = Character.toString(letter);
      int columns = WrappedLines.width(shown);
      if (columns == 0 || Character.isISOControl(letter)) {
        continue;
      }
      boolean isBlank = Character.isSpaceChar(letter);
      @Nullable PDFont font = isBlank ? null : fonts.of(letter, run.isBold(), run.isItalic());
      if (font == null || isBlank || !font.equals(wordFont)) {
        write(wordFont, wordStart, y, word, size);
        wordStart = x;
        wordFont = font;
      }
      if (font != null) {
        word.append(shown);
      } else if (!isBlank) {
        missing++;
        content.addRect(x + 1, y, columns * width - 2, size * 0.6f);
        content.stroke();
      }
      x += columns * width;
    }
    write(wordFont, wordStart, y, word, size);
    if (run.isUnderlined()) {
      content.setLineWidth(0.6f);
      content.moveTo(start, y - BELOW);
      content.lineTo(x, y - BELOW);
      content.stroke();
    }
  }

  private void write(@Nullable PDFont font, float x, float y, StringBuilder word, float size)
      throws IOException {
    if (font != null && word.length() > 0) {
      content.beginText();
      if (!font.equals(set) || size != setSize) {
        content.setFont(font, size);
        set = font;
        setSize = size;
      }
      content.newLineAtOffset(x, y);
      content.showText(word.toString());
      content.endText();
    }
    word.setLength(0);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}

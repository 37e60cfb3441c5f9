package prismq.t.script.versioning.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a PDF, of which it takes along what it uses: a serif one for reading and a sans one
 * for tables, both with Latin, Greek and Cyrillic. Safe for use by several threads.
 */
final class PdfFonts {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final int MAX_CHARACTER = 0x1ffff;

  private static final List<Face> FACES =
      List.of(
          new Face("Report Serif", REGULAR, "literata/400Regular/Literata_400Regular.ttf"),
          new Face("Report Serif", BOLD, "literata/600SemiBold/Literata_600SemiBold.ttf"),
          new Face("Report Sans", REGULAR, "noto-sans/400Regular/NotoSans_400Regular.ttf"),
          new Face("Report Sans", BOLD, "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"));

  private final BitSet characters = new BitSet();

  private record Face(String family, int weight, String file) {}

  /** Reads which characters there are. */
  PdfFonts() {
    BitSet serif = new BitSet();
    for (Face face : FACES) {
      if (face.weight == REGULAR) {
        try (TrueTypeFont font = read(face)) {
          CmapLookup lookup = font.getUnicodeCmapLookup();
          for (int c = 0; c <= MAX_CHARACTER; c++) {
            serif.set(c, serif.get(c) || lookup.getGlyphId(c) != 0);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    characters.or(serif);
  }

  /** Whether one of the fonts has a character. */
  boolean has(int character) {
    return characters.get(character);
  }

  /** Offers all fonts to a renderer. */
  void addTo(PdfRendererBuilder builder, PDDocument document) throws IOException {
    for (Face face : FACES) {
      TrueTypeFont font = read(face);
      // Without ligatures: looking for them takes ten times as long as all the rest.
      font.setEnableGsub(false);
      builder.useFont(
          new PDFontSupplier(PDType0Font.load(document, font, true)),
          face.family,
          face.weight,
          FontStyle.NORMAL,
          true);
    }
  }

  private static TrueTypeFont read(Face face) throws IOException {
    try (InputStream in = PdfFonts.class.getResourceAsStream("/fonts/" + face.file)) {
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(Objects.requireNonNull(in).readAllBytes()));
    }
  }
}

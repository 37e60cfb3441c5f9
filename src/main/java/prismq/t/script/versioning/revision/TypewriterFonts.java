package prismq.t.script.versioning.revision;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The faces of a document in the type of a typewriter, of which it takes along what it uses; a sans
 * one has the letters that they lack. For one document.
 */
final class TypewriterFonts {
  private static final List<String> FILES =
      List.of(
          "courier-prime/400Regular/CourierPrime_400Regular.ttf",
          "courier-prime/700Bold/CourierPrime_700Bold.ttf",
          "courier-prime/400Regular_Italic/CourierPrime_400Regular_Italic.ttf",
          "courier-prime/700Bold_Italic/CourierPrime_700Bold_Italic.ttf",
          "noto-sans/400Regular/NotoSans_400Regular.ttf");

  private static final int OTHER = 4;

  private final PDDocument document;
  private final List<@Nullable TypewriterFace> faces = new ArrayList<>();

  TypewriterFonts(PDDocument document) {
    this.document = document;
    FILES.forEach(file -> faces.add(null));
  }

  private record TypewriterFace(PDFont font, CmapLookup letters) {}

  /**
   * The face in which a letter is set.
   *
   * @return null where no face has it
   */
  @Nullable PDFont of(int letter, boolean isBold, boolean isItalic) throws IOException {
    TypewriterFace own = face((isBold ? 1 : 0) + (isItalic ? 2 : 0));
    if (own.letters.getGlyphId(letter) != 0) {
      return own.font;
    }
    TypewriterFace other = face(OTHER);
    return other.letters.getGlyphId(letter) == 0 ? null : other.font;
  }

  private TypewriterFace face(int index) throws IOException {
    @Nullable TypewriterFace known = faces.get(index);
    if (known != null) {
      return known;
    }
    try (InputStream in = TypewriterFonts.class.getResourceAsStream("/fonts/" + FILES.get(index))) {
      TrueTypeFont font =
          new TTFParser()
              .parse(new RandomAccessReadBuffer(Objects.requireNonNull(in).readAllBytes()));
      font.setEnableGsub(false);
      TypewriterFace face =
          new TypewriterFace(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
      faces.set(index, face);
      return face;
    }
  }
}

package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** The paper that a screenplay is printed on. */
enum PaperSize {
  LETTER("US Letter", 612, 792),
  A4("A4", 595.27563f, 841.8898f);

  private final String title;
  private final float width;
  private final float height;

  /** Its size is in points. */
  PaperSize(String title, float width, float height) {
    this.title = title;
    this.width = width;
    this.height = height;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  PDRectangle size() {
    return new PDRectangle(width, height);
  }

  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaperSize of(Context context) {
    @Nullable String asked = Parameters.text(context, "paper");
    for (PaperSize paper : values()) {
      if (asked == null || paper.parameter().equals(asked)) {
        return paper;
      }
    }
    throw new BadRequestException(FilledMessage.of("revision.bad_paper", asked));
  }
}

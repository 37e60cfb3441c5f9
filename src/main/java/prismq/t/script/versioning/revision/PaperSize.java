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
  LETTER("US Letter", PDRectangle.LETTER),
  A4("A4", PDRectangle.A4);

  private final String title;
  private final PDRectangle size;

  PaperSize(String title, PDRectangle size) {
    this.title = title;
    this.size = size;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  PDRectangle size() {
    return size;
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

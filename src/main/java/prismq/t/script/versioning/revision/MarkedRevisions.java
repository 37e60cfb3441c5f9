package prismq.t.script.versioning.revision;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** Of which revisions the changed lines have an asterisk. */
enum MarkedRevisions {
  /** Of the one that is shown. */
  ACTIVE,
  /** Of all up to it, each with its colour. */
  ALL;

  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MarkedRevisions of(Context context) {
    @Nullable String asked = Parameters.text(context, "marks");
    for (MarkedRevisions marks : values()) {
      if (asked == null || marks.parameter().equals(asked)) {
        return marks;
      }
    }
    throw new BadRequestException(FilledMessage.of("revision.bad_marks", asked));
  }

  boolean includes(int changed, int shown) {
    return changed > 0 && (this == ALL || changed == shown);
  }
}

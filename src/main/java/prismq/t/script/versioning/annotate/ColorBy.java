package prismq.t.script.versioning.annotate;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The meaning of the colours of an annotated text. */
public enum ColorBy {
  /** How old each passage is beside the others. */
  AGE("age"),
  /** Who wrote it. */
  AUTHOR("author"),
  /** Whether a person or a model wrote it. */
  SOURCE("source");

  private final String parameter;

  ColorBy(String parameter) {
    this.parameter = parameter;
  }

  /**
   * What the address asks for.
   *
   * @throws BadRequestException if it asks for what there is not
   */
  static ColorBy of(Context context) {
    @Nullable String wanted = Parameters.text(context, "color");
    for (ColorBy by : values()) {
      if (wanted == null || by.parameter.equals(wanted)) {
        return by;
      }
    }
    throw new BadRequestException(Messages.text("annotate.unknown_color", wanted));
  }

  /** The address of an annotated version in these colours; what is usual is left out. */
  String addTo(String url) {
    return this == AGE ? url : Urls.with(url, Map.of("color", parameter));
  }

  /** Its name in addresses. */
  public String parameter() {
    return parameter;
  }

  /** Its name on pages. */
  public String title() {
    return Messages.text("annotate.by." + parameter);
  }
}

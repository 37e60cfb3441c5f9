package prismq.t.script.versioning.annotate;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The meaning of the colours of an annotated text. */
public enum ColorBy {
  /** How old each passage is beside the others. */
  AGE("age", "Age"),
  /** Who wrote it. */
  AUTHOR("author", "Author"),
  /** Whether a person or a model wrote it. */
  SOURCE("source", "Human or AI");

  private final String parameter;
  private final String title;

  ColorBy(String parameter, String title) {
    this.parameter = parameter;
    this.title = title;
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
    throw new BadRequestException(
        "The parameter color is age, author or source, not “" + wanted + "”.");
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
    return title;
  }
}

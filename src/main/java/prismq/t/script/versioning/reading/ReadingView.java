package prismq.t.script.versioning.reading;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** The ways to look at a text; the browser remembers which one somebody chose. */
public enum ReadingView {
  /** As it is read when it is printed. */
  PAGE,
  /** As it was written. */
  SOURCE;

  private static final String VIEW = "view";
  private static final String REMEMBERED = "reading";
  private static final int YEAR = 365 * 24 * 60 * 60;

  /** Its name in addresses. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The view that an address asks for, which is remembered, or the one that was chosen last; the
   * page where none was.
   *
   * @throws BadRequestException where it asks for what there is not
   */
  public static ReadingView of(Context context) {
    @Nullable String asked = Parameters.text(context, VIEW);
    if (asked == null) {
      return named(context.cookie(REMEMBERED)).orElse(PAGE);
    }
    ReadingView view =
        named(asked)
            .orElseThrow(() -> new BadRequestException(Messages.text("reading.bad_view", asked)));
    context.cookie(
        new Cookie(REMEMBERED, view.parameter(), "/", YEAR, false, true, null, SameSite.LAX));
    return view;
  }

  private static Optional<ReadingView> named(@Nullable String name) {
    return Stream.of(values()).filter(view -> view.parameter().equals(name)).findFirst();
  }
}

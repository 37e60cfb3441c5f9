package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an address, so that no odd value goes further. */
public final class Parameters {
  private Parameters() {}

  /**
   * A whole number.
   *
   * @param preset where the parameter is not there
   * @throws BadRequestException where it is no number from least to most
   */
  public static int number(Context context, String name, int preset, int least, int most) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      return preset;
    }
    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new BadRequestException(
          "The parameter " + name + " is a number from " + least + " to " + most + ".");
    }
    return number;
  }

  /** A parameter with something in it besides white space, else null. */
  public static @Nullable String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}

package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/** Reads the parameters of an address, and refuses invalid values. */
public final class Parameters {
  private Parameters() {}

  /**
   * A whole number.
   *
   * @param preset where the parameter is not there
   * @throws BadRequestException if it is no number from least to most
   */
  public static int number(Context context, String name, int preset, int least, int most) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      return preset;
    }
    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new BadRequestException(
          FilledMessage.of("problem.parameter_number", name, least, most));
    }
    return number;
  }

  /**
   * Refuses an address whose parameters would be ignored or misread.
   *
   * @throws BadRequestException if they are not UTF-8 in percent-encoding
   */
  public static void check(Context context) {
    @Nullable String query = context.queryString();
    if (query != null && !isUtf8(query)) {
      throw new BadRequestException(FilledMessage.of("problem.query_encoding"));
    }
  }

  private static boolean isUtf8(String query) {
    try {
      byte[] bytes =
          URLDecoder.decode(query, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Whether a parameter is true.
   *
   * @throws BadRequestException if it is there and neither true nor false
   */
  public static boolean flag(Context context, String name) {
    String value = text(context, name);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw new BadRequestException(FilledMessage.of("problem.parameter_flag", name));
    }
    return "true".equals(value);
  }

  /** A parameter with something in it besides white space, else null. */
  public static @Nullable String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}

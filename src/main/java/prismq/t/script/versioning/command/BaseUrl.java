package prismq.t.script.versioning.command;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The address that people open a server by.
 *
 * @param text without a slash at its end
 */
public record BaseUrl(String text, String host) {
  /** Reads one; null for an empty environment variable. */
  public static final class Converter implements ITypeConverter<@Nullable BaseUrl> {
    @Override
    public @Nullable BaseUrl convert(String value) {
      return value.isBlank() ? null : read(value.strip());
    }

    private static BaseUrl read(String value) {
      try {
        URI uri = new URI(value);
        boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        @Nullable String host = uri.getHost();
        @Nullable String path = uri.getRawPath();
        boolean isRoot = path == null || path.isEmpty() || path.equals("/");
        if (isWeb && host != null && isRoot && uri.getRawQuery() == null) {
          return new BaseUrl(value.replaceFirst("/$", ""), host);
        }
      } catch (URISyntaxException e) {
        // Told as below.
      }
      throw new TypeConversionException(
          "'" + value + "' is not an address such as https://scripts.example.org, without a path");
    }
  }
}

package prismq.t.script.versioning.browser;

import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the browser of this machine. */
final class Chromium {
  private Chromium() {}

  /**
   * That of CHROMIUM_PATH, else chromium or google-chrome on the PATH; null where there is none.
   */
  static @Nullable Path installed() {
    String named = System.getenv("CHROMIUM_PATH");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String folders = System.getenv("PATH");
    return Arrays.stream((folders == null ? "" : folders).split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> candidates(Path.of(folder)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Path> candidates(Path folder) {
    return Stream.of("chromium", "chromium-browser", "google-chrome").map(folder::resolve);
  }

  /** Playwright downloads a browser of its own only where none is installed. */
  static Playwright.CreateOptions options(@Nullable Path installed) {
    Playwright.CreateOptions options = new Playwright.CreateOptions();
    return installed == null
        ? options
        : options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
  }
}

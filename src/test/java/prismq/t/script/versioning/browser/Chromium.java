package prismq.t.script.versioning.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** A running Chromium. It knows nobody; each visitor has a context of their own in it. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  /** Gives all classes that a process tests the same Chromium, because starting one takes long. */
  static final class Provider extends TypeBasedParameterResolver<Chromium> {
    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
          .computeIfAbsent(Chromium.class, key -> start(), Chromium.class);
    }
  }

  private static Chromium start() {
    // As long as for what a visitor does: the machines that try all this are busy.
    PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    @Nullable Path installed = installed();
    Playwright playwright = Playwright.create(options(installed));
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
    if (installed != null) {
      options.setExecutablePath(installed);
    }
    if ("root".equals(System.getProperty("user.name"))) {
      options.setArgs(List.of("--no-sandbox"));
    }
    try {
      return new Chromium(playwright, playwright.chromium().launch(options));
    } catch (PlaywrightException e) {
      throw new IllegalStateException(
          "No Chromium starts, so the pages cannot be tried: install it (apt-get install"
              + " chromium-headless-shell)"
              + " or name one in CHROMIUM_PATH.",
          e);
    }
  }

  /**
   * That of CHROMIUM_PATH, else chromium-headless-shell, chromium or google-chrome on the PATH;
   * null where there is none.
   */
  private static @Nullable Path installed() {
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
    // The shell has no windows of its own to draw, and takes half the time.
    return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        .map(folder::resolve);
  }

  /** Playwright downloads a browser of its own only where none is installed. */
  private static Playwright.CreateOptions options(@Nullable Path installed) {
    Playwright.CreateOptions options = new Playwright.CreateOptions();
    return installed == null
        ? options
        : options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

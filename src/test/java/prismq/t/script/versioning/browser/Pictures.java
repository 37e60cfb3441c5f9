package prismq.t.script.versioning.browser;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prismq.t.script.versioning.demo.Demo;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.pages.Site;

/**
 * Makes the pictures that the help shows, of the example scripts, into the folder that the property
 * {@code pictures} names, and that of README into {@code readme.pictures}. Run by the profile
 * {@code pictures}.
 */
@Tag("pictures")
@ExtendWith(Chromium.Provider.class)
class Pictures {
  /** What is shown: the name of the picture, and the address of the page. */
  private enum Picture {
    SCRIPTS("/"),
    HISTORY("/scripts/the-last-keeper"),
    COMPARISON("/scripts/the-last-keeper/compare/3...5"),
    SIDE_BY_SIDE("/scripts/why-bridges-hum/compare/2...6?view=side-by-side"),
    VERSION("/scripts/the-last-keeper/versions/8"),
    EDITOR("/scripts/why-bridges-hum/edit"),
    AUTHORSHIP("/scripts/why-bridges-hum/versions/8/annotate"),
    PASSAGE("/scripts/why-bridges-hum/phrase-history?q=bridge"),
    BRANCHES("/scripts/the-last-keeper/branches"),
    SEARCH("/search?q=lamp"),
    REPORT("/scripts/why-bridges-hum/report"),
    IMPORT("/import");

    private final String address;

    Picture(String address) {
      this.address = address;
    }

    String fileName(ColorScheme scheme) {
      return (name() + "-" + scheme).toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void ofTheExampleScripts(ColorScheme scheme, @TempDir Path data, Chromium chromium)
      throws Exception {
    Path folder = Path.of(System.getProperty("pictures", ""));
    Files.createDirectories(folder);
    Path readme = Path.of(System.getProperty("readme.pictures", ""));
    Files.createDirectories(readme);
    try (Site site = Site.open(data);
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(1366, 850)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC"))) {
      Demo.fill(site.versions(), site.branches(), new RollbackHandler(site.versions()));
      Page page = context.newPage();
      for (Picture picture : Picture.values()) {
        assertThat(page.navigate(site.url(picture.address)).status())
            .as(picture.address)
            .isEqualTo(200);
        page.waitForFunction("document.fonts.status === 'loaded'");
        page.evaluate("document.activeElement?.blur()");
        Path file = folder.resolve(picture.fileName(scheme));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        if (picture == Picture.HISTORY) {
          Files.copy(file, readme.resolve(file.getFileName()), REPLACE_EXISTING);
        }
      }
    }
  }
}

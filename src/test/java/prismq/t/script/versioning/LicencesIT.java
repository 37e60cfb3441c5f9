package prismq.t.script.versioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the jar tells of the software of others in it. */
class LicencesIT {
  private static final Path JAR = Path.of(System.getProperty("jar"));

  private static ZipFile jar() throws IOException {
    return new ZipFile(JAR.toFile());
  }

  @Test
  void everythingThatIsShippedIsListedWithItsLicenceAndNothingElseIs() throws IOException {
    try (ZipFile jar = jar();
        InputStream in =
            jar.getInputStream(Objects.requireNonNull(jar.getEntry("licences/licences.md")))) {
      assertThat(new String(in.readAllBytes(), UTF_8))
          .containsPattern("\\| org.xerial:sqlite-jdbc:\\S+ \\| Apache-2.0 \\|")
          .containsPattern("openhtmltopdf-core:\\S+ \\| LGPL-2.1-or-later \\|")
          .contains("npm htmx.org:", "npm diff2html:", "npm modern-normalize:")
          .contains("npm @fontsource-variable/literata:")
          .containsPattern("npm @expo-google-fonts/literata:\\S+ \\| MIT and OFL-1.1 \\|")
          .doesNotContain("junit", "playwright", "prettier");
    }
  }

  @Test
  void theTextsThatComeWithItAreInTheJar() throws IOException {
    try (ZipFile jar = jar()) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .anyMatch(name -> name.matches("licences/jars/openhtmltopdf-core.*/LICENSE-LGPL-2.1.txt"))
          .anyMatch(name -> name.matches("licences/jars/sqlite-jdbc.*/LICENSE.*"))
          .contains("licences/diff2html-LICENSE.md", "licences/htmx.org-LICENSE")
          // For jars that bring none.
          .contains("licences/Apache-2.0.txt", "licences/EPL-2.0.txt")
          .contains("licences/org.ow2.asm.txt", "licences/com.github.luben.txt");
    }
  }

  @Test
  void theListOfPartsIsBesideTheJar() throws IOException {
    Path parts = JAR.resolveSibling("script-versioning-parts.json");
    assertThat(Files.readString(parts)).contains("CycloneDX", "sqlite-jdbc");
  }
}

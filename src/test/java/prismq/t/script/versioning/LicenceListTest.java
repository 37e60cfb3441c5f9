package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The build lists the licences of all that is shipped, and stops at one that it does not know. */
class LicenceListTest {
  @TempDir Path folder;

  /** What came of a list of one package and one jar. */
  private record Listed(int exit, String said, String rows) {}

  private Listed listed(String licenceOfPackage, String licencesOfJar) throws Exception {
    Path texts = Files.createDirectories(folder.resolve("out"));
    Files.writeString(texts.resolve("org.mill.txt"), "Of the mill");
    return listedWithTheTextsThatAreThere(licenceOfPackage, licencesOfJar);
  }

  private Listed listedWithTheTextsThatAreThere(String licenceOfPackage, String licencesOfJar)
      throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("node_modules/lamp"));
    Files.writeString(
        folder.resolve("package-lock.json"),
        "{\"packages\": {\"\": {}, \"node_modules/lamp\": {}}}");
    Files.writeString(
        scripts.resolve("package.json"),
        "{\"name\": \"lamp\", \"version\": \"1.0\", \"license\": \"" + licenceOfPackage + "\"}");
    Files.writeString(scripts.resolve("LICENSE"), "Of the lamp");
    Path jars =
        Files.writeString(
            folder.resolve("jars.txt"),
            "     " + licencesOfJar + " A mill (org.mill:mill:2.0 - https://mill.example)\n");
    Process node =
        new ProcessBuilder(
                "node",
                Path.of("static/licences.mjs").toAbsolutePath().toString(),
                jars.toString(),
                folder.resolve("out").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Listed(node.waitFor(), said, rows());
  }

  private String rows() throws IOException {
    Path list = folder.resolve("out/licences.md");
    return Files.exists(list) ? Files.readString(list) : "";
  }

  @ParameterizedTest
  @CsvSource({
    "MIT, MIT",
    "MIT AND OFL-1.1, MIT and OFL-1.1",
    "(MIT OR WTFPL), MIT",
    "MIT OR Apache-2.0, MIT or Apache-2.0",
    "(MIT OR Apache-2.0) AND OFL-1.1, (MIT or Apache-2.0) and OFL-1.1",
    "WTFPL AND MIT OR ISC, ISC",
  })
  void aPackageIsListedWithWhatItIsShippedUnder(String given, String told) throws Exception {
    Listed listed = listed(given, "(MIT)");
    assertThat(listed.exit()).as(listed.said()).isZero();
    assertThat(listed.rows()).contains("| npm lamp:1.0 | " + told + " |\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WTFPL", "MIT AND WTFPL", "(MIT AND WTFPL) OR WTFPL", ""})
  void aPackageOfWhichALicenceThatHoldsIsNotKnownStopsTheBuild(String given) throws Exception {
    Listed listed = listed(given, "(MIT)");
    assertThat(listed.exit()).isEqualTo(1);
    assertThat(listed.said()).contains("npm lamp:1.0: ");
    assertThat(listed.rows()).isEmpty();
  }

  @Test
  void aJarOfTwoLicencesIsListedWithBoth() throws Exception {
    assertThat(listed("MIT", "(EPL 2.0) (GPL2 w/ CPE)").rows())
        .contains("| org.mill:mill:2.0 | EPL-2.0 or GPL-2.0-only WITH Classpath-exception-2.0 |\n");
  }

  @Test
  void aJarWithoutTheTextOfItsLicenceStopsTheBuild() throws Exception {
    Listed listed = listedWithTheTextsThatAreThere("MIT", "(MIT)");
    assertThat(listed.exit()).isEqualTo(1);
    assertThat(listed.said()).contains("bring no text", "  org.mill:mill:2.0\n");
  }

  @Test
  void aJarMayUseTheTextOfApacheThatAnotherBrings() throws Exception {
    Path other = folder.resolve("out/jars/commons-io-1.0-jar/META-INF");
    Files.writeString(Files.createDirectories(other).resolve("LICENSE.txt"), "Apache License");
    Listed listed = listedWithTheTextsThatAreThere("MIT", "(Apache License, Version 2.0)");
    assertThat(listed.exit()).as(listed.said()).isZero();
    assertThat(folder.resolve("out/Apache-2.0.txt")).hasContent("Apache License");
  }
}

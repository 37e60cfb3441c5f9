package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java has its formatter; templates, which none formats without changing what they say, this. */
class LineLengthTest {
  private static final int MAX_COLUMNS = 120;

  @ParameterizedTest
  @ValueSource(strings = {"templates", "static/css", "static/js"})
  void aLineIsReadWithoutScrollingSideways(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(badLines(file)).as(file.toString()).isEmpty());
    }
  }

  private static List<String> badLines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.length() > MAX_COLUMNS || !line.equals(line.stripTrailing()))
        .toList();
  }
}

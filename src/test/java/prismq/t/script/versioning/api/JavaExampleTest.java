package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help's example of a program in Java, compiled and run as it stands there. */
class JavaExampleTest {
  @TempDir Path folder;

  private static String example() throws IOException {
    String help = Files.readString(Path.of("src/main/resources/help/api.md"));
    int section = help.indexOf("## From Java");
    int start = help.indexOf("```java\n", section) + "```java\n".length();
    return help.substring(start, help.indexOf("```", start));
  }

  /** That of this test, for a process in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void theExampleInTheHelpSavesComparesAndRollsBack() throws Exception {
    Path source = Files.writeString(folder.resolve("Example.java"), example());
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                source.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).describedAs(said).isZero();
    assertThat(said).contains("-One.\n+Two.\n").endsWith("\nOne.\n");
    assertThat(folder.resolve("data")).isDirectory();
  }
}

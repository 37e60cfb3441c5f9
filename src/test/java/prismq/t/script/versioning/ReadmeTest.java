package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ReadmeTest {
  private static final String README = read("README.md");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyCommandIsInReadme() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      assertThat(README).contains("| `" + command);
    }
  }

  @Test
  void everyOptionOfTheServerIsInReadmeWithItsEnvironmentVariable() {
    CommandLine serve = new CommandLine(new ServeCommand());
    for (OptionSpec option : serve.getCommandSpec().options()) {
      String name = option.longestName();
      if (!name.equals("--help") && !name.equals("--version")) {
        String variable =
            "SCRIPT_VERSIONING_" + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
        assertThat(README.lines())
            .anyMatch(line -> line.startsWith("| `" + name) && line.contains("`" + variable + "`"));
      }
    }
  }

  @Test
  void noPlaceholderIsLeft() {
    assertThat(README).doesNotContainIgnoringCase("to do").doesNotContain("FIGURES");
  }

  @Test
  void theImageStartsWithOptionsThatExist() {
    assertThat(read("Dockerfile"))
        .contains("SCRIPT_VERSIONING_DATA=/data", "SCRIPT_VERSIONING_HOST=0.0.0.0");
  }
}

package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

class ReadmeTest {
  private static final String README = read("README.md");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertIsInReadme(String name, CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      assertThat(README).as(name).containsPattern("(?m)^\\| `" + name + "[ `]");
    }
    command
        .getSubcommands()
        .forEach((word, sub) -> assertIsInReadme((name + " " + word).strip(), sub));
  }

  @Test
  void everyCommandIsInReadmeWithEachOfItsKinds() {
    assertIsInReadme("", Main.commandLine());
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
  void theImageStartsWithACommandAndOptionsThatExist() {
    String image = read("Dockerfile");
    Matcher command = Pattern.compile("(?m)^CMD \\[\"(\\w+)\"]$").matcher(image);
    assertThat(command.find()).as("a command").isTrue();
    List<String> words = new ArrayList<>(List.of(command.group(1)));
    Matcher variables = Pattern.compile("SCRIPT_VERSIONING_(\\w+)=(\\S+)").matcher(image);
    while (variables.find()) {
      String option = variables.group(1).replace('_', '-').toLowerCase(Locale.ROOT);
      words.add("--" + option + "=" + variables.group(2));
    }
    // Throws where a word is unknown or a value is outside its rules.
    ParseResult parsed = Main.commandLine().parseArgs(words.toArray(String[]::new)).subcommand();
    assertThat(parsed.matchedOptionsSet()).hasSize(words.size() - 1).hasSizeGreaterThan(1);
  }
}

package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What README and the help say of the command line and of the files here is true. */
class ReadmeTest {
  private static final int MAX_LINES = 150;
  private static final String README = read("README.md");
  private static final String HELP = "src/main/resources/help/";
  private static final String SERVER = read(HELP + "server.md");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every command that does something, with those that it is a part of: {@code import git}. */
  private static Map<String, CommandLine> commands(String prefix, CommandLine of) {
    Map<String, CommandLine> commands = new TreeMap<>();
    of.getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getSubcommands().isEmpty()) {
                commands.put(prefix + name, command);
              }
              commands.putAll(commands(prefix + name + " ", command));
            });
    return commands;
  }

  @Test
  void readmeIsShort() {
    assertThat(README.lines().count()).isLessThanOrEqualTo(MAX_LINES);
  }

  @Test
  void noPlaceholderIsLeft() throws IOException {
    try (var files = Files.list(Path.of(HELP))) {
      List<String> texts =
          new ArrayList<>(files.map(Path::toString).map(ReadmeTest::read).toList());
      texts.add(README);
      assertThat(texts)
          .hasSizeGreaterThan(1)
          .allSatisfy(text -> assertThat(text).doesNotContain("TODO", "FIXME", "FIGURES"));
    }
  }

  @Test
  void theFirstCommandServesAndTheSecondTests() {
    List<String> commands =
        Pattern.compile("(?s)```sh\\n(.*?)```")
            .matcher(README)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0)).contains("package && java -jar target/script-versioning.jar serve");
    assertThat(commands.get(1)).endsWith("mvn -B verify\n");
  }

  @Test
  void readmeLeadsToEveryPageOfTheHelpAndToNothingThatIsNotThere() throws IOException {
    try (var files = Files.list(Path.of(HELP))) {
      assertThat(files.map(Path::toString)).isNotEmpty().allMatch(README::contains);
    }
    Pattern.compile("\\]\\(([^)]+)\\)")
        .matcher(README)
        .results()
        .forEach(link -> assertThat(Path.of(link.group(1))).exists());
  }

  @Test
  void everyCommandIsInTheHelp() {
    for (String command : commands("", Main.commandLine()).keySet()) {
      assertThat(SERVER).containsPattern("(?m)^\\| `" + command + "[ `]");
    }
  }

  @Test
  void theHelpHasNoCommandThatIsNotThere() {
    List<String> names =
        Pattern.compile("(?m)^\\| `([a-z ]+?)(?= [A-Z-]|`)")
            .matcher(SERVER.substring(0, SERVER.indexOf("## Options")))
            .results()
            .map(command -> command.group(1))
            .toList();
    assertThat(names).contains("import git", "export text");
    assertThat(commands("", Main.commandLine()).keySet()).containsAll(names);
  }

  @Test
  void everyOptionOfTheServerIsInTheHelpWithItsEnvironmentVariable() {
    assertThat(optionsOfTheServer()).isNotEmpty();
    for (OptionSpec option : optionsOfTheServer()) {
      String variable = variable(option);
      assertThat(variable)
          .isEqualTo(
              "SCRIPT_VERSIONING_"
                  + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
      assertThat(SERVER.lines())
          .as(variable)
          .anyMatch(
              line ->
                  line.startsWith("| `" + option.longestName())
                      && line.contains("`" + variable + "`"));
    }
  }

  private static List<OptionSpec> optionsOfTheServer() {
    return new CommandLine(new ServeCommand())
        .getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
            .toList();
  }

  /** The variable that the default of an option is read from. */
  private static String variable(OptionSpec option) {
    String written = ((Field) option.userObject()).getAnnotation(Option.class).defaultValue();
    return Pattern.compile("\\$\\{env:(\\w+)")
        .matcher(written)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(option.longestName() + " reads no variable"));
  }

  @Test
  void theImageStartsWithACommandAndOptionsThatExist() {
    String image = read("Dockerfile");
    assertThat(image).contains("SCRIPT_VERSIONING_DATA=/data", "SCRIPT_VERSIONING_HOST=0.0.0.0");
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

  @Test
  void everyCommandTellsWhereTheHelpIs() {
    commands("", Main.commandLine())
        .forEach(
            (name, command) -> assertThat(command.getUsageMessage()).as(name).contains("/help/"));
  }

  @Test
  void everyFolderOfTheLayoutIsThere() {
    String layout = read(HELP + "contribute.md").split("```", 3)[1];
    Path main = Path.of("src/main/java/prismq/t/script/versioning");
    assertThat(
            Pattern.compile("(?m)^  ([a-z]+/)|  ([a-z]+/)  ")
                .matcher(layout)
                .results()
                .map(folder -> folder.group().strip()))
        .isNotEmpty()
        .allSatisfy(folder -> assertThat(main.resolve(folder)).isDirectory());
    try (var folders = Files.list(main)) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName() + "/"))
          .allMatch(layout::contains);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

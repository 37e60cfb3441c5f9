package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class CommandLineTest {
  @TempDir Path folder;

  /** What a command answered: its status and what it printed to the error output. */
  private record Answer(int status, String errors) {}

  private Answer run(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine line = Main.commandLine().setErr(new PrintWriter(errors));
    int status = line.execute(arguments);
    return new Answer(status, errors.toString());
  }

  private void assertOneLine(Answer answer, String part) {
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.errors().lines()).singleElement().asString().contains(part);
  }

  @Test
  void allowAnonymousIsGoneAndItIsToldWhatReplacesIt() {
    Answer answer = run("serve", "--allow-anonymous", "--data", folder.toString());
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.errors().lines())
        .singleElement()
        .asString()
        .contains("set-up link", "user add", "serve --help");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPortInUseIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertOneLine(run("serve", "--port", port, "--data", folder.toString()), "--port");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsToldInOneLine() throws IOException {
    Files.writeString(folder.resolve(Database.FILE_NAME), "no database ".repeat(100));
    for (String command : List.of("serve", "verify", "stats")) {
      assertOneLine(run(command, "--data", folder.toString()), "cannot be opened as a database");
    }
  }

  @Test
  void withoutACommandThoseThereAreAreTold() {
    for (Answer answer : List.of(run(), run("no-such-command"))) {
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.errors()).contains("serve", "import", "verify");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port, eighty, 0 to 65535",
    "--port, -1, 0 to 65535",
    "--port, 65536, 0 to 65535",
    "--port, 99999999999, 0 to 65535",
    "--size-limit, 0, 1 to 104857600",
    "--size-limit, 104857601, 1 to 104857600",
    "--size-limit, 5MB, 1 to 104857600",
    "--server-name, http://scripts.example.org, without http://",
    "--demo, maybe, boolean",
    "--no-such-option, x, no-such-option"
  })
  void anOptionOutsideItsRulesIsWrongUsageToldInOneLine(String option, String value, String part) {
    Answer answer = run("serve", option + "=" + value, "--data", folder.toString());
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.errors().lines())
        .singleElement()
        .asString()
        .contains(option, part, "serve --help")
        .doesNotContain("environment");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWordThatOnlyTheProgramItselfKnowsIsWrongUsageOfACommandAndNotSilence() {
    Answer answer = run("export", "text", "intro", "--version", "4");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.errors()).contains("--version", "script-versioning export text --help");
    for (String[] command : new String[][] {{"export", "text"}, {"stats"}, {"import", "git"}, {}}) {
      StringWriter out = new StringWriter();
      String[] asked = Arrays.copyOf(command, command.length + 1);
      asked[command.length] = "--help";
      assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute(asked)).isZero();
      assertThat(out.toString()).contains("Usage: script-versioning", "--help");
    }
  }

  @Test
  void anImportTakesNoSizeLimitOutsideItsRules() {
    for (String source : List.of("git", "folder")) {
      Answer answer = run("import", source, folder.toString(), "--size-limit=0");
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.errors().lines())
          .singleElement()
          .asString()
          .contains("1 to 104857600", "import " + source + " --help");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SCRIPT_VERSIONING_PORT, abc",
    "SCRIPT_VERSIONING_PORT, 70000",
    "SCRIPT_VERSIONING_SIZE_LIMIT, none",
    "SCRIPT_VERSIONING_SERVER_NAME, 'scripts,a b'",
    "SCRIPT_VERSIONING_ALLOW_ANONYMOUS, true",
    "SCRIPT_VERSIONING_BASE_URL, scripts.example.org",
    "SCRIPT_VERSIONING_PROXY, caddy"
  })
  void anEnvironmentVariableOutsideItsRulesIsNamedInOneLine(String variable, String value)
      throws Exception {
    ProcessBuilder builder = Program.ofClasses(List.of(), "serve", "--data", folder.toString());
    builder.environment().put(variable, value);
    Process server = builder.start();
    try {
      String output = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(server.waitFor()).isEqualTo(2);
      assertThat(output.lines()).singleElement().asString().contains(variable);
    } finally {
      server.destroyForcibly();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsWrongIsASentenceWithOneFullStop() {
    Answer answer = run("export", "report", "intro", "--output=x", "--format=docx");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.errors()).contains("not as “docx”. See: ").doesNotContain("..");
  }

  @Test
  void verifySaysByItsStatusWhetherEverythingIsWhole() {
    try (Database database = Database.open(folder)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      NewVersion first =
          NewVersion.builder("intro", ScriptText.of("one"), Author.named("Writer"), "").build();
      manager.createScript("Intro", first);
      assertThat(run("verify", "--data", folder.toString()).status()).isZero();
      database.write(handle -> handle.execute("UPDATE script_versions SET words = 9"));
    }
    assertThat(run("verify", "--data", folder.toString()).status()).isEqualTo(1);
  }
}

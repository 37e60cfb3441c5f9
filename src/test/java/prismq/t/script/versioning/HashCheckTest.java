package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** From the report on paper to the check of its hash. */
class HashCheckTest {
  private static final Pattern COMMAND = Pattern.compile("verify --hash ([0-9a-f]{64})");

  @TempDir Path folder;

  private record Run(int status, String said) {}

  @BeforeEach
  void fill() {
    try (Database database = Database.open(data())) {
      VersionManager versions = new VersionManager(database, new IndexWriter());
      for (String scriptId : List.of("bridge", "river")) {
        versions.createScript(scriptId, "Title of " + scriptId);
        for (String text : List.of("One.\n", "Two.\n", "Three.\n")) {
          Author author = Author.named("Ann");
          versions.save(
              NewVersion.builder(scriptId, ScriptText.of(text), author, "Why " + text).build());
        }
      }
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Run run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--data", data().toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int status =
        Main.commandLine().setOut(writer).setErr(writer).execute(words.toArray(String[]::new));
    return new Run(status, said.toString());
  }

  @Test
  void aFileThatCannotBeMadeIsRefusedInWordsAndNothingIsWritten() {
    Run noFolder =
        run("export", "report", "bridge", "--output", folder.resolve("no/x.html").toString());
    assertThat(noFolder.status()).isEqualTo(1);
    assertThat(noFolder.said())
        .contains("The folder of", "does not exist or cannot be written. Nothing was written.");
    Run isFolder = run("export", "report", "bridge", "--replace", "--output", folder.toString());
    assertThat(isFolder.said()).contains("is a folder. Nothing was written; name a file in it.");
    Run text = run("export", "text", "bridge", "--output", folder.resolve("no/x").toString());
    assertThat(text.status()).isEqualTo(1);
    assertThat(text.said()).contains("The folder of", "Nothing was written.");
    Run word = run("export", "report", "bridge", "--output", folder.resolve("a.docx").toString());
    assertThat(word.status()).isEqualTo(2);
    assertThat(word.said())
        .contains("“a.docx”", ".html, .pdf, .csv, .json or .md", "--format it is to have. See:");
    assertThat(folder).isDirectoryNotContaining("glob:**.docx");
    Run named =
        run(
            "export",
            "report",
            "bridge",
            "--format=CSV",
            "--output",
            folder.resolve("a.docx").toString());
    assertThat(named.said()).contains("CSV");
  }

  private String printedHash() throws IOException {
    Path file = folder.resolve("report.md");
    Run run = run("export", "report", "bridge", "--to-version", "2", "--output", file.toString());
    assertThat(run.status()).as(run.said()).isEqualTo(0);
    Matcher matcher = COMMAND.matcher(Files.readString(file));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private void change(String sql) {
    try (Database database = Database.open(data())) {
      database.write(handle -> handle.execute(sql));
    }
  }

  @Test
  void theHashOfAPaperLeadsToItsVersionAndProvesItsHistory() throws IOException {
    String hash = printedHash();
    Run whole = run("verify", "--hash", hash);
    assertThat(whole.status()).as(whole.said()).isEqualTo(0);
    assertThat(whole.said())
        .contains("version 2 of bridge, on main", "by Ann", "Why Two.", "fits", "2 versions");
    Run start = run("verify", "--hash", hash.substring(0, 12).toUpperCase(java.util.Locale.ROOT));
    assertThat(start.said()).contains("version 2 of bridge");
  }

  @Test
  void aChangeBehindItsBackShowsInThePaperOfEveryLaterVersionOnly() throws IOException {
    String hash = printedHash();
    change("UPDATE script_versions SET change_description = 'x' WHERE version_number = 3");
    assertThat(run("verify", "--hash", hash).status()).isEqualTo(0);
    change("UPDATE script_versions SET change_description = 'x' WHERE version_number = 1");
    Run run = run("verify", "--hash", hash);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("bridge version 1:", "does not fit");
  }

  @Test
  void aHashThatNoVersionHasDoesNotFitAndWhatIsNoneIsWrongUsage() {
    Run unknown = run("verify", "--hash", "0123456789abcdef");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.said()).contains("No version has the hash 0123456789abcdef");
    Run none = run("verify", "--hash", "0123xyz");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.said()).contains("12 to 64 hexadecimal digits");
  }

  @Test
  void aPaperTellsOfTheReviewOnlyWhereThatIsAskedFor() throws IOException {
    Path file = folder.resolve("reviewed.md");
    String output = "--output=" + file;
    run("export", "report", "bridge", output);
    assertThat(Files.readString(file)).doesNotContain("## Review");
    Run run = run("export", "report", "bridge", "--review", "--replace", output);
    assertThat(run.status()).as(run.said()).isEqualTo(0);
    assertThat(Files.readString(file)).contains("## Review", "Nobody has reviewed, commented on");
  }

  @Test
  void theFileIsMadeInTheFormatOfItsEndingAndNeverWrittenOverUnasked() throws IOException {
    Path file = folder.resolve("report.pdf");
    String[] command = {"export", "report", "bridge", "--diff", "--output", file.toString()};
    assertThat(run(command).said()).contains("PDF");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    Run again = run(command);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.said()).contains("--replace");
    Run missing = run("export", "report", "none", "--output", folder.resolve("x").toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.said()).contains("There is no script “none”");
    Run reversed =
        run(
            "export",
            "report",
            "bridge",
            "--from=2026-02-02",
            "--until=2026-01-01",
            "--output",
            folder.resolve("x").toString());
    assertThat(reversed.status()).isEqualTo(2);
    assertThat(reversed.said()).contains("ends before it starts");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("data", "report.pdf");
    }
  }
}

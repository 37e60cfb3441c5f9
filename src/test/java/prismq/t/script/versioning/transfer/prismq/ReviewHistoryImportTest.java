package prismq.t.script.versioning.transfer.prismq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class ReviewHistoryImportTest {
  private static final String ONE =
      """
      {"version_number": 1, "script_text": "Erste\\nZeile", "length_seconds": 42.5,
       "created_at": "2025-11-23T10:00:00", "created_by": "AI-Writer-01",
       "changes_from_previous": null, "review_score": 71, "notes": "Too short."}
      """
          .replace("\n", " ");
  private static final String TWO =
      """
      {"version_number": 2, "script_text": "Zweite", "length_seconds": 50,
       "created_at": "2025-11-23 11:00:00", "created_by": "Ann",
       "changes_from_previous": ["longer", "calmer"], "review_score": null, "mood": {"calm": true}}
      """
          .replace("\n", " ");

  @TempDir Path folder;
  private ImportedData imported;
  private Path file;

  @BeforeEach
  void create() {
    imported = new ImportedData(folder.resolve("data"));
    file = folder.resolve("bridge.json");
  }

  private CommandRun run(Object... more) {
    Object[] all = new Object[more.length + 4];
    System.arraycopy(new Object[] {"prismq", file, "--data", folder.resolve("data")}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return CommandRun.of(new ImportCommand(), all);
  }

  private CommandRun done(Object... more) {
    CommandRun run = run(more);
    assertThat(run.status()).as(run.errors()).isZero();
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ONE, TWO]",
        "\uFEFF [TWO, ONE]",
        "{\"script\": {\"id\": 5}, \"tags\": [{\"a\": 1}], \"versions\": [TWO, ONE], \"x\": []}",
        "ONE\nTWO\n",
        "ONE TWO"
      })
  void aHistoryInAnyFormComesInByItsNumbers(String form) throws IOException {
    Files.writeString(file, form.replace("ONE", ONE).replace("TWO", TWO));
    done("--script", "the-bridge");
    assertThat(imported.texts("the-bridge")).containsExactly("Erste\nZeile", "Zweite");
    assertThat(imported.ask(manager -> manager.script("the-bridge")).title()).isEqualTo("bridge");
    Version first = imported.versions("the-bridge").get(0);
    assertThat(first.author().name()).isEqualTo("AI-Writer-01");
    assertThat(first.createdAt()).isEqualTo(Instant.parse("2025-11-23T10:00:00Z"));
    assertThat(first.metadata().reviewScore()).isEqualTo(71);
    assertThat(first.metadata().lengthSeconds()).asString().isEqualTo("42.5");
    assertThat(first.metadata().notes()).isEqualTo("Too short.");
    Version second = imported.versions("the-bridge").get(1);
    assertThat(second.changeDescription()).isEqualTo("longer; calmer");
    assertThat(second.metadata().json())
        .contains("\"prismq_version\":2", "\"mood\":{\"calm\":true}")
        .doesNotContain("review_score");
  }

  @Test
  void anotherRunAddsOnlyWhatIsNewAndAPreviewSavesNothing() throws IOException {
    Files.writeString(file, ONE);
    assertThat(done("--preview").out()).contains("1 version added");
    assertThat(imported.ask(VersionManager::scriptCount)).isZero();
    done();
    Files.writeString(file, ONE + "\n" + TWO);
    assertThat(done().out()).startsWith("1 version added to 1 script, 1 already there;");
    assertThat(imported.texts("bridge")).hasSize(2);
  }

  @Test
  void aScriptWithAnotherHistoryIsLeftAlone() throws IOException {
    Files.writeString(file, ONE);
    done();
    Files.writeString(file, ONE.replace("Erste", "Andere"));
    CommandRun run = run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("imported from another history", "another script");
    assertThat(imported.texts("bridge")).hasSize(1);
  }

  @Test
  void objectsThatCannotComeInAreListedAndTheOthersDo() throws IOException {
    Files.writeString(
        file,
        String.join(
            "\n",
            "[" + ONE + ", 5, null, [], {}, \"x\",",
            "{\"version_number\": \"2\", \"script_text\": \"x\"},",
            "{\"version_number\": -2, \"script_text\": \"x\"},",
            "{\"version_number\": 2.5, \"script_text\": \"x\"},",
            "{\"version_number\": 3},",
            "{\"version_number\": 4, \"script_text\": 7},",
            "{\"version_number\": 5, \"script_text\": \"a\\u0000b\"},",
            "{\"version_number\": 6, \"script_text\": \"\\ud800\"},",
            "{\"version_number\": 7, \"script_text\": \"seven\", \"review_score\": \"high\",",
            "  \"length_seconds\": -1, \"source\": \"robot\", \"picked_from\": 1, \"notes\": 4,",
            "  \"created_at\": 17, \"created_by\": \"A\\nB\", \"big\": \""
                + "b".repeat(5000)
                + "\"},",
            "{\"version_number\": 1, \"script_text\": \"first again\"}]"));
    CommandRun run = done();
    assertThat(imported.texts("bridge")).containsExactly("Erste\nZeile", "first again", "seven");
    assertThat(run.out())
        .contains("it is not an object")
        .contains("its version_number is not a whole number")
        .contains("(object 8): its version_number is less than 0")
        .contains("(versions 3, 4): its script_text is not a text")
        .contains("its script_text has a NUL character, or half a surrogate pair")
        .contains("its number is there more than once")
        .contains("its “review_score” has no value that it can have here")
        .contains("its value “big” is too long for metadata")
        .contains("its date “17” cannot be read")
        .contains("kept as “A B”");
    assertThat(imported.versions("bridge").get(2).metadata().values())
        .containsEntry("prismq_review_score", "high")
        .containsEntry("prismq_picked_from", 1)
        .containsEntry("source", "import");
    assertThat(done().out()).startsWith("0 versions added");
  }

  @Test
  void aFileThatIsCutOffGivesWhatCameBefore() throws IOException {
    Files.writeString(file, "[" + ONE + "," + TWO.substring(0, 60));
    CommandRun run = run();
    assertThat(run.out())
        .startsWith("1 version added")
        .contains("The rest of the file: not JSON that can be read, from line 1, column");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("The end of the file could not be read");
    assertThat(imported.texts("bridge")).hasSize(1);
  }

  @Test
  void whatIsNoHistoryIsRefusedInOneLine() throws IOException {
    for (String text :
        List.of("{}", "[]", "[1, 2", "{\"a\": [{\"b\": 1}]}", "[".repeat(100_000), "{\"a\":")) {
      Files.writeString(file, text);
      CommandRun run = run();
      assertThat(run.status()).as(text).isEqualTo(1);
      assertThat(run.errors().lines()).singleElement().asString().contains("Nothing was imported");
    }
    assertThat(imported.ask(VersionManager::scriptCount)).isZero();
  }

  @Test
  void anObjectWithMoreThanAVersionCanHaveIsLeftOut() throws IOException {
    StringBuilder many = new StringBuilder("{\"version_number\": 3, \"script_text\": \"x\"");
    for (int i = 0; i < 5_000; i++) {
      many.append(", \"k").append(i).append("\": ").append(i);
    }
    Files.writeString(file, ONE + many + "}" + TWO);
    assertThat(done().out()).contains("object 2", "more values, or more text");
    assertThat(imported.texts("bridge")).hasSize(2);
  }
}

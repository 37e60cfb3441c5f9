package prismq.t.script.versioning.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class ExportTextTest {
  private static final byte[] ODD = "One\r\nTwo \u00ff\n\nThree".getBytes(ISO_8859_1);

  @TempDir Path folder;

  @BeforeEach
  void save() {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("s", "Script");
      manager.createScript("empty", "Empty");
      for (byte[] text : List.of(ODD, "The end.".getBytes(ISO_8859_1))) {
        manager.save(
            NewVersion.builder("s", ScriptText.of(text), Author.named("Writer"), "").build());
      }
    }
  }

  private CommandRun run(Object... more) {
    List<Object> words = new ArrayList<>(List.of("text"));
    words.addAll(List.of(more));
    words.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ExportCommand(), words.toArray());
  }

  @Test
  void aVersionComesOutByteForByte() throws IOException {
    Path file = folder.resolve("one.txt");
    assertThat(run("s", "--version-number", "1", "--output", file).status()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(ODD);
  }

  @Test
  void theHeadOfMainGoesToTheStandardOutputWhereNothingIsSaid() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(written));
    try {
      assertThat(run("s").status()).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(written.toByteArray()).isEqualTo("The end.".getBytes(ISO_8859_1));
  }

  @Test
  void aFileThatExistsIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    CommandRun run = run("s", "--output", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("already").contains("Nothing was written");
    assertThat(file).hasContent("mine");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(run("nobody").errors()).contains("nobody");
    assertThat(run("s", "--version-number", "3").errors()).contains("3");
    assertThat(run("s", "--branch", "alt").errors()).contains("alt");
    assertThat(run("empty").errors()).contains("no version yet");
    assertThat(run("s", "--branch", "main", "--version-number", "1").status()).isEqualTo(2);
  }
}

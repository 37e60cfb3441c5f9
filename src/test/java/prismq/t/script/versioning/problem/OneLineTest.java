package prismq.t.script.versioning.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import prismq.t.script.versioning.command.WrongUsage;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;

class OneLineTest {
  @TempDir Path folder;

  private static void assertPlain(Throwable e) {
    assertThat(List.of(OneLine.of(e), OneLine.sentence(e)))
        .allSatisfy(
            line ->
                assertThat(line)
                    .isNotBlank()
                    .hasLineCount(1)
                    .doesNotContainPattern("\\w(Exception|Error)\\b|\\b(java|org|com|io)\\.[a-z]")
                    .doesNotContain("null", "SQLITE", "statement:"));
  }

  @Test
  void filesThatCannotBeUsedAreNamedInWords() throws IOException {
    Path missing = folder.resolve("missing.md");
    assertThat(OneLine.of(catchThrowable(() -> Files.readString(missing))))
        .isEqualTo("there is no " + missing);
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(OneLine.of(catchThrowable(() -> Files.createDirectory(file))))
        .isEqualTo(file + " already exists");
    assertPlain(catchThrowable(() -> Files.newDirectoryStream(file)));
    assertPlain(catchThrowable(() -> Files.readAllBytes(file.resolve("below"))));
    assertPlain(catchThrowable(() -> new ZipFile(file.toFile())));
    assertPlain(new FileNotFoundException("x (No such file or directory)"));
  }

  @Test
  void whatLibrariesSayIsToldWithoutTheNamesOfTheirClasses() {
    Jdbi database = Jdbi.create("jdbc:sqlite::memory:");
    Throwable wrong =
        catchThrowable(() -> database.useHandle(handle -> handle.execute("select secret from t")));
    assertPlain(wrong);
    assertThat(OneLine.of(wrong)).contains("no such table: t").doesNotContain("secret");
    Throwable lost =
        catchThrowable(
            () ->
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build());
    assertThat(OneLine.of(lost)).isEqualTo("repository not found: " + folder);
    assertPlain(
        catchThrowable(
            () -> {
              try (var repository =
                  new FileRepositoryBuilder().setGitDir(folder.toFile()).build()) {
                repository.open(ObjectId.zeroId());
              }
            }));
  }

  @Test
  void jsonThatCannotBeReadIsToldWithoutPiecesOfCode() {
    ObjectMapper json = new ObjectMapper();
    for (String broken :
        List.of(
            "[".repeat(2_000),
            "{\"a\": " + "9".repeat(2_000) + "}",
            "{\"a\": [1,",
            "{\"a\" 1}",
            "[1]")) {
      Throwable e =
          catchThrowable(() -> json.readValue(broken, new TypeReference<Map<String, Object>>() {}));
      assertPlain(e);
      assertThat(OneLine.of(e)).doesNotContain("Stream", "Source", "JsonToken", "LinkedHashMap");
    }
  }

  @Test
  void whatIsWrappedIsToldByItsCause() {
    IOException cause = new NoSuchFileException("a.md");
    assertThat(
            List.of(
                OneLine.of(new UncheckedIOException(cause)),
                OneLine.of(new RuntimeException(cause)),
                OneLine.of(catchThrowable(() -> CompletableFuture.failedFuture(cause).join()))))
        .containsOnly("there is no a.md");
  }

  @Test
  void mistakesOfTheProgramAndShortageAreToldAsWhatTheyAre() {
    for (Throwable e :
        List.of(
            new NullPointerException("Cannot invoke \"prismq.t.Foo.bar()\""),
            new ClassCastException("class java.lang.String cannot be cast"),
            new IndexOutOfBoundsException("Index 3 out of bounds"),
            new IllegalStateException(),
            new RuntimeException((String) null))) {
      assertThat(OneLine.of(e)).isEqualTo("this is a fault of the program, not yours");
    }
    assertThat(OneLine.of(new OutOfMemoryError("Java heap space"))).contains("too little memory");
    assertThat(OneLine.of(new EOFException())).isEqualTo("it ends too early");
    assertPlain(new StackOverflowError());
    assertPlain(new IOException());
  }

  @Test
  void whatATerminalWouldObeyIsNotPassedOn() {
    assertThat(OneLine.of(new IOException("a\u001b[31m\nb"))).isEqualTo("a [31m b");
  }

  @Test
  void commandsTellFoldersThatCannotBeUsedWithoutNamesOfClasses() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Path data : List.of(file, file.resolve("below"), Path.of("/proc/none"))) {
      CommandRun run = CommandRun.of(new ImportCommand(), "folder", folder, "--data", data);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.errors()).hasLineCount(1).doesNotContain("Exception", "null");
    }
    StringWriter errors = new StringWriter();
    new CommandLine(new ImportCommand())
        .setErr(new PrintWriter(errors))
        .setParameterExceptionHandler(new WrongUsage())
        .execute("folder", "a\0b");
    assertThat(errors.toString()).contains("cannot convert").doesNotContain("Exception");
  }
}

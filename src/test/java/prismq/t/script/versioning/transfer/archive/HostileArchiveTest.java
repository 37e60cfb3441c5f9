package prismq.t.script.versioning.transfer.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.HashFormatOne;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/**
 * Archives that are damaged, or made to do harm: each is refused, and leaves everything as it was.
 */
class HostileArchiveTest {
  @TempDir Path folder;
  private Path file;
  private Map<String, byte[]> entries = Map.of();

  @BeforeEach
  void makeAnArchive() throws IOException {
    file = folder.resolve("archive.zip");
    Path data = folder.resolve("from");
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (String scriptId : List.of("one", "two")) {
        manager.createScript(scriptId, "Title");
        for (String text : List.of("First.\n", "First.\nSecond.\n", "Third.\n")) {
          manager.save(
              NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Ann"), "Why")
                  .build());
        }
        manager.labelManager().give(scriptId, "sent", 2);
      }
    }
    exportAnew();
  }

  private void exportAnew() throws IOException {
    Files.deleteIfExists(file);
    new ArchivedHistory(folder.resolve("from")).archive(file);
    entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private void write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  /** Writes the archive with other text in an entry; the text to be replaced has to be there. */
  private void write(String entry, String before, String after) throws IOException {
    String text = new String(entries.get(entry), UTF_8);
    assertThat(text).contains(before);
    entries.put(entry, text.replace(before, after).getBytes(UTF_8));
    write();
  }

  private void rename(String entry, String name) throws IOException {
    Map<String, byte[]> renamed = new LinkedHashMap<>();
    entries.forEach((key, value) -> renamed.put(key.equals(entry) ? name : key, value));
    entries = renamed;
    write();
  }

  /** Writes other bytes into the file as it is. */
  private void patch(String before, String after) throws IOException {
    String bytes = Files.readString(file, ISO_8859_1);
    assertThat(bytes).contains(before);
    Files.writeString(file, bytes.replace(before, after), ISO_8859_1);
  }

  private void assertRefused(String... why) throws IOException {
    Path data = folder.resolve("to");
    for (String[] more : new String[][] {{"--preview"}, {}}) {
      CommandRun run = new ArchivedHistory(data).importFrom(file, (Object[]) more);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.errors().lines())
          .singleElement()
          .asString()
          .contains("refused")
          .contains("nothing of it was imported")
          .contains(why);
    }
    assertThat(new ArchivedHistory(data).<Integer>in(VersionManager::scriptCount)).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("from", "to", "archive.zip");
    }
  }

  private static ImportContext context(VersionManager manager, ImportMode mode) {
    ProgressBar progress = new ProgressBar(new PrintWriter(Writer.nullWriter()));
    return new ImportContext(
        manager, Clock.systemUTC(), 1_000, progress, new ImportSummary(), mode);
  }

  @Test
  void asItWasWrittenItIsTaken() throws IOException {
    write();
    CommandRun run = new ArchivedHistory(folder.resolve("to")).importFrom(file);
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("6 versions added to 2 scripts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../texts", "/etc/texts", "C:\\texts", "a/../../texts", "Texts"})
  void namesThatLeadElsewhereAreRefused(String name) throws IOException {
    rename("texts", name);
    assertRefused("each once and no other");
  }

  @Test
  void anEntryMoreThanThereShouldBeIsRefused() throws IOException {
    entries.put("../../evil.sh", new byte[] {1});
    write();
    assertRefused("each once and no other");
  }

  @Test
  void entriesOfTheSameNameAreRefused() throws IOException {
    rename("versions.jsonl", "scriptz.jsonl");
    patch("scriptz.jsonl", "scripts.jsonl");
    assertRefused("each once and no other");
  }

  @Test
  void tensOfThousandsOfEntriesAreRefusedBeforeTheirListIsRead() throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 70_000; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
      }
    }
    assertRefused("each once and no other");
  }

  @Test
  void aListOfEntriesThatIsSaidToBeHugeIsRefused() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 22 + 12 + i] = (byte) (i == 3 ? 0x70 : 0);
    }
    Files.write(file, bytes);
    assertRefused("each once and no other");
  }

  @Test
  void textsThatUnpackToFillADiskAreRefused() throws IOException {
    entries.put("texts", new byte[80 * 1024 * 1024]);
    write();
    assertRefused("made to fill a disk");
  }

  @Test
  void moreThanTheLimitsAllowIsRefused() throws IOException {
    for (ArchiveLimits limits :
        List.of(new ArchiveLimits(1_000, 1_000_000), new ArchiveLimits(1_000_000, 20))) {
      try (Database database = Database.open(folder.resolve("to"))) {
        VersionManager manager = new VersionManager(database, new IndexWriter());
        ImportContext context = context(manager, ImportMode.IMPORT);
        assertThatThrownBy(() -> new ArchiveImport(context, limits).run(file))
            .isInstanceOf(BrokenArchiveException.class)
            .hasMessageContaining("more than is taken here");
        assertThat(manager.scriptCount()).isZero();
      }
    }
  }

  @Test
  void anEntryThatIsLongerThanItSaysIsRefused() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(file);
    String all = new String(bytes, ISO_8859_1);
    int listed = all.indexOf("PK\1\2", all.lastIndexOf("scripts.jsonl"));
    bytes[listed + 24] = (byte) (bytes[listed + 24] - 5);
    Files.write(file, bytes);
    assertRefused("texts", "longer than the archive says");
  }

  @Test
  void aWrongChecksumIsRefused() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(file);
    String all = new String(bytes, ISO_8859_1);
    int listed = all.lastIndexOf("versions.jsonl") - 46;
    bytes[listed + 16] ^= 1;
    Files.write(file, bytes);
    assertRefused("versions.jsonl", "checksum");
  }

  @Test
  void encryptedEntriesAreRefused() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(file);
    int listed = new String(bytes, ISO_8859_1).lastIndexOf("versions.jsonl") - 46;
    bytes[listed + 8] |= 1;
    Files.write(file, bytes);
    assertRefused("cannot be read", "encrypted");
  }

  @Test
  void aFileThatWasCutOffOrIsNoZipIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("not a zip file, or its end is missing");
    }
    Files.writeString(file, "PK is not enough ".repeat(50));
    assertRefused("not a zip file");
  }

  @Test
  void everyByteThatIsAnotherOneIsRefusedOrDoesNoHarm() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    ArchivedHistory to = new ArchivedHistory(folder.resolve("to"));
    try (Database database = Database.open(to.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (int i = 0; i < whole.length; i += 7) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << (i % 8));
        Files.write(file, damaged);
        ImportContext context = context(manager, ImportMode.PREVIEW);
        try {
          new ArchiveImport(context, ArchiveLimits.LOCAL).run(file);
          // What nobody looks at, such as a time in the zip, may be otherwise.
          assertThat(context.summary().addedCount()).isEqualTo(6);
        } catch (BrokenArchiveException e) {
          assertThat(e).hasMessageContaining("refused");
        }
      }
    }
  }

  @Test
  void anotherFormatOrAVersionOfItThatIsNotKnownIsRefused() throws IOException {
    write("manifest.json", "\"format_version\":2", "\"format_version\":4,\"new\":[1]");
    assertRefused("format_version is 4", "newer release");
  }

  @Test
  void anArchiveOfAReleaseBeforeHashFormatTwoIsImported() throws IOException {
    try (Database database = Database.open(folder.resolve("from"))) {
      HashFormatOne.upTo(3, database, "one");
      HashFormatOne.upTo(3, database, "two");
    }
    exportAnew();
    write("manifest.json", "\"format_version\":2", "\"format_version\":1");
    ArchivedHistory to = new ArchivedHistory(folder.resolve("to"));
    assertThat(to.importFrom(file).out()).startsWith("6 versions added");
    assertThat(to.problems()).isEmpty();
  }

  @Test
  void saltsTakenOutOfARecordAreMissed() throws IOException {
    String records = new String(entries.get("versions.jsonl"), UTF_8);
    entries.put(
        "versions.jsonl", records.replaceAll("\"salts\":\"[0-9a-f]*\",", "").getBytes(UTF_8));
    write();
    assertRefused("its hash_format is 2, and salts are missing");
  }

  @Test
  void aManifestOfAnotherProgramIsRefused() throws IOException {
    write("manifest.json", ArchiveFormat.NAME, "something else");
    assertRefused("its format is not");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scripts\":2|scripts\":3|manifest.json|manifest",
        "versions\":6|versions\":5|manifest.json|manifest",
        "\"two\"|\"one\"|scripts.jsonl|order of their ids",
        "\"one\"|\"../x\"|scripts.jsonl|script id is",
        "\"name\":\"main\"|\"name\":\"..\"|scripts.jsonl|branch name has no",
        "\"versions\":3|\"versions\":4|scripts.jsonl|is missing",
        "\"versions\":3|\"versions\":2|scripts.jsonl|the latest on its branch",
        "\"versions\":3|\"versions\":-1|scripts.jsonl|below 0",
        "\"head_version\":3|\"head_version\":2|scripts.jsonl|is version 2 instead of 3",
        "\"branch_number\":1|\"branch_number\":2|scripts.jsonl|should follow",
        "\"title\":\"Title\"|\"title\":\" \"|scripts.jsonl|no title",
        "\"title\":\"Title\"|\"title\":\"Title\",\"title\":\"x\"|scripts.jsonl|twice",
        "\"title\":\"Title\"|\"title\":7|scripts.jsonl|not in quotes",
        "\"title\":\"Title\"|\"more\":\"Title\"|scripts.jsonl|not known",
        "\"version_number\":2|\"version_number\":4|versions.jsonl|is missing",
        "\"version_number\":2|\"version_number\":2.5|versions.jsonl|whole number",
        "\"version_number\":2|\"version_number\":99999999999|versions.jsonl|too large",
        "\"parent_version\":2|\"parent_version\":1|versions.jsonl|the latest on its branch is 2",
        "\"parent_version\":1|\"parent_version\":3|versions.jsonl|the latest on its branch is 1",
        "\"parent_version\":1|\"parent_version\":1,\"merge_parent_version\":2|versions.jsonl|not"
            + " before it",
        "\"parent_version\":1|\"parent_version\":1,\"restored_from\":9|versions.jsonl|not before"
            + " it",
        "\"branch_number\":1|\"branch_number\":7|versions.jsonl|which does not exist",
        "\"author\":\"Ann\"|\"author\":\"Eve\"|versions.jsonl|Version 1 of “one” cannot be"
            + " used: its version hash",
        "\"words\":1|\"words\":3|versions.jsonl|Version 1 of “one” cannot be used: its"
            + " version hash",
        "\"words\":1|\"words\":-3|versions.jsonl|below 0",
        "\"lines\":1|\"lines\":3|versions.jsonl|number of lines",
        "\"hash_format\":2|\"hash_format\":1|versions.jsonl|its hash_format is 1, and it has"
            + " salts",
        "\"hash_format\":2,|\"hash_format\":2,\"salted\":1,|versions.jsonl|not known",
        "\"salts\":\"|\"salts\":\"00|versions.jsonl|Version 1 of “one” cannot be used: its version hash",
        "\"salts\"|\"source_key\":\"00\",\"salts\"|versions.jsonl|Version 1 of “one” cannot be used: its version"
            + " hash",
        "\"size_bytes\":7|\"size_bytes\":8|versions.jsonl|bytes together instead of",
        "\"content_hash\":\"|\"content_hash\":\"zz|versions.jsonl|hexadecimal",
        "\"content_hash\":\"|\"content_hash\":\"00|versions.jsonl|64 digits",
        "\"change_description\":\"Why\"|\"change_description\":\"Why\",\"metadata\":\"[\"|versions.jsonl|not"
            + " a JSON object",
        "\"pieces\":[[|\"pieces\":[[999999,7],[|versions.jsonl|wrong length",
        "\"pieces\":[[0,7]]|\"pieces\":[[999999,7]]|versions.jsonl|beyond the end",
        "\"pieces\":[[0,7]]|\"pieces\":[[1,7]]|versions.jsonl|not what its content hash says",
        "\"pieces\":[[0,7]]|\"pieces\":[[-1,7]]|versions.jsonl|before the texts",
        "\"pieces\":[[0,7]]|\"pieces\":[[0,7,1]]|versions.jsonl|more than two",
        "\"pieces\":[[0,7]]|\"pieces\":[[0,0],[0,7]]|versions.jsonl|wrong length",
        "\"labels\":[|\"labels\":[{\"name\":\"sent\",\"version_number\":1,\"created_at\":0},|scripts.jsonl|two"
            + " labels “sent”",
        "\"name\":\"sent\",\"version_number\":2|\"name\":\"sent\",\"version_number\":4|scripts.jsonl|its"
            + " label “sent” is on version 4, which it does not have",
        "\"name\":\"sent\",\"version_number\":2|\"name\":\"sent\",\"version_number\":0|scripts.jsonl|its"
            + " label “sent” is on version 0, which it does not have",
        "\"name\":\"sent\",\"version_number\":2|\"name\":\"sent\"|scripts.jsonl|it has no"
            + " version_number",
        "\"name\":\"sent\"|\"name\":\"se\\u0007nt\"|scripts.jsonl|its name is not allowed. Use"
            + " one line",
        "\"name\":\"sent\"|\"name\":\"se\\u0000nt\"|scripts.jsonl|its name is not allowed. This"
            + " contains a NUL",
        "\"name\":\"sent\"|\"name\":\"se\\ud83cnt\"|scripts.jsonl|its name is not allowed. This"
            + " contains half of a surrogate",
        "\"name\":\"sent\"|\"name\":\"  \"|scripts.jsonl|its name is not allowed. Enter a"
            + " name",
        "\"name\":\"sent\"|\"name\":\" sent\"|scripts.jsonl|its label “ sent” is not written as"
            + " labels are here",
        "\"name\":\"sent\"|\"name\":\"sent\",\"size\":1|scripts.jsonl|not known",
        "\"name\":\"sent\"|\"name\":7|scripts.jsonl|not in quotes",
        "\"labels\":[|\"labels\":[3,|scripts.jsonl|not a JSON object",
        "\"labels\":[|\"labels\":3,\"more\":[|scripts.jsonl|labels is not a list",
        "{\"script_id\":\"two\"|}{\"script_id\":\"two\"|versions.jsonl|not the JSON",
        "First|F\0rst|texts|NUL byte"
      })
  void whatIsWrongInARecordIsRefusedByName(String before, String after, String entry, String why)
      throws IOException {
    write(entry, before, after);
    assertRefused(why);
  }

  @Test
  void aLabelOfMoreThanAHundredCharactersIsRefused() throws IOException {
    write("scripts.jsonl", "\"sent\"", "\"" + "n".repeat(101) + "\"");
    assertRefused("name is not allowed", "101 characters");
  }

  @Test
  void jsonWithoutEndIsRefusedWithoutTakingItIntoMemory() throws IOException {
    write("versions.jsonl", "\"pieces\":[[0,7]]", "\"pieces\":" + "[".repeat(100_000));
    assertRefused("versions.jsonl");
    exportAnew();
    write("versions.jsonl", "\"Why\"", "\"" + "y".repeat(1_000_000) + "\"");
    assertRefused("versions.jsonl");
    exportAnew();
    write("scripts.jsonl", "\"title\"", "\"" + "t".repeat(1_000_000) + "\"");
    assertRefused("scripts.jsonl");
    exportAnew();
    write("versions.jsonl", "[[0,7]]", "[" + "[0,1],".repeat(500_000) + "[0,1]]");
    assertRefused("versions.jsonl");
  }

  @Test
  void bytesThatAreNoJsonAreRefused() throws IOException {
    for (String entry : List.of("manifest.json", "scripts.jsonl", "versions.jsonl")) {
      byte[] good = entries.get(entry);
      for (String bad : List.of("\u0000\u0001\u0002", "[]", "null", "\"x\"", "{", "")) {
        entries.put(entry, bad.getBytes(UTF_8));
        write();
        assertRefused("archive");
      }
      entries.put(entry, good);
    }
  }

  @Test
  void aFileThatIsNotThereIsToldInOneLine() {
    CommandRun run = new ArchivedHistory(folder.resolve("to")).importFrom(folder.resolve("no.zip"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors().lines()).singleElement().asString().startsWith("There is no file");
  }
}

package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class ZipImportTest {
  private static final Instant TIME = Instant.parse("2024-03-01T10:00:00Z");

  @TempDir Path folder;
  private Path file;

  /** What is written into a zip file. */
  private interface Packing {
    void into(ZipOutputStream zip) throws IOException;
  }

  @BeforeEach
  void create() {
    file = folder.resolve("Drafts.zip");
  }

  private void pack(Charset names, Packing packing) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, names)) {
      packing.into(zip);
    }
  }

  private void pack(String... namesAndTexts) throws IOException {
    pack(
        StandardCharsets.UTF_8,
        zip -> {
          for (int i = 0; i < namesAndTexts.length; i += 2) {
            add(zip, namesAndTexts[i], namesAndTexts[i + 1]);
          }
        });
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(TIME));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private ImportedData imported() {
    return new ImportedData(folder.resolve("data"));
  }

  private CommandRun run() {
    return CommandRun.of(
        new ImportCommand(), "folder", file, "--author", "Ann", "--data", folder.resolve("data"));
  }

  private void refused(String why) {
    CommandRun run = run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors().lines()).singleElement().asString().contains(why);
    assertThat(imported().<Integer>ask(VersionManager::scriptCount)).isZero();
  }

  @Test
  void aPackedFolderComesInAsTheFolderItself() throws IOException {
    pack("My drafts/v10.md", "ten", "My drafts/v2.md", "two", "__MACOSX/My drafts/._v2.md", "x");
    assertThat(run().out())
        .startsWith("2 versions added to 1 script")
        .contains("__MACOSX/My drafts/._v2.md: hidden");
    assertThat(imported().versions("Drafts"))
        .extracting(Version::changeDescription)
        .containsExactly("Imported from v2.md", "Imported from v10.md");
    assertThat(imported().versions("Drafts")).extracting(Version::createdAt).containsOnly(TIME);
    Path unpacked = Files.createDirectory(folder.resolve("Drafts"));
    Files.writeString(unpacked.resolve("v2.md"), "two");
    Files.writeString(unpacked.resolve("v11.md"), "eleven");
    file = unpacked;
    assertThat(run().out()).startsWith("1 version added to 1 script, 1 already there;");
  }

  @Test
  void aRepositoryBesideDraftsIsLeftOutInOneLine() throws IOException {
    pack("v1.md", "one", ".git/HEAD", "ref: refs/heads/main", ".git/config", "", ".git/x", "x");
    assertThat(run().out())
        .startsWith("1 version added to 1 script")
        .contains(".git: the history of a git repository; upload a bundle to import it")
        .doesNotContain("hidden");
  }

  @Test
  void aRepositoryThatLeadsElsewhereOrStandsForDraftsIsRefused() throws IOException {
    pack("v1.md", "one", ".git", "gitdir: /home/somebody/secret/.git");
    refused("holds a .git that leads to a repository elsewhere");
    pack("v1.md", "one", "deep/inside/.GIT", "/home/somebody/secret/.git");
    refused("holds a .git that leads to a repository elsewhere");
    pack("v1.md", "one", ".git/HEAD", "x", ".git/objects/info/alternates", "/home/somebody");
    refused("holds a git repository that has a part of its data elsewhere");
    pack("bare/objects/info/alternates", "/home/somebody", "bare/HEAD", "x");
    refused("holds a git repository that has a part of its data elsewhere");
    pack("r.git/HEAD", "ref: refs/heads/main", "r.git/config", "[core]", "r.git/objects/ab/c", "x");
    refused("holds a git repository. Nothing was imported");
  }

  @Test
  void namesThatLeadOutAreRefusedAndNothingIsWrittenOutside() throws IOException {
    for (String name : List.of("../../evil.md", "/root.md", "C:\\x.md", "a\\..\\..\\d.md")) {
      pack("v1.md", "one", name, "evil");
      refused("has a file whose name leads out of the folder: " + name.replace('\\', '/'));
    }
    assertThat(folder.resolveSibling("evil.md")).doesNotExist();
  }

  @Test
  void namesThatComeTwiceAreLeftOut() throws IOException {
    pack("v1.md", "one", "./v1.md", "again", "ok\\v2.md", "two");
    assertThat(run().out())
        .startsWith("2 versions added to 1 script")
        .contains("./v1.md: a file of the same name is there already");
  }

  /** The same zip with other bytes for these, which are as many, wherever they stand. */
  private void rename(String from, String to) throws IOException {
    String characters = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, characters.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void ofEntriesWithExactlyOneNameTheFirstComesInAndTheOthersAreListed() throws IOException {
    pack("v1.txt", "The first.\n", "v2.txt", "Another, and longer.\n");
    rename("v2.txt", "v1.txt");
    assertThat(run().out())
        .startsWith("1 version added to 1 script")
        .contains("v1.txt: a file of the same name is there already; the first of them counts");
    assertThat(imported().texts("Drafts")).containsExactly("The first.\n");
  }

  @Test
  void entriesWithOneNameComeInWhereverTheyStandAndHoweverTheyAreWritten() throws IOException {
    pack("a/v1.md", "one", "a/v2.md", "two", "a/v3.md", "three", "a/v4.md", "three");
    rename("a/v3.md", "a/v2.md");
    rename("a/v4.md", "a/v2.md");
    assertThat(run().out()).startsWith("2 versions added to 1 script").contains("Left out");
    assertThat(imported().texts("Drafts")).containsExactly("one", "two");
  }

  @Test
  void aZipWithAPasswordIsRefusedWithTheReason() throws IOException {
    pack("v1.md", "one");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes.length - 46; i++) {
      if (table.getInt(i) == 0x02014b50) {
        bytes[i + 8] |= 1;
      }
    }
    Files.write(file, bytes);
    refused("Its part v1.md is protected by a password.");
  }

  @Test
  void aFileThatIsDamagedInsideIsRefusedBeforeAnythingComesIn() throws IOException {
    pack("v1.md", "one", "v2.md", "two two two two");
    byte[] bytes = Files.readAllBytes(file);
    String characters = new String(bytes, StandardCharsets.ISO_8859_1);
    int name = characters.indexOf("v2.md");
    // What is packed begins after the name and the times, of which there are so many bytes.
    bytes[name + 5 + bytes[name - 2] + 2] ^= 0x10;
    Files.write(file, bytes);
    refused("is broken. Its part v2.md");
  }

  @Test
  void namesInTheLettersOfDosAreRead() throws IOException {
    pack(Charset.forName("IBM437"), zip -> add(zip, "größer 1.md", "one"));
    // The writer marks names as UTF-8 only where it writes that.
    assertThat(run().status()).isZero();
    assertThat(imported().versions("Drafts"))
        .extracting(Version::changeDescription)
        .containsExactly("Imported from größer 1.md");
  }

  @Test
  void aFileThatUnpacksToMoreThanItSaysIsRefused() throws IOException {
    pack(
        StandardCharsets.UTF_8,
        zip -> {
          add(zip, "v1.md", "one");
          zip.putNextEntry(new ZipEntry("bomb.md"));
          byte[] block = new byte[1024 * 1024];
          Arrays.fill(block, (byte) 'x');
          for (int i = 0; i < 100; i++) {
            zip.write(block);
          }
          zip.closeEntry();
        });
    byte[] bytes = Files.readAllBytes(file);
    // The table of contents tells a small size.
    ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes.length - 46; i++) {
      if (table.getInt(i) == 0x02014b50 && table.getInt(i + 24) == 100 * 1024 * 1024) {
        table.putInt(i + 24, 10);
      }
    }
    Files.write(file, bytes);
    refused("is broken. Its part bomb.md is longer than the archive says.");
  }

  @Test
  void whatSaysToUnpackToMoreThanAGigabyteIsRefused() throws IOException {
    pack(
        StandardCharsets.UTF_8,
        zip -> {
          byte[] block = new byte[1024 * 1024];
          Arrays.fill(block, (byte) 'x');
          for (int file = 0; file < 11; file++) {
            zip.putNextEntry(new ZipEntry("v" + file));
            for (int i = 0; i < 100; i++) {
              zip.write(block);
            }
            zip.closeEntry();
          }
        });
    refused("unpacks to more than");
  }

  @Test
  void tenMillionEntriesAreRefusedBeforeAnyIsRead() throws IOException {
    ByteBuffer end = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06064b50)
        .putLong(44)
        .putShort((short) 45)
        .putShort((short) 45)
        .putInt(0)
        .putInt(0);
    end.putLong(10_000_000).putLong(10_000_000).putLong(460_000_000).putLong(4);
    end.putInt(0x07064b50).putInt(0).putLong(4).putInt(1);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    ByteBuffer whole = ByteBuffer.allocate(4 + end.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    whole.putInt(0x04034b50).put(end.array());
    Files.write(file, whole.array());
    refused("has more than 20000 entries");
  }

  @Test
  void manyEntriesAreRefused() throws IOException {
    pack(
        StandardCharsets.UTF_8,
        zip -> {
          for (int i = 0; i < 20_001; i++) {
            zip.putNextEntry(new ZipEntry("v" + i));
            zip.closeEntry();
          }
        });
    refused("has more than 20000 entries");
  }

  @Test
  void aBrokenZipFileIsRefusedInOneLineOrGivesWhatIsWhole() throws IOException {
    pack("v1.md", "one one one one", "v2.md", "two two two two");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 30));
    refused("is not a zip file, or its end is missing");
    Files.writeString(file, "PK but not really");
    refused("not a zip file");
    Files.writeString(file, "a letter");
    refused("neither a folder nor a zip file");
    Random random = Seeds.random(11);
    for (int round = 0; round < 60; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 3; i++) {
        damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      CommandRun run =
          CommandRun.of(
              new ImportCommand(), "folder", file, "--preview", "--data", folder.resolve("data"));
      if (run.status() != 0) {
        assertThat(run.errors().lines()).singleElement().asString().endsWith(".");
      }
    }
  }

  @Test
  void aZipFileWithoutTextsIsTold() throws IOException {
    pack("pictures/", "", "pictures/a.png", "\0");
    refused("There is no text that can be imported");
  }
}

package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class ZipNamesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("drafts.zip");
  }

  /** A zip that does not tell the encoding of its names, unless that is UTF-8. */
  private void pack(String encoding, String... names) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, Charset.forName(encoding))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("The text of " + name + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private CommandRun run(String... options) {
    List<Object> words = new ArrayList<>(List.of("folder", file, "--author", "Ann", "--data"));
    words.add(folder.resolve("data"));
    words.addAll(Arrays.asList(options));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private List<String> names() {
    return new ImportedData(folder.resolve("data"))
        .versions("drafts").stream()
            .map(Version::changeDescription)
            .map(description -> description.replace("Imported from ", ""))
            .toList();
  }

  @Test
  void namesOfJapanAreReadAndABackslashInALetterIsNoFolder() throws IOException {
    pack("windows-31j", "表の紙ソ 1.txt", "表の紙ソ 2.txt", "能力十 3.txt");
    assertThat(run().out())
        .startsWith("3 versions added to 1 script")
        .contains("drafts.zip: the names in it are read as Shift-JIS")
        .doesNotContain("Left out");
    assertThat(names()).containsExactly("能力十 3.txt", "表の紙ソ 1.txt", "表の紙ソ 2.txt");
  }

  @Test
  void namesOfChinaAreRead() throws IOException {
    pack("GBK", "旧桥第1稿.txt", "旧桥第2稿.txt");
    assertThat(run().out()).contains("the names in it are read as GBK");
    assertThat(names()).containsExactly("旧桥第1稿.txt", "旧桥第2稿.txt");
  }

  @Test
  void namesOfRussiaAreRead() throws IOException {
    pack("IBM866", "Сценарий 1.txt", "Сценарий 2.txt");
    assertThat(run().out()).contains("the names in it are read as CP866");
    assertThat(names()).containsExactly("Сценарий 1.txt", "Сценарий 2.txt");
  }

  @Test
  void namesOfDosAreReadAsOneWhateverEachOfThemMightBeAlone() throws IOException {
    pack("IBM437", "Brücke 1.txt", "Größe 2.txt", "résumé 3.txt");
    assertThat(run().out()).contains("the names in it are read as CP437");
    assertThat(names()).containsExactly("Brücke 1.txt", "Größe 2.txt", "résumé 3.txt");
  }

  @Test
  void namesThatTellTheirEncodingNeedNoGuess() throws IOException {
    pack("UTF-8", "Brücke 1.txt", "表の紙ソ 2.txt");
    assertThat(run().out()).startsWith("2 versions added").doesNotContain("Guessed");
    assertThat(names()).containsExactlyInAnyOrder("Brücke 1.txt", "表の紙ソ 2.txt");
  }

  @Test
  void theUnicodeNameBesideAnOldOneCounts() throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      zip.setEncoding("US-ASCII");
      zip.setUseLanguageEncodingFlag(false);
      zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
      for (String name : List.of("Brücke 1.txt", "Мост 2.txt", "橋 3.txt")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    assertThat(run().out()).startsWith("3 versions added").doesNotContain("Guessed", "Left out");
    assertThat(names()).containsExactlyInAnyOrder("Brücke 1.txt", "Мост 2.txt", "橋 3.txt");
  }

  @Test
  void anEncodingOfNamesCanBeChosen() throws IOException {
    pack("windows-1252", "é.txt");
    assertThat(run("--zip-names", "macintosh", "--preview").out())
        .contains("Encodings:", "the names in it are read as Mac Roman, as chosen")
        .doesNotContain("Guessed");
    assertThat(run("--zip-names", "windows-1252").status()).isZero();
    assertThat(names()).containsExactly("é.txt");
  }

  @Test
  void backslashesBetweenFoldersStillDivideThem() throws IOException {
    pack("GBK", "草稿\\v1\\桥.txt", "草稿\\v2\\桥.txt");
    assertThat(run().status()).isZero();
    assertThat(names()).containsExactly("v1/桥.txt", "v2/桥.txt");
  }
}

package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class DraftEncodingTest {
  private static final String TEXT =
      "Zoë said: “No.”\r\n\r\nThe café was shut – again.\r\n\r\nThird one.\r\n";

  @TempDir Path folder;
  private Path drafts;

  @BeforeEach
  void create() throws IOException {
    drafts = Files.createDirectory(folder.resolve("novel"));
  }

  private void draft(String name, String text, String encoding) throws IOException {
    Files.write(drafts.resolve(name), text.getBytes(Charset.forName(encoding)));
  }

  private CommandRun run(String... options) {
    List<Object> words = new ArrayList<>(List.of("folder", drafts, "--author", "Ann", "--data"));
    words.add(folder.resolve("data"));
    words.addAll(Arrays.asList(options));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private ImportedData imported() {
    return new ImportedData(folder.resolve("data"));
  }

  @Test
  void draftsInAnyEncodingComeInWithTheirBytesAndAreReadAsTheirLetters() throws IOException {
    draft("v1.txt", TEXT, "windows-1252");
    draft("v2.txt", TEXT, "x-MacRoman");
    draft("v3.txt", "\uFEFF" + TEXT, "UTF-16LE");
    draft("v4.txt", TEXT, "UTF-16BE");
    draft("v5.txt", "\uFEFF" + TEXT, "UTF-8");
    draft("v6.txt", TEXT.replace("shut", "open"), "UTF-8");
    CommandRun run = run();
    assertThat(run.out())
        .startsWith("6 versions added to 1 script")
        .contains("v1.txt: read as Windows-1252")
        .contains("v2.txt: read as Mac Roman")
        .contains("v3.txt: read as UTF-16 (little-endian)")
        .contains("v4.txt: read as UTF-16 (big-endian)")
        .doesNotContain("v5.txt", "v6.txt", "Left out");
    assertThat(imported().texts("novel").subList(0, 5)).containsOnly(TEXT);
    for (int i = 1; i <= 6; i++) {
      assertThat(imported().exactTexts("novel").get(i - 1))
          .isEqualTo(
              Files.readString(drafts.resolve("v" + i + ".txt"), StandardCharsets.ISO_8859_1));
    }
    assertThat(imported().versions("novel")).extracting(Version::words).containsOnly(10);
    assertThat(imported().versions("novel"))
        .extracting(Version::wordsInserted)
        .containsExactly(null, 0, 0, 0, 0, 1);
  }

  @Test
  void anEncodingThatIsChosenCountsForWhatDoesNotTellItsOwn() throws IOException {
    draft("v1.txt", "Привет, мир\n", "windows-1251");
    draft("v2.txt", "“Привет”, мир\n", "UTF-8");
    assertThat(run("--encoding", "koi8-r").out()).contains("v1.txt: read as KOI8-R");
    assertThat(imported().texts("novel")).containsExactly("оПХБЕР, ЛХП\n", "“Привет”, мир\n");
    CommandRun wrong = run("--encoding", "klingon");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.errors()).contains("“klingon” is no encoding that is known here");
  }

  @Test
  void onlyWhatIsGuessedIsCalledGuessed() throws IOException {
    draft("v1.txt", "\uFEFF" + TEXT, "UTF-16LE");
    draft("v2.txt", "\uFEFF" + TEXT, "UTF-16BE");
    draft("v3.txt", "\uFEFF" + TEXT, "UTF-32LE");
    assertThat(run("--preview").out())
        .contains("Encodings:", "v1.txt: read as UTF-16 (little-endian), by its byte order mark")
        .contains("v2.txt: read as UTF-16 (big-endian), by its", "v3.txt: read as UTF-32")
        .doesNotContain("Guessed");
    draft("v4.txt", TEXT, "windows-1252");
    assertThat(run("--preview", "--encoding", "windows-1252").out())
        .contains("v4.txt: read as Windows-1252, as chosen")
        .doesNotContain("Guessed");
    draft("v5.txt", TEXT, "UTF-16LE");
    String out = run("--preview", "--encoding", "macintosh").out();
    assertThat(out.substring(out.indexOf("Guessed:"), out.indexOf("Encodings:")))
        .contains("v5.txt: read as UTF-16 (little-endian)")
        .doesNotContain("v1.txt", "v4.txt");
    out = run("--preview").out();
    assertThat(out.substring(out.indexOf("Guessed:"), out.indexOf("Encodings:")))
        .contains("v4.txt: read as Windows-1252", "v5.txt: read as UTF-16")
        .doesNotContain("v1.txt", "v2.txt", "v3.txt");
  }

  @Test
  void bytesThatStandForNothingAreKeptAndTold() throws IOException {
    byte[] broken = "café — größer, señor, naïve\n".getBytes(StandardCharsets.UTF_8);
    broken[0] = (byte) 0xFF;
    Files.write(drafts.resolve("v1.txt"), broken);
    assertThat(run().out()).contains("some of its bytes are not characters in UTF-8");
    assertThat(imported().exactTexts("novel").get(0).charAt(0)).isEqualTo('\u00FF');
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    draft("v1.txt", TEXT, "UTF-16LE");
    Files.write(
        drafts.resolve("photo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 16, 74, 0, 1});
    assertThat(run().out()).startsWith("1 version added").contains("photo.jpg: not a text");
  }

  @Test
  void linesThatEndWithACarriageReturnAloneAreLinesAndOnlyTheirEndsChangeToLineFeeds()
      throws IOException {
    String text = "One.\r\rTwo was shut.\r\rThree.\r";
    draft("v1.txt", text, "UTF-8");
    draft("v2.txt", text.replace("shut", "open"), "UTF-8");
    draft("v3.txt", text.replace("shut", "open").replace('\r', '\n'), "UTF-8");
    draft("v4.txt", text.replace("shut", "open").replace("\r", "\r\n"), "UTF-8");
    assertThat(run().status()).isZero();
    assertThat(imported().versions("novel")).extracting(Version::lines).containsOnly(5);
    assertThat(imported().versions("novel"))
        .extracting(Version::wordsInserted)
        .containsExactly(null, 1, 0, 0);
    assertThat(imported().exactTexts("novel").get(0)).isEqualTo(text);
  }

  @Test
  void aVersionThatIsRestoredKeepsItsEncoding() throws IOException {
    draft("v1.txt", TEXT, "windows-1252");
    draft("v2.txt", "Other.\n", "UTF-8");
    run();
    imported()
        .ask(
            manager ->
                new RollbackHandler(manager)
                    .rollback(
                        new RollbackHandler.Rollback(
                            "novel", 1, "main", Author.named("Ann"), null, null)));
    assertThat(imported().texts("novel").get(2)).isEqualTo(TEXT);
    assertThat(imported().exactTexts("novel").get(2))
        .isEqualTo(imported().exactTexts("novel").get(0));
  }

  @Test
  void anArchiveHasTheSameTextsAgain() throws IOException {
    draft("v1.txt", TEXT, "windows-1252");
    draft("v2.txt", "\uFEFF" + TEXT, "UTF-16BE");
    draft("v3.txt", TEXT.replace("\r\n", "\r"), "UTF-8");
    run();
    Path archive = folder.resolve("all.zip");
    CommandRun export =
        CommandRun.of(
            new ExportCommand(), "archive", archive, "--data", folder.resolve("data").toString());
    assertThat(export.status()).as(export.errors()).isZero();
    ImportedData again = new ImportedData(folder.resolve("again"));
    CommandRun imported =
        CommandRun.of(new ImportCommand(), "archive", archive, "--data", again.folder());
    assertThat(imported.status()).as(imported.errors()).isZero();
    assertThat(again.texts("novel")).isEqualTo(imported().texts("novel"));
    assertThat(again.exactTexts("novel")).isEqualTo(imported().exactTexts("novel"));
    assertThat(again.<ScriptText>ask(manager -> manager.content("novel", 1)).encoding().label())
        .isEqualTo("Windows-1252");
  }

  @Test
  void aGitRepositoryHasTheSameTextsAgain() throws IOException {
    draft("v1.txt", TEXT, "windows-1252");
    draft("v2.txt", "\uFEFF" + TEXT, "UTF-16LE");
    run();
    Path repository = folder.resolve("exported");
    CommandRun export =
        CommandRun.of(
            new ExportCommand(), "git", repository, "--data", folder.resolve("data").toString());
    assertThat(export.status()).as(export.errors()).isZero();
    ImportedData again = new ImportedData(folder.resolve("again"));
    CommandRun imported =
        CommandRun.of(new ImportCommand(), "git", repository, "--data", again.folder());
    assertThat(imported.status()).as(imported.errors()).isZero();
    String script = again.<String>ask(manager -> manager.scripts(10, 0).get(0).scriptId());
    assertThat(again.texts(script)).isEqualTo(imported().texts("novel"));
    assertThat(again.exactTexts(script)).isEqualTo(imported().exactTexts("novel"));
  }

  @Test
  void theSameFilesAgainAreThereAlready() throws IOException {
    draft("v1.txt", TEXT, "x-MacRoman");
    draft("v2.txt", TEXT, "UTF-16LE");
    run();
    assertThat(run().out()).startsWith("0 versions added to 1 script, 2 already there");
    assertThat(imported().<Integer>ask(VersionManager::scriptCount)).isEqualTo(1);
  }

  private static final String CZECH = "Příliš žluťoučký kůň.\nDívka šla přes řeku domů.\n";

  private static final String CZECH_WORD = "He said šla and left.\n";

  @Test
  void aWordInOneDraftIsReadAsTheOtherDraftsOfItsScriptAre() throws IOException {
    draft("v1.txt", CZECH_WORD, "windows-1250");
    assertThat(run("--preview").out()).doesNotContain("Windows-1250");
    draft("v2.txt", CZECH, "windows-1250");
    draft("v3.txt", "All plain.\n", "UTF-8");
    String out = run().out();
    assertThat(out.substring(out.indexOf("Guessed:")))
        .contains("v1.txt: read as Windows-1250", "v2.txt: read as Windows-1250")
        .doesNotContain("v3.txt");
    assertThat(imported().texts("novel")).containsExactly(CZECH_WORD, CZECH, "All plain.\n");
  }

  @Test
  void theDraftsInAZipAreGuessedTogetherToo() throws IOException {
    Path zip = folder.resolve("novel.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String text : List.of(CZECH_WORD, CZECH)) {
        out.putNextEntry(new ZipEntry("v" + text.length() + ".txt"));
        out.write(text.getBytes(Charset.forName("windows-1250")));
      }
    }
    drafts = zip;
    assertThat(run().status()).isZero();
    assertThat(imported().texts("novel")).containsExactlyInAnyOrder(CZECH_WORD, CZECH);
  }

  @Test
  void eachScriptOfAFolderIsGuessedByItself() throws IOException {
    for (String draft : List.of("draft 1", "draft 2")) {
      Files.createDirectories(drafts.resolve(draft));
      draft(draft + "/czech.txt", draft.endsWith("1") ? CZECH_WORD : CZECH, "windows-1250");
      draft(draft + "/german.txt", "Die Brücke, sagte er.\n" + draft, "windows-1252");
    }
    String out = run().out();
    assertThat(out)
        .contains("draft 1/czech.txt: read as Windows-1250")
        .contains("draft 1/german.txt: read as Windows-1252");
  }

  @Test
  void aChosenEncodingCountsMoreThanThatOfTheOtherDrafts() throws IOException {
    draft("v1.txt", CZECH_WORD, "windows-1250");
    draft("v2.txt", CZECH, "windows-1250");
    assertThat(run("--encoding", "windows-1252").out())
        .contains("v1.txt: read as Windows-1252, as chosen")
        .contains("v2.txt: read as Windows-1252, as chosen")
        .doesNotContain("Guessed");
  }
}

package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class MediaWikiImportTest {
  private static final String END = "</mediawiki>";

  @TempDir Path folder;
  private ImportedData imported;
  private Path file;

  @BeforeEach
  void create() {
    imported = new ImportedData(folder.resolve("data"));
    file = folder.resolve("wiki.xml");
  }

  private static String start(String schema) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<mediawiki"
        + " xmlns=\"http://www.mediawiki.org/xml/export-"
        + schema
        + "/\" version=\""
        + schema
        + "\" xml:lang=\"en\"><siteinfo><sitename>A wiki</sitename><dbname>awiki</dbname>"
        + "<namespaces><namespace key=\"0\" case=\"first-letter\" /></namespaces></siteinfo>\n";
  }

  private static String page(int id, String title, String... revisions) {
    return "<page><title>"
        + title
        + "</title><ns>0</ns><id>"
        + id
        + "</id>"
        + String.join("\n", revisions)
        + "</page>\n";
  }

  private static String revision(int id, String author, String comment, String text) {
    return revision(
        id,
        "<timestamp>2020-01-0"
            + (id % 9 + 1)
            + "T10:00:00Z</timestamp><contributor><username>"
            + author
            + "</username><id>7</id></contributor><comment>"
            + comment
            + "</comment><model>wikitext</model><format>text/x-wiki</format><text bytes=\"9\""
            + " xml:space=\"preserve\">"
            + text
            + "</text>");
  }

  private static String revision(int id, String elements) {
    return "<revision><id>" + id + "</id>" + elements + "</revision>";
  }

  private void write(String... pages) throws IOException {
    Files.writeString(file, start("0.11") + String.join("", pages) + END);
  }

  private CommandRun run(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("mediawiki", file));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ImportCommand(), arguments.toArray());
  }

  private CommandRun done(Object... more) {
    CommandRun run = run(more);
    assertThat(run.status()).as(run.errors()).isZero();
    return run;
  }

  private void refused(String why) {
    CommandRun run = run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors().lines()).singleElement().asString().contains(why);
    assertThat(imported.ask(VersionManager::scriptCount)).isZero();
  }

  private List<String> scripts() {
    return imported.ask(
        manager -> manager.scripts(100, 0).stream().map(Script::scriptId).sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "0.11"})
  void eachPageBecomesAScriptWithItsRevisions(String schema) throws IOException {
    Files.writeString(
        file,
        "\uFEFF"
            + start(schema)
            + page(
                1,
                "The old bridge",
                revision(
                    11,
                    "<parentid>0</parentid><timestamp>2019-05-06T07:08:09Z</timestamp>"
                        + "<contributor><ip>192.0.2.7</ip></contributor><minor/>"
                        + "<text xml:space=\"preserve\">A &lt;b&gt;bridge&lt;/b&gt; &amp; a river.\n"
                        + "</text><sha1>55mc3qltod63w3a6go481vmr752m62n</sha1>"),
                revision(12, "Ann", "more", "Two 🎬"))
            + page(2, "Other", revision(13, "Ben", "", "Other"))
            + END);
    assertThat(done().out()).startsWith("3 versions added to 2 scripts");
    assertThat(imported.texts("The-old-bridge"))
        .containsExactly("A <b>bridge</b> & a river.\n", "Two 🎬");
    assertThat(imported.ask(manager -> manager.script("The-old-bridge")).title())
        .isEqualTo("The old bridge");
    Version first = imported.versions("The-old-bridge").get(0);
    assertThat(first.author().name()).isEqualTo("192.0.2.7");
    assertThat(first.createdAt()).isEqualTo(Instant.parse("2019-05-06T07:08:09Z"));
    assertThat(first.changeDescription()).isEqualTo("Imported from revision 11");
    assertThat(first.metadata().values())
        .containsEntry("minor", true)
        .containsEntry("mediawiki_revision", 11);
    assertThat(imported.versions("The-old-bridge").get(1).changeDescription()).isEqualTo("more");
    assertThat(done().out()).startsWith("0 versions added to 2 scripts, 3 already there;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2"})
  void packedFilesAreRead(String kind) throws IOException {
    file = folder.resolve("wiki.xml." + kind);
    // Dumps are made of several packed parts, one after the other.
    for (String part :
        List.of(start("0.10"), page(1, "Page", revision(1, "Ann", "x", "One")) + END)) {
      try (OutputStream out =
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          OutputStream packed =
              kind.equals("gz")
                  ? new GZIPOutputStream(out)
                  : new BZip2CompressorOutputStream(out)) {
        packed.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    done();
    assertThat(imported.texts("Page")).containsExactly("One");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 12));
    CommandRun run = run("--preview");
    assertThat(run.out() + run.errors())
        .containsAnyOf("cut off or broken", "cannot be read")
        .doesNotContain("UTF-8");
    Files.write(file, Arrays.copyOf(whole, 5));
    assertThat(run().errors()).contains("Nothing was imported");
  }

  @Test
  void anotherRunAddsOnlyNewRevisionsAndAPreviewSavesNothing() throws IOException {
    write(page(1, "Page", revision(5, "Ann", "x", "Five")));
    assertThat(done("--preview").out()).contains("1 version added");
    assertThat(scripts()).isEmpty();
    done();
    write(
        page(
            1,
            "Page",
            revision(4, "Ann", "x", "Four"),
            revision(5, "Ann", "x", "Five"),
            revision(6, "Ann", "x", "Six")));
    assertThat(done().out())
        .startsWith("1 version added to 1 script, 1 already there;")
        .contains("Page (revision 4): older than what was imported before");
    assertThat(imported.texts("Page")).containsExactly("Five", "Six");
  }

  @Test
  void revisionsOutOfNumberStayInTheOrderOfTheFile() throws IOException {
    String late = "<timestamp>2021-01-01T00:00:00Z</timestamp><text>Late</text>";
    String early = "<timestamp>2020-01-01T00:00:00Z</timestamp><text>Early</text>";
    write(page(1, "Page", revision(2, early), revision(1, late)));
    done();
    assertThat(imported.texts("Page")).containsExactly("Early", "Late");
  }

  @Test
  void theOnlyPageWantedComesInWhereItIsWanted() throws IOException {
    write(
        page(1, "Page one", revision(1, "Ann", "x", "One")),
        page(2, "Page two", "<redirect title=\"Page one\" />", revision(2, "Ann", "x", "Two")));
    done("--page", "Page_two", "--script", "second");
    assertThat(imported.texts("second")).containsExactly("Two");
    assertThat(scripts()).containsExactly("second");
    assertThat(run("--page", "Page three").errors())
        .contains("has no page “Page three”", "Page one, Page two.");
    assertThat(run("--script", "x").errors()).contains("which page");
    assertThat(done().out())
        .contains(
            "Pages (Page two): they lead to another page; ask for one by its title to import it");
  }

  @Test
  void titlesThatGiveTheSameIdAndScriptsWrittenHereStayApart() throws IOException {
    imported.ask(
        manager ->
            manager.createScript(
                "Page",
                NewVersion.builder("Page", ScriptText.of("Here."), Author.named("Ben"), "x")
                    .build()));
    write(
        page(1, "Page", revision(1, "Ann", "x", "One")),
        page(2, "日本", revision(2, "Ann", "x", "Two")),
        page(3, "中国", revision(3, "Ann", "x", "Three")));
    assertThat(done().out()).contains("Page: called Page-2", "中国: called ---2");
    assertThat(imported.texts("Page-2")).containsExactly("One");
    assertThat(imported.texts("--")).containsExactly("Two");
    assertThat(done().out()).startsWith("0 versions added to 3 scripts, 3 already there;");
  }

  @Test
  void whatTheWikiHidesOrIsNoTextIsListed() throws IOException {
    String by = "<contributor><username>Ann</username></contributor>";
    String time = "<timestamp>2020-01-01T00:00:00Z</timestamp>";
    write(
        page(
            1,
            "Page",
            revision(1, time + by + "<text bytes=\"5\" deleted=\"deleted\"/>"),
            revision(2, time + by + "<text bytes=\"5\" location=\"tt:5\" id=\"5\"/>"),
            revision(3, time + by + "<model>wikibase-item</model><text>{}</text>"),
            revision(
                4,
                "<contributor deleted=\"deleted\"/><comment deleted=\"deleted\"/><text>Kept</text>"
                    + "<sha1>phoiac9h4m842xq45sp7s6u21eteeq1</sha1>"),
            revision(5, time + by + "<text>" + "x".repeat(6_000_000) + "</text>"),
            revision(
                6,
                time
                    + by
                    + "<content><role>meta</role><text>y</text></content><text bytes=\"0\"></text>"),
            revision(7, by),
            "<revision>" + time + by + "<text>no number</text></revision>",
            revision(8, "<timestamp>2999-01-01T00:00:00Z</timestamp>" + by + "<text>Late</text>")),
        page(2, "Empty"));
    CommandRun run = done();
    assertThat(imported.texts("Page")).containsExactly("Kept", "", "Late");
    assertThat(run.out())
        .contains("(revision 1): the wiki has deleted its text")
        .contains("(revision 2): the export has no text of it; have it made with texts")
        .contains("(revision 3): its content is of the kind “wikibase-item”")
        .contains("(revision 4): the wiki has deleted its comment")
        .contains("(revision 4): the export does not tell who wrote it")
        .contains("(revision 4): its text does not have the SHA-1")
        .contains("(revision 4): it has no date")
        .contains("(revision 5): over the size limit")
        .contains("(revision 6): what it has beside its text was left out: meta")
        .contains("(revision 7): the export has no text of it")
        .contains("a revision has no number")
        .contains("(revision 8): its date lies in the future")
        .contains("Pages (Empty): they have no revisions");
  }

  @Test
  void aFileThatIsCutOffGivesWhatCameBefore() throws IOException {
    write(
        page(1, "Page", revision(1, "Ann", "x", "One"), revision(2, "Ann", "x", "Two, and so on")));
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.indexOf(", and so")));
    CommandRun run = run();
    assertThat(run.out())
        .startsWith("1 version added")
        .contains("cut off or broken after revision 1 of “Page”; what came before is kept")
        .doesNotContain("ParseError");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("The end of the file could not be read");
    assertThat(imported.texts("Page")).containsExactly("One");
    Files.writeString(file, whole);
    assertThat(done().out()).startsWith("1 version added to 1 script, 1 already there;");
  }

  @Test
  void aFileThatIsDamagedAnywhereNeverCrashes() throws IOException {
    write(page(1, "Page", revision(1, "Ann", "x", "One &amp; two"), revision(2, "B", "x", "Two")));
    byte[] whole = Files.readAllBytes(file);
    Random random = Seeds.random(3);
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 2; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      CommandRun run = run("--preview");
      assertThat(run.errors().lines().count()).isLessThanOrEqualTo(1);
      assertThat(run.errors()).doesNotContain("Exception:");
    }
  }

  @Test
  void documentsThatDefineNamesOrAreNoExportAreRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?><!DOCTYPE mediawiki [<!ENTITY s SYSTEM \""
            + secret.toUri()
            + "\">]><mediawiki><page><title>&s;</title></page></mediawiki>");
    refused("DOCTYPE");
    Files.writeString(
        file,
        "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><mediawiki>"
            + page(1, "x", revision(1, "A", "c", "&b;"))
            + END);
    refused("DOCTYPE");
    Files.writeString(file, "<!DOCTYPE m SYSTEM \"http://127.0.0.1:1/x.dtd\"><mediawiki/>");
    refused("DOCTYPE");
    Files.writeString(file, "<html><body>Not found</body></html>");
    refused("not an export of MediaWiki: it starts with <html>");
    Files.writeString(file, "a letter");
    refused("cannot be read as XML");
    Files.writeString(file, "");
    refused("cannot be read as XML");
    Files.writeString(file, start("0.11") + END);
    refused("has no pages");
    Files.writeString(file, start("0.11") + "<a>".repeat(100_000));
    refused("cut off or broken before its first revision");
    Files.writeString(file, start("0.11") + "<!-- " + "x".repeat(20_000_000) + "-->" + END);
    refused("has no pages");
    Files.delete(file);
    refused("There is no file");
  }
}

package prismq.t.script.versioning.pages;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.TemporaryFolders;
import prismq.t.script.versioning.transfer.git.MadeBundle;
import prismq.t.script.versioning.transfer.git.TestRepository;
import prismq.t.script.versioning.transfer.office.MadeDocument;

class ImportPagesTest {
  private static final long WAIT_MILLISECONDS = 20;

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String uploaded(Form form) {
    Answer answer = site.post("/import", form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return URI.create(answer.header("Location")).getPath();
  }

  private Answer page(String path, Predicate<Answer> isThere) {
    for (int i = 0; i < 1_000; i++) {
      Answer page = site.get(path);
      if (isThere.test(page)) {
        return page;
      }
      pause();
    }
    throw new AssertionError("it never came to that: " + site.get(path).text());
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The page once nothing is under way any more. */
  private Answer settled(String path) {
    return page(path, page -> !page.html().contains("id=\"how-far\""));
  }

  private Answer done(String path) {
    site.post(path + "/start", new Form());
    return settled(path);
  }

  private Form bundle() throws IOException {
    return new Form().upload("whatever.dat", Files.readAllBytes(bundleFile(3)));
  }

  private Path bundleFile(int commits) throws IOException {
    Path file = folder.resolve("scripts-" + commits + ".bundle");
    if (Files.exists(file)) {
      return file;
    }
    try (TestRepository repository = new TestRepository(folder.resolve("git" + commits))) {
      for (int i = 1; i <= commits; i++) {
        repository.write("story.md", "Edition " + i + "\n").commit("Edition " + i);
      }
      repository.write("picture.png", new byte[] {'P', 0}).commit("A picture");
      repository.bundleTo(file);
    }
    return file;
  }

  private static Form drafts() {
    return new Form()
        .upload("The Keeper v10.md", "ten\n".getBytes(UTF_8))
        .upload("The Keeper v2.md", "two\n".getBytes(UTF_8))
        .upload("photo.png", new byte[] {1, 0, 2})
        .with("modified", "1704164645000,1704078245000,1704078245000");
  }

  private static List<Path> uploadsOnDisk() throws IOException {
    return TemporaryFolders.ofThisProcess().stream()
        .filter(path -> Files.isDirectory(path.resolve("drafts")))
        .toList();
  }

  private String content(String scriptId, int version) {
    return site.versions().content(scriptId, version).display();
  }

  @Test
  void aBundleThatAsksForFarMoreThanItIsIsRefusedInPlainWords() throws Exception {
    Path file =
        new MadeBundle().filled(MadeBundle.BLOB, ' ', 60_000_000).writeTo(folder.resolve("b"));
    Answer refused = settled(uploaded(new Form().upload("small.bundle", Files.readAllBytes(file))));
    assertThat(refused.text())
        .contains("small.bundle holds an object that would unpack to 60 million bytes")
        .doesNotContain("Exception", folder.toString());
    assertThat(site.versions().scriptCount()).isZero();
  }

  @Test
  void aBundleIsKnownByItsContentPreviewedAndComesInWhenSomebodySaysSo() throws IOException {
    String path = uploaded(bundle());
    Answer preview = settled(path);
    assertThat(preview.text())
        .contains("a git bundle", "3 versions of 1 script to import. Nothing is saved yet.")
        .contains("Left out (1) not a text, it has a NUL byte picture.png", "Import");
    assertThat(site.versions().scriptCount()).isZero();

    Answer done = done(path);
    assertThat(done.text()).contains("3 versions of 1 script imported");
    assertThat(done.html()).contains("href=\"/scripts/story.md\"");
    assertThat(content("story.md", 3)).isEqualTo("Edition 3\n");
    assertThat(site.get(path + "/log.txt").html())
        .contains("3 versions added to 1 script")
        .contains("picture.png: not a text");
  }

  @Test
  void whatIsGuessedOfDraftsIsShownAndCanBeChosenOtherwise() {
    Charset windows = Charset.forName("windows-1252");
    String path =
        uploaded(
            new Form()
                .upload("novel.txt", "The café was shut.\n".getBytes(windows))
                .upload("novel (1).txt", "The café was open.\n".getBytes(UTF_16LE))
                .with("modified", "1704164645000,1704078245000"));
    Answer preview = settled(path);
    assertThat(preview.text())
        .contains("2 versions of 1 script to import", "Guessed (3)")
        .contains("read as Windows-1252 novel.txt")
        .contains("read as UTF-16 (little-endian) novel (1).txt")
        .contains("“novel (1).txt” is older than “novel.txt”")
        .doesNotContain("Left out");
    site.post(path + "/preview", new Form().with("order", "dates").with("encoding", "macintosh"));
    assertThat(settled(path).text())
        .contains(
            "Encodings (1)",
            "read as Mac Roman, as chosen novel.txt",
            "They are in the order of their dates");
    site.post(path + "/preview", new Form().with("order", "dates").with("encoding", ""));
    settled(path);
    assertThat(done(path).text()).contains("2 versions of 1 script imported");
    assertThat(content("novel", 1)).isEqualTo("The café was open.\n");
    assertThat(content("novel", 2)).isEqualTo("The café was shut.\n");
    assertThat(site.get("/scripts/novel/versions/2").text()).contains("The café was shut.");
    Answer file = site.get("/scripts/novel/versions/2/content");
    assertThat(file.header("Content-Type")).isEqualTo("text/plain; charset=windows-1252");
    assertThat(site.get("/scripts/novel/compare/1...2").text())
        .contains("The encoding changed from");
    assertThat(site.get("/search?q=café").text()).contains("novel");
  }

  @Test
  void draftsUploadedTogetherAreGuessedTogether() {
    Charset czech = Charset.forName("windows-1250");
    String word = "He said šla and left.\n";
    String path =
        uploaded(
            new Form()
                .upload("tale v1.txt", word.getBytes(czech))
                .upload("tale v2.txt", "Příliš žluťoučký kůň.\nŠla přes řeku.\n".getBytes(czech))
                .with("modified", "1704164645000,1704164646000"));
    assertThat(settled(path).text())
        .contains("Guessed (2)", "read as Windows-1250 tale v1.txt tale v2.txt");
    assertThat(done(path).text()).contains("2 versions of 1 script imported");
    assertThat(content("tale", 1)).isEqualTo(word);
  }

  @Test
  void theNamesInAZipAreShownAsTheyAreReadAndCanBeChosen() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed, Charset.forName("windows-31j"))) {
      for (String name : List.of("表 1.txt", "表 2.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    String path = uploaded(new Form().upload("hyo.zip", packed.toByteArray()));
    assertThat(settled(path).text())
        .contains("2 versions of 1 script to import")
        .contains("the names in it are read as Shift-JIS");
    site.post(path + "/preview", new Form().with("zip_names", "windows-31j"));
    settled(path);
    done(path);
    assertThat(site.versions().version("hyo", 2).changeDescription())
        .isEqualTo("Imported from 表 2.txt");
  }

  @Test
  void sendingTheWordAgainAndReloadingDoNothingMore() throws IOException {
    String path = uploaded(bundle());
    settled(path);
    done(path);
    assertThat(done(path).text()).contains("3 versions of 1 script imported");
    site.post(path + "/preview", new Form());
    site.post(path + "/cancel", new Form());
    assertThat(site.get(path).text()).contains("3 versions of 1 script imported");
    assertThat(site.versions().script("story.md").latestVersion()).isEqualTo(3);
  }

  @Test
  void theSameFileAgainHasNothingNewAndALaterOneAddsTheRest() throws IOException {
    String first = uploaded(bundle());
    settled(first);
    done(first);
    Answer again = settled(uploaded(bundle()));
    assertThat(again.text()).contains("Everything that can be imported is already here");
    String later = uploaded(new Form().upload("x", Files.readAllBytes(bundleFile(5))));
    assertThat(settled(later).text()).contains("2 versions of 1 script to import");
    done(later);
    assertThat(content("story.md", 5)).isEqualTo("Edition 5\n");
    assertThat(again.html()).doesNotContain("/start\"");
  }

  @Test
  void draftsBecomeVersionsInNaturalOrderWithTheirDatesAndWhatIsChosen() {
    String path = uploaded(drafts());
    Answer preview = settled(path);
    assertThat(preview.field("title")).isEqualTo("The Keeper");
    assertThat(preview.field("script_id")).isEqualTo("The-Keeper");
    assertThat(preview.text()).contains("2 versions of 1 script", "photo.png");
    Form chosen =
        new Form()
            .with("title", "The Keeper / Drafts")
            .with("script_id", "keeper")
            .with("author", "Ann Lee");
    site.post(path + "/preview", chosen);
    settled(path);
    site.post(path + "/start", chosen);
    assertThat(settled(path).text()).contains("2 versions of 1 script imported");
    assertThat(content("keeper", 1)).isEqualTo("two\n");
    assertThat(content("keeper", 2)).isEqualTo("ten\n");
    assertThat(site.versions().script("keeper").title()).isEqualTo("The Keeper / Drafts");
    assertThat(site.versions().version("keeper", 1).createdAt())
        .hasToString("2024-01-01T03:04:05Z");
    assertThat(site.versions().version("keeper", 2).author().name()).isEqualTo("Ann Lee");
  }

  @Test
  void whatWasChosenAfterThePreviewIsPreviewedBeforeItComesIn() {
    String path = uploaded(drafts());
    settled(path);
    site.post(path + "/start", new Form().with("script_id", "other"));
    assertThat(settled(path).text()).contains("Your choices differ", "Nothing is saved yet");
    assertThat(site.versions().scriptCount()).isZero();
    site.post(path + "/start", new Form().with("script_id", "other"));
    assertThat(settled(path).text()).contains("imported");
    assertThat(site.versions().script("other").latestVersion()).isEqualTo(2);
  }

  @Test
  void aScriptThatIsTakenIsSaidWithoutTheWordsOfTheCommandLineAndAnotherCanBeChosen() {
    site.script("The-Keeper", "written here\n");
    String path = uploaded(drafts());
    Answer refused = settled(path);
    assertThat(refused.text())
        .contains("There is already a script “The-Keeper”", "choose another script.")
        .doesNotContain("--");
    site.post(path + "/preview", new Form().with("script_id", "free"));
    assertThat(settled(path).text()).contains("2 versions of 1 script to import");
    assertThat(site.versions().script("The-Keeper").latestVersion()).isEqualTo(1);
  }

  @Test
  void anIdOutsideTheRulesAndAnEmptyAuthorAreRefusedAndLeaveNoScriptBehind() {
    String path = uploaded(drafts());
    settled(path);
    Answer refused =
        site.post(
            path + "/preview",
            new Form().with("script_id", "not an id").with("title", "x".repeat(201)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("Please fix the fields below. Nothing was imported.")
        .contains("A script id is 1 to 100 letters");
    assertThat(refused.html())
        .contains("href=\"#field-script_id\"", "href=\"#field-title\"")
        .contains("id=\"script_id-error\"", "id=\"title-error\"");
    assertThat(refused.field("script_id")).isEqualTo("not an id");
    site.post(path + "/preview", new Form().with("script_id", "fine"));
    settled(path);
    site.post(path + "/start", new Form().with("script_id", "fine").with("author", " "));
    assertThat(settled(path).text()).contains("Nothing was saved.");
    assertThat(site.versions().scriptCount()).isZero();
  }

  @Test
  void oneFileOfABundleIsTakenAlone() throws IOException {
    String path = uploaded(bundle());
    settled(path);
    Form chosen = new Form().with("path", "story.md").with("script_id", "our-story");
    site.post(path + "/preview", chosen);
    assertThat(settled(path).text()).contains("our-story");
    site.post(path + "/start", chosen);
    settled(path);
    assertThat(site.versions().script("our-story").latestVersion()).isEqualTo(3);
    String other = uploaded(bundle());
    settled(other);
    site.post(other + "/preview", new Form().with("path", "nothing.md"));
    assertThat(settled(other).text()).contains("No commit has a file nothing.md");
  }

  @Test
  void aZipOfDraftsComesIn() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("v10.md", "v2.md")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    String path = uploaded(new Form().upload("novel.zip", bytes.toByteArray()));
    assertThat(settled(path).text()).contains("a zip of drafts", "2 versions of 1 script");
    done(path);
    assertThat(content("novel", 2)).isEqualTo("v10.md");
  }

  @Test
  void aWordDocumentComesInWithItsTrackedChangesCountedWhateverItsName() {
    byte[] document =
        MadeDocument.word(
                MadeDocument.paragraph("Heading1", "Night")
                    + "<w:p>"
                    + MadeDocument.run("It is ")
                    + "<w:del><w:r><w:delText>light</w:delText></w:r></w:del><w:ins>"
                    + MadeDocument.run("dark")
                    + "</w:ins></w:p>")
            .bytes();
    String path = uploaded(new Form().upload("The Lamp.zip", document));
    assertThat(settled(path).text())
        .contains("a Word document, of which the text was imported, as Markdown")
        .contains("2 tracked changes, accepted");
    done(path);
    assertThat(content("The-Lamp", 1)).isEqualTo("# Night\n\nIt is dark\n");
  }

  @Test
  void aDocumentThatCannotBeReadIsNamedWithTheWayToGoOn() {
    byte[] book = new MadeDocument().with("mimetype", "application/epub+zip").bytes();
    Answer answer = site.post("/import", new Form().upload("book.zip", book));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("“book.zip” is a book in EPUB, which cannot be read here")
        .contains("as Word (.docx) or text, and import that.");
    String path =
        uploaded(
            new Form()
                .upload("The Keeper 1.txt", "one".getBytes(UTF_8))
                .upload("The Keeper 2.pdf", "%PDF-1.7".getBytes(UTF_8)));
    assertThat(settled(path).text()).contains("a PDF, which has printed pages");
  }

  @Test
  void aZipOfDraftsMayHaveAFileOfTheNameThatArchivesBeginWith() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write("{}".getBytes(UTF_8));
      zip.closeEntry();
    }
    String path = uploaded(new Form().upload("novel.zip", bytes.toByteArray()));
    assertThat(settled(path).text()).contains("a zip of drafts", "1 version of 1 script");
  }

  @Test
  void draftsOfAnotherTextThatWouldGoOnTopOfAScriptAreTold() {
    site.script("The-Keeper", "here\n");
    String written = uploaded(drafts());
    assertThat(settled(written).text())
        .contains("There is already a script “The-Keeper”, and its versions were not imported.");
    Form chosen = new Form().with("script_id", "keeper");
    site.post(written + "/preview", chosen);
    settled(written);
    site.post(written + "/start", chosen);
    settled(written);
    String other = uploaded(new Form().upload("keeper v1.md", "another\n".getBytes(UTF_8)));
    assertThat(settled(other).text())
        .contains("it already had 2 versions of other files; these come after them");
  }

  @Test
  void anUploadThatIsCancelledAfterItWasRefusedSaysNoMoreWhatWasWrong() throws IOException {
    String path = uploaded(bundle());
    settled(path);
    site.post(path + "/preview", new Form().with("path", "nothing.md"));
    assertThat(settled(path).text())
        .contains("No commit has a file nothing.md", "Import another file");
    assertThat(site.get(path + "/log.txt").html()).contains("No commit has a file nothing.md");
    site.post(path + "/cancel", new Form());
    assertThat(site.get(path).text()).contains("Cancelled.").doesNotContain("No commit has a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "utf-16", "gz", "bz2", "xz", "zst"})
  void anExportOfMediaWikiComesInPackedOrNot(String kind) throws IOException {
    byte[] xml =
        ("<?xml version=\"1.0\"?><mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\">"
                + "<page><title>Bridge</title><ns>0</ns><id>1</id><revision><id>7</id>"
                + "<timestamp>2020-01-01T00:00:00Z</timestamp><contributor><username>Ann</username>"
                + "<id>1</id></contributor><model>wikitext</model><format>text/x-wiki</format>"
                + "<text>It hums.</text></revision></page></mediawiki>")
            .getBytes(kind.equals("utf-16") ? UTF_16 : UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer(kind, bytes)) {
      out.write(xml);
    }
    String path = uploaded(new Form().upload("wiki", bytes.toByteArray()));
    assertThat(settled(path).text()).contains("an export of MediaWiki", "1 version of 1 script");
    done(path);
    assertThat(content("Bridge", 1)).isEqualTo("It hums.");
  }

  private static OutputStream packer(String kind, OutputStream out) throws IOException {
    return switch (kind) {
      case "gz" -> new GZIPOutputStream(out);
      case "bz2" -> new BZip2CompressorOutputStream(out);
      case "xz" -> new XZOutputStream(out, new LZMA2Options(1));
      case "zst" -> new ZstdOutputStream(out);
      default -> out;
    };
  }

  @Test
  void aReviewHistoryOfPrismQComesIn() {
    String json =
        "[{\"version_number\":1,\"script_text\":\"Once.\",\"created_by\":\"Ann\","
            + "\"created_at\":\"2025-01-01T00:00:00Z\"}]";
    String path = uploaded(new Form().upload("night.json", json.getBytes(UTF_8)));
    assertThat(settled(path).text())
        .contains("a review history of PrismQ", "1 version of 1 script");
    done(path);
    assertThat(content("night", 1)).isEqualTo("Once.");
  }

  @Test
  void aDatabaseThatIsNotPrismQsIsRefused() {
    byte[] database = Arrays.copyOf("SQLite format 3\0".getBytes(UTF_8), 4_096);
    Answer refused = settled(uploaded(new Form().upload("s.db", database)));
    assertThat(refused.text()).contains("a database of PrismQ", "Nothing was saved.");
    assertThat(refused.text()).doesNotContain("fault of the server");
  }

  @Test
  void anArchiveComesInAsItWasGivenOut() throws IOException {
    Path archive = folder.resolve("all.zip");
    try (Site other = Site.open(folder.resolve("other"))) {
      other.script("bridge", "one\n", "two\n");
    }
    CommandRun run =
        CommandRun.of(new ExportCommand(), "archive", archive, "--data", folder.resolve("other"));
    assertThat(run.status()).as(run.errors()).isZero();
    String path = uploaded(new Form().upload("all.zip", Files.readAllBytes(archive)));
    assertThat(settled(path).text()).contains("2 versions of 1 script to import");
    assertThat(done(path).text()).contains("2 versions of 1 script imported");
    assertThat(content("bridge", 2)).isEqualTo("two\n");

    byte[] broken = Files.readAllBytes(archive);
    broken[broken.length / 2] ^= 0x55;
    Answer refused = settled(uploaded(new Form().upload("all.zip", broken)));
    assertThat(refused.text()).contains("The archive is refused, and nothing of it was imported.");
  }

  @Test
  void aBrokenBundleIsRefusedByItsNameWithoutThePlaceItWasLaid() throws IOException {
    byte[] bytes = Files.readAllBytes(bundleFile(2));
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    Answer refused = settled(uploaded(new Form().upload("../../etc/half.bundle", cut)));
    assertThat(refused.heading()).isEqualTo("half.bundle");
    assertThat(refused.text())
        .contains("half.bundle cannot be read as a git bundle", "Nothing was saved.")
        .doesNotContain(System.getProperty("java.io.tmpdir") + "/");
  }

  @Test
  void whatIsNothingKnownIsRefusedWithWhatIs() throws IOException {
    int before = uploadsOnDisk().size();
    Answer unknown = site.post("/import", new Form().upload("cat.jpg", new byte[] {1, 0, 2}));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("“cat.jpg” is neither a text nor", "a git bundle");
    assertThat(uploadsOnDisk()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyUploadSaysWhatIsMissing(boolean named) {
    Answer empty = site.post("/import", new Form().upload(named ? "a.txt" : "", new byte[0]));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text())
        .contains(named ? "What was uploaded is empty." : "No file was chosen.");
  }

  @Test
  void aFormThatIsNoneIsRefused() {
    Answer answer =
        site.ask("POST", "/import", BodyPublishers.ofString("hello"), "Content-Type", "text/plain");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("did not arrive complete");
  }

  @Test
  void aBundleAmongDraftsIsToBeUploadedAlone() throws IOException {
    Answer mixed = site.post("/import", bundle().upload("a.md", "a".getBytes(UTF_8)));
    assertThat(mixed.status()).isEqualTo(422);
    assertThat(mixed.text())
        .contains("“whatever.dat” is a git bundle, which must be imported by itself");
  }

  @Test
  void whatIsFarTooLargeIsRefusedBeforeItIsSent() throws IOException {
    String answer =
        Raw.request(
            site.port(),
            "POST /import HTTP/1.1",
            "Host: 127.0.0.1:" + site.port(),
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: 3000000000");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("at once; this is more");
  }

  @Test
  void aTextOverTheLimitOfFormsComesInAsAnUpload() throws IOException {
    try (Site small = Site.open(folder.resolve("small"), 1_000)) {
      Site usual = site;
      site = small;
      byte[] large = "word ".repeat(2_000_000).getBytes(UTF_8);
      Form form = new Form().upload("a1.md", "short".getBytes(UTF_8)).upload("a2.md", large);
      Answer preview = settled(uploaded(form));
      assertThat(preview.text()).contains("1 version of 1 script", "a2.md", "size limit of 1000");
      site = usual;
    }
  }

  @Test
  void filesOfTheSameNameAreKeptApart() {
    Form form =
        new Form()
            .upload("a/v1.md", "one".getBytes(UTF_8))
            .upload("b/v1.md", "two".getBytes(UTF_8));
    assertThat(settled(uploaded(form)).text()).contains("2 versions of 1 script", "v1 (2).md");
  }

  @Test
  void labelsComeInWithAnArchiveAlsoWhereItsVersionsAreHereAlready() throws IOException {
    site.script("intro", "one\n", "two\n");
    site.versions().labelManager().give("intro", "Sent", 1);
    Path archive = folder.resolve("labelled.zip");
    CommandRun export =
        CommandRun.of(new ExportCommand(), "archive", archive, "--data", folder.resolve("data"));
    assertThat(export.status()).as(export.out()).isZero();
    site.versions().labelManager().remove("intro", "Sent");

    String path = uploaded(new Form().upload("labelled.zip", Files.readAllBytes(archive)));
    assertThat(settled(path).text()).contains("1 label to import. Nothing is saved yet.");
    assertThat(site.versions().labels("intro")).isEmpty();
    assertThat(done(path).text()).contains("1 label imported");
    assertThat(site.versions().labels("intro"))
        .extracting(Label::name, Label::versionNumber)
        .containsExactly(tuple("Sent", 1));
    String again = uploaded(new Form().upload("labelled.zip", Files.readAllBytes(archive)));
    assertThat(settled(again).text()).contains("Everything is already here");
  }

  @Test
  void aCancelledUploadIsGoneAndNothingWasSaved() throws IOException {
    int before = uploadsOnDisk().size();
    String path = uploaded(drafts());
    settled(path);
    assertThat(uploadsOnDisk()).hasSize(before + 1);
    site.post(path + "/cancel", new Form());
    assertThat(site.get(path).text()).contains("Cancelled.", "Nothing was saved.");
    assertThat(uploadsOnDisk()).hasSize(before);
    assertThat(done(path).text()).contains("Cancelled.");
    assertThat(site.versions().scriptCount()).isZero();
  }

  /** Starts an import that comes no further than its first batch while the work is done. */
  private void whileNothingCanBeSaved(String path, Runnable work) {
    site.database()
        .write(
            handle -> {
              site.post(path + "/start", new Form());
              page(
                  path,
                  page -> page.html().contains("<progress aria-label=\"Versions done\" max="));
              work.run();
              return null;
            });
  }

  @Test
  void anImportThatIsCancelledHalfwayKeepsWholeVersionsAndGoesOnLater() throws IOException {
    byte[] bytes = Files.readAllBytes(bundleFile(120));
    String path = uploaded(new Form().upload("long.bundle", bytes));
    settled(path);
    whileNothingCanBeSaved(
        path,
        () -> {
          assertThat(site.get(path).text()).contains("0 of 120 versions", "Importing.");
          site.post(path + "/cancel", new Form());
          assertThat(site.get(path).text()).contains("Stopping…");
        });
    assertThat(settled(path).text()).contains("50 versions imported before that are kept.");
    assertThat(site.versions().script("story.md").latestVersion()).isEqualTo(50);

    String again = uploaded(new Form().upload("long.bundle", bytes));
    assertThat(settled(again).text()).contains("70 versions of 1 script to import");
    done(again);
    assertThat(content("story.md", 120)).isEqualTo("Edition 120\n");
  }

  @Test
  void anotherImportWaitsInLineAndComesInAfterwards() throws IOException {
    String first = uploaded(bundle());
    String second = uploaded(drafts());
    String third = uploaded(new Form().upload("alone.md", "alone\n".getBytes(UTF_8)));
    List.of(first, second, third).forEach(this::settled);
    whileNothingCanBeSaved(
        first,
        () -> {
          site.post(second + "/start", new Form());
          site.post(third + "/start", new Form());
          assertThat(site.get(second).text()).contains("Waiting for 1 other upload.");
          site.post(second + "/cancel", new Form());
          assertThat(site.get(second).text()).contains("Cancelled.", "Nothing was saved.");
          assertThat(site.get(third).text()).contains("Waiting for 1 other upload.");
        });
    assertThat(settled(first).text()).contains("3 versions of 1 script imported");
    assertThat(settled(third).text()).contains("1 version of 1 script imported");
    assertThat(site.versions().findScript("The-Keeper")).isEmpty();
  }

  @Test
  void theProgressIsSentOnlyWhereItIsNewAndThePageWhereMoreIs() throws IOException {
    String path = uploaded(bundle());
    settled(path);
    whileNothingCanBeSaved(
        path,
        () -> {
          String shown = site.get(path).all("hx-get=\"([^\"]*)\"").get(0);
          assertThat(site.get(shown).status()).isEqualTo(204);
          Answer other = site.get(shown.replace("-3-0", "-0-0"));
          assertThat(other.text()).startsWith("0 of 3 versions");
          assertThat(site.get(path + "/progress?shown=PREVIEWED-working-0-0").header("HX-Retarget"))
              .isEqualTo("#import");
        });
  }

  @Test
  void anImportThatIsNotKnownIsNotFoundAndSaysHowToGoOn() {
    for (String path : List.of("/import/nothing", "/import/nothing/log.txt")) {
      Answer unknown = site.get(path);
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.text()).contains("no longer exists", "Upload the same file again");
    }
    assertThat(site.post("/import/nothing/start", new Form()).status()).isEqualTo(404);
    assertThat(site.get("/import/nothing/progress?shown=x").header("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void aServerThatStopsInTheMiddleLeavesNoFilesAndTheSameUploadGoesOn() throws IOException {
    int before = uploadsOnDisk().size();
    byte[] bytes = Files.readAllBytes(bundleFile(150));
    String path = uploaded(new Form().upload("long.bundle", bytes));
    settled(path);
    whileNothingCanBeSaved(path, () -> {});
    site.close();
    assertThat(uploadsOnDisk()).hasSize(before);
    open();
    assertThat(site.get(path).status()).isEqualTo(404);
    String again = uploaded(new Form().upload("long.bundle", bytes));
    settled(again);
    done(again);
    assertThat(site.versions().script("story.md").latestVersion()).isEqualTo(150);
    assertThat(content("story.md", 150)).isEqualTo("Edition 150\n");
  }

  @Test
  void whatAnotherSiteSendsIsRefused() {
    Answer refused = site.post("/import", drafts(), "Sec-Fetch-Site", "cross-site");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void thePageIsFoundFromTheScriptsAndFromANewOne() {
    for (String path : List.of("/", "/new")) {
      assertThat(site.get(path).html()).contains("href=\"/import\"");
    }
  }
}

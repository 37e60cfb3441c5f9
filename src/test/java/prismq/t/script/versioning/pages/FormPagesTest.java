package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;

@TestInstance(Lifecycle.PER_CLASS)
class FormPagesTest {
  private static final int SIZE_LIMIT = 20_000;

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder, SIZE_LIMIT);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer save(String scriptId, Form form) {
    return site.post("/scripts/" + scriptId + "/versions", form);
  }

  private byte[] saved(String scriptId, int versionNumber) {
    return site.get("/scripts/" + scriptId + "/versions/" + versionNumber + "/content").body();
  }

  private int latest(String scriptId) {
    return site.versions().script(scriptId).latestVersion();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Form newScript(String title, String scriptId, String content) {
    return new Form()
        .with("title", title)
        .with("script_id", scriptId)
        .with("content", content)
        .with("change_description", "First version")
        .with("author", "Script editor");
  }

  @Test
  void aScriptIsCreatedWithItsFirstVersion() {
    Answer answer = site.post("/scripts", newScript("Our Night", "our-night", "It is dark.\n"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/scripts/our-night?selected=1&saved=1");
    assertThat(saved("our-night", 1)).isEqualTo(utf8("It is dark.\n"));
    assertThat(site.get("/scripts/our-night").text()).contains("Our Night", "Script editor");
  }

  @Test
  void whatTheAddressSaysDoesNotCountForWhatStandsInAField() {
    site.script("addressed", "old\n");
    Form form = Form.version("new — é\n", "Script editor", "Second", 1);
    Answer answer =
        site.post("/scripts/addressed/versions?author=Another&content=other&alternate=yes", form);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(saved("addressed", 2)).isEqualTo(utf8("new — é\n"));
    assertThat(site.versions().version("addressed", 2).author().name()).isEqualTo("Script editor");
  }

  @Test
  void aScriptIdThatIsLeftEmptyIsMadeOfTheTitle() {
    Answer answer = site.post("/scripts", newScript("  Über die Brücke: Teil 2!", "", ""));
    assertThat(answer.header("Location")).endsWith("/scripts/uber-die-brucke-teil-2");
    assertThat(latest("uber-die-brucke-teil-2")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"has space", "ümlaut", "a/b", "..", ".", "x'y", "<b>", "a%b"})
  void aScriptIdOutsideTheRulesIsNamedAndNothingTypedIsLost(String scriptId) {
    Answer page = site.post("/scripts", newScript("Kept title", scriptId, "\n\nKept text"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("A script id is 1 to 100 letters", "Nothing was saved yet.");
    assertThat(page.field("title")).isEqualTo("Kept title");
    assertThat(page.field("script_id")).isEqualTo(scriptId);
    assertThat(page.textField()).isEqualToNormalizingNewlines("\n\nKept text");
    assertThat(page.html()).contains("id=\"script_id-error\"");
  }

  @Test
  void aTitleOfWhichNoIdCanBeMadeAsksForOne() {
    Answer page = site.post("/scripts", newScript("夜の橋", "", "text"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"script_id-error\"");
  }

  @Test
  void aScriptWithoutATitleIsNotCreated() {
    Answer page = site.post("/scripts", newScript(" ", "untitled", "text"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"title-error\"");
    assertThat(site.versions().findScript("untitled")).isEmpty();
  }

  @Test
  void aScriptIdThatIsTakenIsAConflictAndNothingTypedIsLost() {
    site.script("taken", "old\n");
    Answer page = site.post("/scripts", newScript("Another", "taken", "my text"));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("There is already a script “taken”. Choose another id.");
    assertThat(page.textField()).isEqualTo("my text");
    assertThat(latest("taken")).isEqualTo(1);
  }

  @Test
  void aFirstVersionWithoutAnAuthorCreatesNeitherScriptNorVersion() {
    Answer page = site.post("/scripts", newScript("T", "half", "text").with("none", ""));
    assertThat(page.status()).isEqualTo(303);
    Form anonymous =
        new Form().with("title", "T").with("script_id", "anonymous").with("content", "text");
    assertThat(site.post("/scripts", anonymous).status()).isEqualTo(422);
    assertThat(site.versions().findScript("anonymous")).isEmpty();
  }

  @Test
  void aVersionIsSavedAndTheHistoryShowsIt() {
    site.script("plain", "one\n");
    Answer answer = save("plain", Form.version("two\n", "Böb", "Counted on", 1));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/scripts/plain?selected=2&saved=2");
    assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    assertThat(saved("plain", 2)).isEqualTo(utf8("two\n"));
    String cookie = answer.header("Set-Cookie").split(";", -1)[0];
    assertThat(site.get("/scripts/plain/edit", "Cookie", cookie).field("author")).isEqualTo("Böb");
  }

  @Test
  void aMissingAuthorIsNamedEvenWhereTheBrowserRemembersOne() {
    site.script("who", "one\n");
    Answer page =
        site.post(
            "/scripts/who/versions",
            Form.version("two\n", "", "Why not", 1),
            "Cookie",
            "author=Somebody");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"author-error\"");
    assertThat(page.textField()).isEqualToNormalizingNewlines("two\n");
    assertThat(latest("who")).isEqualTo(1);
  }

  @Test
  void aChangeThatNobodyDescribedIsDescribedByWhatItIs() {
    site.script("why", "# One\n\nIt hums.\n\n# Two\n\nIt sings.\n");
    String[] texts = {
      "# One\n\nIt hums.\n\n# Two\n\nIt sings at night.\n",
      "# One\n\nIt hums.\n\nOften.\n\n# Two\n\nIt sings at night.\n",
      "# One\n\nIt hummed.\n\nOften.\n\n# Two\n\nIt sang at night.\n",
    };
    String[] lines = {
      "1 paragraph changed in “Two”",
      "1 paragraph added in “One”",
      "2 paragraphs changed in 2 sections",
    };
    for (int i = 0; i < texts.length; i++) {
      int base = i + 1;
      Answer answer = save("why", Form.version(texts[i], "Script editor", "  ", base));
      assertThat(answer.status()).as(answer.text()).isEqualTo(303);
      assertThat(site.versions().version("why", base + 1).changeDescription()).isEqualTo(lines[i]);
    }
  }

  @Test
  void allThatIsWrongIsToldAtOnceBesideItsFieldAndAboveThemAll() {
    site.script("wrong", "one\n");
    Answer page =
        save(
            "wrong",
            Form.version("two\n", " ", "Why not", 1)
                .with("save_on", "alternate")
                .with("alternate", "not a name"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("Please fix the fields below.", "Enter your name.");
    assertThat(page.html())
        .contains("href=\"#field-author\"", "href=\"#field-name\"")
        .contains("id=\"author-error\"", "id=\"name-error\"");
    assertThat(page.textField()).isEqualToNormalizingNewlines("two\n");
    Answer script = site.post("/scripts", newScript(" ", "a b", "text").with("author", ""));
    assertThat(script.status()).isEqualTo(422);
    assertThat(script.html()).contains("href=\"#field-title\"", "href=\"#field-script_id\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"🌉", "夜の橋", "…"})
  void aTitleWithoutLettersForAnIdIsKeptAndAnIdAskedFor(String title) {
    Answer page = site.post("/scripts", newScript(title, "", "text"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("The title has no letters a–z or digits to make an id from.");
    assertThat(page.field("title")).isEqualTo(title);
    assertThat(page.textField()).isEqualTo("text");
  }

  @Test
  void whatIsSavedInAFormIsByAHuman() {
    site.script("people", "one\n");
    save("people", Form.version("two\n", "Script editor", "Wrote on", 1));
    site.post("/scripts", newScript("By hand", "by-hand", "one\n"));
    assertThat(site.versions().version("people", 2).metadata().source()).isEqualTo("human");
    assertThat(site.versions().version("by-hand", 1).metadata().source()).isEqualTo("human");
  }

  @Test
  void whatWasSavedIsSaidAndUndoneByOneButton() {
    site.script("undone", "one\n");
    Answer saved = save("undone", Form.version("two\n", "Böb", "Counted on", 1));
    String landed = saved.header("Location").replaceFirst("^https?://[^/]+", "");
    Answer page = site.get(landed);
    assertThat(page.text()).contains("Saved as v2", "Undo", "Label it");
    Form undo =
        new Form()
            .with("to_version", page.field("to_version"))
            .with("branch", page.field("branch"))
            .with("base_version", page.field("base_version"))
            .with("author", page.field("author"))
            .with("change_description", page.field("change_description"));
    Answer undone = site.post("/scripts/undone/rollbacks", undo);
    assertThat(undone.status()).as(undone.text()).isEqualTo(303);
    assertThat(saved("undone", 3)).isEqualTo(utf8("one\n"));
    assertThat(site.versions().version("undone", 3).author().name()).isEqualTo("Böb");
    assertThat(site.get("/scripts/undone?selected=2").text()).doesNotContain("Saved as v2");
    assertThat(site.get("/scripts/undone?selected=1&saved=1").html())
        .contains("Saved as v1")
        .doesNotContain("name=\"to_version\"");
  }

  @Test
  void anEmptyTextIsAskedAboutOnceAndThenSaved() {
    site.script("gone", "one\n");
    Answer page = save("gone", Form.version("", "Script editor", "Start over", 1));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("The text is empty. Save an empty version?");
    assertThat(latest("gone")).isEqualTo(1);
    Form agreed = Form.version("", "Script editor", "Start over", 1).with("agreed", "yes");
    assertThat(save("gone", agreed).status()).isEqualTo(303);
    assertThat(saved("gone", 2)).isEmpty();
    assertThat(site.get("/scripts/gone/versions/2").text()).contains("This version is empty.");
  }

  @Test
  void theSameTextIsAskedAboutOnceAndThenSaved() {
    site.script("same", "one\n");
    Answer page = save("same", Form.version("one\n", "Script editor", "Signed off", 1));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("The text is the same as that of version 1");
    Form agreed = Form.version("one\n", "Script editor", "Signed off", 1).with("agreed", "yes");
    assertThat(save("same", agreed).status()).isEqualTo(303);
    assertThat(latest("same")).isEqualTo(2);
  }

  @Test
  void anUploadedFileWithNulBytesIsNoTextAndTheTypedTextComesBack() {
    site.script("binary", "one\n");
    Form form =
        Form.version("typed\n", "Script editor", "Oops", 1).upload("a.png", new byte[] {1, 0, 2});
    Answer page = save("binary", form);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains("This is not plain text: there is a NUL byte at position 1.")
        .contains("The uploaded file was left out");
    assertThat(page.textField()).isEqualToNormalizingNewlines("typed\n");
    assertThat(latest("binary")).isEqualTo(1);
  }

  @Test
  void anUploadWithBytesThatAreNoCharactersIsKeptByteForByteAndThePageSaysSo() {
    site.script("broken", "one\n");
    byte[] broken = utf8("café, größer, señor\r\nnaïve");
    broken[0] = (byte) 0xFF;
    Form form = Form.version("", "Script editor", "From the net", 1).upload("old.txt", broken);
    assertThat(save("broken", form).status()).isEqualTo(303);
    assertThat(saved("broken", 2)).isEqualTo(broken);
    assertThat(site.get("/scripts/broken/versions/2").text()).contains("Some bytes are not UTF-8.");
    Form edited =
        Form.version("\ufffdafé, größer, señor\nnaïve\nand more", "Script editor", "Went on", 2);
    assertThat(save("broken", edited).status()).isEqualTo(303);
    assertThat(saved("broken", 3)).startsWith((byte) 0xFF, (byte) 'a', (byte) 'f');
  }

  @Test
  void anUploadInAnotherEncodingIsReadByItAndWhatIsWrittenOnItIsInUtf8() {
    String text = "The café\r\nwas shut.\r\n";
    int version = 1;
    site.script("old", "one\n");
    for (String encoding : List.of("windows-1252", "x-MacRoman", "UTF-16LE", "UTF-16BE")) {
      byte[] bytes = text.getBytes(Charset.forName(encoding));
      Form form =
          Form.version("", "Script editor", "From the old machine", version)
              .upload("old.txt", bytes);
      assertThat(save("old", form).status()).isEqualTo(303);
      version++;
      assertThat(saved("old", version)).isEqualTo(bytes);
      assertThat(site.get("/scripts/old/versions/" + version).text())
          .contains(
              "The café was shut.",
              "Encoding " + TextEncoding.named(encoding).orElseThrow().label());
    }
    Form edited = Form.version("The café\nwas open.\n", "Script editor", "Went on", version);
    assertThat(save("old", edited).status()).isEqualTo(303);
    assertThat(saved("old", version + 1)).isEqualTo(utf8("The café\r\nwas open.\r\n"));
    assertThat(site.get("/scripts/old/compare/" + version + "..." + (version + 1)).text())
        .contains("The encoding changed from UTF-16 (big-endian) to UTF-8.");
  }

  @Test
  void windowsLineEndingsStayWhereATextIsEditedInTheForm() {
    site.script("windows", "one\r\ntwo\r\nthree\r\n");
    save("windows", Form.version("one\n2\nthree\nfour\n", "Script editor", "Counted", 1));
    assertThat(saved("windows", 2)).isEqualTo(utf8("one\r\n2\r\nthree\r\nfour\r\n"));
  }

  @Test
  void lineEndingsAreThoseOfTheVersionTheFormWasFilledFrom() {
    site.script("mixed", "one\r\ntwo\r\n", "uno\ndos\n");
    assertThat(site.get("/scripts/mixed/edit?from=1").field("filled_from")).isEqualTo("1");
    Form form =
        new Form()
            .with("content", "one\ntwo\nthree\n")
            .with("change_description", "Back to English")
            .with("author", "Script editor")
            .with("base_version", "2")
            .with("filled_from", "1");
    assertThat(save("mixed", form).status()).isEqualTo(303);
    assertThat(saved("mixed", 3)).isEqualTo(utf8("one\r\ntwo\r\nthree\r\n"));
  }

  @Test
  void unixLineEndingsStayThoughBrowsersSendOthers() {
    site.script("unix", "one\ntwo");
    save("unix", Form.version("one\ntwo\nthree", "Script editor", "Counted", 1));
    assertThat(saved("unix", 2)).isEqualTo(utf8("one\ntwo\nthree"));
  }

  @Test
  void aByteOrderMarkStaysWhereATextIsEditedInTheForm() {
    site.script("bom", "\ufeffone\ntwo\n");
    assertThat(site.get("/scripts/bom/edit").textField()).isEqualTo("one\ntwo\n");
    save("bom", Form.version("one\ntwo\nthree\n", "Script editor", "Counted", 1));
    assertThat(saved("bom", 2)).isEqualTo(utf8("\ufeffone\ntwo\nthree\n"));
  }

  @Test
  void blankLinesAtTheStartSurviveTheForm() {
    site.script("blank", "\n\n\nlate start\n");
    String shown = site.get("/scripts/blank/edit").textField();
    assertThat(shown).isEqualTo("\n\n\nlate start\n");
    save("blank", Form.version(shown + "more\n", "Script editor", "Went on", 1));
    assertThat(saved("blank", 2)).isEqualTo(utf8("\n\n\nlate start\nmore\n"));
  }

  @Test
  void aTypedTextOverTheLimitIsTooLargeAndStaysInTheForm() {
    site.script("large", "one\n");
    String large = "word ".repeat(SIZE_LIMIT / 4);
    Answer page = save("large", Form.version(large, "Script editor", "All of it", 1));
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.html()).contains("id=\"content-error\"");
    assertThat(page.textField()).isEqualTo(large);
    assertThat(latest("large")).isEqualTo(1);
  }

  @Test
  void aLongTextIsSavedAsItWasTypedAndAsItWasUploaded(@TempDir Path folder) {
    String book = "A long line of prose.\n".repeat(200_000);
    try (Site usual = Site.open(folder)) {
      usual.script("book", "one\n");
      Form typed = Form.version(book, "Script editor", "All of it", 1);
      assertThat(usual.post("/scripts/book/versions", typed).status()).isEqualTo(303);
      String file = Base64.getEncoder().encodeToString(utf8(book + "The end.\n"));
      Form uploaded =
          Form.version("", "Script editor", "Ended it", 2)
              .with("file", file)
              .with("file_name", "book.txt");
      assertThat(usual.post("/scripts/book/versions", uploaded).status()).isEqualTo(303);
      assertThat(usual.versions().content("book", 3).display()).isEqualTo(book + "The end.\n");
    }
  }

  @Test
  void anUploadOverTheLimitIsTooLarge() {
    site.script("heavy", "one\n");
    Form form =
        Form.version("", "Script editor", "All", 1)
            .upload("all.txt", utf8("word ".repeat(SIZE_LIMIT)));
    Answer page = save("heavy", form);
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.html()).contains("id=\"content-error\"");
  }

  @Test
  void aRequestThatIsFarTooLargeIsAnsweredWithAPageThatSaysSo() {
    site.script("huge", "one\n");
    Form form =
        Form.version("", "Script editor", "All", 1)
            .upload("all.txt", utf8("word ".repeat(400_000)));
    Answer page = save("huge", form);
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.heading()).isEqualTo("That is too large");
    assertThat(latest("huge")).isEqualTo(1);
  }

  @Test
  void somebodyWhoSavesOnAnOldHeadKeepsTheTextAndSeesWhatSavingWouldChange() {
    site.script("busy", "one\n", "one and a half\n");
    Answer page = save("busy", Form.version("two\n", "Script editor", "Counted", 1));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.textField()).isEqualToNormalizingNewlines("two\n");
    assertThat(page.text()).contains("Your text is still here.", "Changes to v");
    assertThat(page.field("base_version")).isEqualTo("1");
    assertThat(page.field("seen_head")).isEqualTo("2");
    assertThat(page.field("change_description")).isEqualTo("Counted");
    assertThat(latest("busy")).isEqualTo(2);
    assertThat(save("busy", Form.version("two\n", "Script editor", "Counted", 2)).status())
        .isEqualTo(303);
  }

  private Answer livePreview(String scriptId, String content, int baseVersion) {
    Form form = Form.version(content, "", "", baseVersion).with("action", "preview");
    return site.post("/scripts/" + scriptId + "/versions", form, "HX-Request", "true");
  }

  @Test
  void aPreviewWhileTypingIsAnsweredWithThePreviewAlone() {
    site.script("live", "one two\n");
    Answer answer = livePreview("live", "one three four\n", 1);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("2 words added, 1 word removed.");
    assertThat(answer.html())
        .contains("two</del>", "three four</ins>")
        .doesNotContain("<html", "<textarea", "class=\"error\"");
    assertThat(livePreview("live", "one two\n", 1).text()).startsWith("Nothing has changed.");
    assertThat(livePreview("live", "one  two\n", 1).text())
        .startsWith("No words added or removed;");
    assertThat(latest("live")).isEqualTo(1);
  }

  @Test
  void aPreviewOfWhatCannotBeSavedSaysWhy() {
    site.script("live-refused", "one\n");
    Answer notText = livePreview("live-refused", "one\u0000", 1);
    assertThat(notText.status()).isEqualTo(422);
    assertThat(notText.text()).contains("there is a NUL byte");
    String large = "word ".repeat(SIZE_LIMIT / 4);
    assertThat(livePreview("live-refused", large, 1).status()).isEqualTo(413);
    Form form = Form.version(large, "", "", 1).with("action", "preview");
    Answer page = save("live-refused", form);
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.textField()).isEqualTo(large);
  }

  @Test
  void aPreviewOnAnOldHeadSaysSo() {
    site.script("live-stale", "one\n", "one and a half\n");
    assertThat(livePreview("live-stale", "two\n", 1).text())
        .contains("Version 2 was saved meanwhile. This compares with version 1");
    assertThat(livePreview("live-stale", "two\n", 2).text()).doesNotContain("Meanwhile");
  }

  @Test
  void ofTwoFirstVersionsAtOnceTheSecondIsAConflictAndKeepsItsText() {
    site.script("race-to-begin");
    Answer empty = site.get("/scripts/race-to-begin/edit");
    assertThat(empty.field("base_version")).isEqualTo("0");
    save("race-to-begin", Form.version("mine\n", "First writer", "Begun", 0));
    Answer page = save("race-to-begin", Form.version("other\n", "Second writer", "Begun too", 0));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text())
        .contains("Version 1 was saved meanwhile.")
        .contains("Nothing was saved yet. Your text is still here.");
    assertThat(page.textField()).isEqualToNormalizingNewlines("other\n");
    assertThat(page.inserted()).containsExactly("mine", "other");
    assertThat(page.field("seen_head")).isEqualTo("1");
    assertThat(latest("race-to-begin")).isEqualTo(1);
  }

  @Test
  void aFormThatDoesNotSayWhatItWasWrittenOnOverwritesNobody() {
    site.script("unsaid", "one\n");
    Form form =
        new Form()
            .with("content", "two\n")
            .with("author", "Script editor")
            .with("change_description", "Counted");
    Answer page = save("unsaid", form);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.textField()).isEqualToNormalizingNewlines("two\n");
    assertThat(latest("unsaid")).isEqualTo(1);
  }

  @Test
  void whatIsTypedSurvivesADatabaseThatIsBusy(@TempDir Path folder) throws SQLException {
    try (Site own = Site.open(folder)) {
      own.script("busy", "one\n");
      String database = "jdbc:sqlite:" + own.database().file();
      try (Connection other = DriverManager.getConnection(database);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        Answer page =
            own.post("/scripts/busy/versions", Form.version("two\n", "Writer", "Counted", 1));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Nothing was saved. Try again. Your text is still here.");
        assertThat(page.textField()).isEqualToNormalizingNewlines("two\n");
        assertThat(page.field("base_version")).isEqualTo("1");
        Answer another = own.post("/scripts", newScript("New", "new", "a text\n"));
        assertThat(another.status()).isEqualTo(503);
        assertThat(another.text()).contains("What you typed is still here.");
        assertThat(another.textField()).isEqualToNormalizingNewlines("a text\n");
        statement.execute("ROLLBACK");
      }
      assertThat(own.versions().script("busy").latestVersion()).isEqualTo(1);
    }
  }

  @Test
  void anUploadedFileWinsOverTheTextFieldAndSurvivesAPreview() {
    site.script("file", "one\n");
    byte[] file = utf8("from\tthe file\r\n");
    Form form =
        Form.version("typed", "Script editor", "New draft", 1)
            .upload("draft.md", file)
            .with("action", "preview");
    Answer preview = save("file", form);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.text()).contains("Your changes", "draft.md", "byte for byte");
    assertThat(latest("file")).isEqualTo(1);
    Form again =
        Form.version(preview.field("content"), "Script editor", "New draft", 1)
            .with("file", preview.field("file"))
            .with("file_name", preview.field("file_name"))
            .upload("", new byte[0]);
    assertThat(save("file", again).status()).isEqualTo(303);
    assertThat(saved("file", 2)).isEqualTo(file);
  }

  @Test
  void anEmptyFileIsAskedAboutLikeAnEmptyText() {
    site.script("nothing", "one\n");
    Form form =
        Form.version("one\n", "Script editor", "Emptied", 1).upload("empty.txt", new byte[0]);
    assertThat(save("nothing", form).text()).contains("The text is empty. Save an empty version?");
  }

  @Test
  void aPreviewShowsTheChangeAndSavesNothing() {
    site.script("look", "one\n");
    Answer page = save("look", Form.version("two\n", "", "", 1).with("action", "preview"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.deleted()).containsExactly("one");
    assertThat(page.inserted()).containsExactly("two");
    assertThat(latest("look")).isEqualTo(1);
  }

  @Test
  void aRollbackBringsTheTextBackAsANewVersion() {
    site.script("back", "one\n", "two\n");
    Answer answer = site.post("/scripts/back/rollbacks", rollback("1", "2", "Script editor"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/scripts/back?selected=3&saved=3");
    assertThat(saved("back", 3)).isEqualTo(utf8("one\n"));
    assertThat(site.get("/scripts/back").text()).contains("restores v1");
  }

  @Test
  void aRollbackOnAnOldHeadAsksWhereBothChangedTheSame() {
    site.script("race", "one\n", "two\n", "three\n");
    Answer page = site.post("/scripts/race/rollbacks", rollback("1", "2", "Script editor"));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("Version 3 was saved meanwhile.", "One passage was changed");
    assertThat(page.textField()).isEqualToNormalizingNewlines("one\n");
    assertThat(page.field("seen_head")).isEqualTo("3");
    assertThat(latest("race")).isEqualTo(3);
  }

  @Test
  void aRollbackWithoutAnAuthorNamesIt() {
    site.script("unsigned", "one\n", "two\n");
    Answer page = site.post("/scripts/unsigned/rollbacks", rollback("1", "2", " "));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("id=\"author-error\"");
    assertThat(latest("unsigned")).isEqualTo(2);
  }

  @Test
  void formsThatNoPageHereSendsAreRefusedWithAPage() {
    site.script("odd", "one\n");
    assertThat(save("odd", Form.version("x", "A", "y", 9)).status()).isEqualTo(404);
    assertThat(save("odd", new Form().with("base_version", "first")).status()).isEqualTo(400);
    assertThat(
            save("odd", Form.version("x", "A", "y", 1).with("file", "%%%").with("file_name", "f"))
                .status())
        .isEqualTo(400);
    assertThat(site.post("/scripts/odd/rollbacks", rollback("x", "1", "A")).status())
        .isEqualTo(400);
    assertThat(site.post("/scripts/odd/rollbacks", rollback("7", "1", "A")).status())
        .isEqualTo(404);
    assertThat(site.post("/scripts/odd/rollbacks", new Form().with("x", "y")).status())
        .isEqualTo(400);
    assertThat(
            site.ask(
                    "POST",
                    "/scripts/odd/versions",
                    BodyPublishers.ofString("garbage"),
                    "Content-Type",
                    "multipart/form-data; boundary=none")
                .status())
        .isEqualTo(400);
    assertThat(latest("odd")).isEqualTo(1);
  }

  @Test
  void aFormThatDoesNotSayHowItIsTakenApartIsRefusedWithAPage() {
    site.script("unbounded", "one\n");
    Answer page =
        site.ask(
            "POST",
            "/scripts/unbounded/versions",
            BodyPublishers.ofString("garbage"),
            "Content-Type",
            "multipart/form-data");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("did not arrive complete. Nothing was saved.");
    assertThat(latest("unbounded")).isEqualTo(1);
  }

  @Test
  void theFirstVersionOfAScriptWithoutAnyIsSavedByTheForm() {
    site.script("bare");
    assertThat(save("bare", Form.version("one\n", "Script editor", "Begun", 0)).status())
        .isEqualTo(303);
    assertThat(ScriptText.of(saved("bare", 1)).display()).isEqualTo("one\n");
  }

  private static Form rollback(String to, String base, String author) {
    return new Form()
        .with("to_version", to)
        .with("base_version", base)
        .with("branch", "main")
        .with("author", author)
        .with("change_description", "The old one was better");
  }
}

package prismq.t.script.versioning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Templates;

class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;
  private Database database;
  private VersionManager versions;
  private Reports reports;
  private ReportSources sources;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    sources = ReportSources.of(database);
    versions = sources.versions();
    reports =
        new Reports(
            versions,
            new Comparisons(versions),
            new Templates(null),
            new Assets(null),
            sources.annexes(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    versions.createScript("bridge", "The Bridge: Η γέφυρα, Мост");
    save("Ann", "First draft", "human", 60, "The bridge hums.\n\nNobody knows why.\n");
    save("Борис", "=SUM(A1)", "ai", 80, "The bridge hums at night.\n\nNobody knows why.\n");
    new BranchManager(database).create("bridge", "dark/end", 1);
    versions.save(
        NewVersion.builder(
                "bridge", ScriptText.of("It is silent.\n"), Author.named("Ελένη"), "橋 🎬 | *dark*")
            .branch("dark/end")
            .createdAt(Instant.parse("2026-03-01T10:00:00Z"))
            .build());
  }

  @AfterEach
  void close() {
    sources.close();
    database.close();
  }

  private void save(String author, String why, String source, int score, String text) {
    versions.save(
        NewVersion.builder("bridge", ScriptText.of(text), Author.named(author), why)
            .createdAt(Instant.parse("2026-0" + score / 30 + "-01T10:00:00Z"))
            .metadata(
                Metadata.of(
                    Map.of("source", source, "review_score", score, "length_seconds", score)))
            .build());
  }

  private byte[] written(String scriptId, ReportChoices choices, ReportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      reports.write(scriptId, choices, format, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private String text(ReportChoices choices, ReportFormat format) {
    byte[] bytes = written("bridge", choices, format);
    return format == ReportFormat.PDF ? pdfText(bytes) : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String pdfText(byte[] bytes) {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode json(ReportChoices choices) throws IOException {
    return new ObjectMapper().readTree(written("bridge", choices, ReportFormat.JSON));
  }

  private static ReportChoices told() {
    return new ReportChoices(null, null, null, null, null, null, true, true, false);
  }

  private static final String ODD_LABEL = "<b>\"sent\"</b> | *x*; =SUM(A1)";

  private void label(int version, String... names) {
    for (String name : names) {
      versions.labelManager().give("bridge", name, version);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasTheLabelsOfEachVersion(ReportFormat format) {
    label(1, "Sent to Ann");
    label(3, "recorded", "broadcast");
    assertThat(text(ReportChoices.ALL, format)).contains("Sent to Ann", "recorded", "broadcast");
    ReportChoices first = narrowed(null, null, null, null, 1, 2);
    assertThat(text(first, format)).contains("Sent to Ann").doesNotContain("recorded");
  }

  @Test
  void jsonHasTheLabelsOfAVersionByTheirNamesAndAnEmptyListWhereItHasNone() throws IOException {
    label(3, "sent", "גרסה", ODD_LABEL);
    JsonNode report = json(ReportChoices.ALL);
    assertThat(report.at("/versions/2/labels"))
        .extracting(JsonNode::textValue)
        .containsExactly(ODD_LABEL, "sent", "גרסה");
    assertThat(report.at("/versions/0/labels").isArray()).isTrue();
    assertThat(report.at("/versions/0/labels")).isEmpty();
  }

  @Test
  void csvHasTheLabelsOfAVersionInOneCellThatIsNoFormula() {
    label(1, "=SUM(A1)", "גרסה");
    label(2, ODD_LABEL);
    String csv = text(ReportChoices.ALL, ReportFormat.CSV);
    assertThat(csv)
        .startsWith("version_number,branch,created_at,author,person,change_description,labels,");
    assertThat(csv)
        .contains(",First draft,\"'=SUM(A1); גרסה\",6,")
        .contains(",'=SUM(A1),\"<b>\"\"sent\"\"</b> | *x*;' =SUM(A1)\",8,")
        .contains("*dark*,,3,");
  }

  @Test
  void htmlTellsThatLabelsAreLabelsAndHasNoMarkupOfThem() {
    label(1, "sent");
    label(2, ODD_LABEL, "גרסה");
    String html = text(ReportChoices.ALL, ReportFormat.HTML);
    assertThat(html)
        .contains(">Label:</span> <span class=\"label-of\" dir=\"auto\">sent</span> </span>")
        .contains(">Labels:</span>", "dir=\"auto\">גרסה</span>", "&lt;b&gt;", "| *x*; =SUM(A1)")
        .contains("<span class=\"number\">3</span> <span class=\"name\">labels</span>")
        .doesNotContain("<b>");
  }

  @Test
  void aReportWithoutLabelsDoesNotSpeakOfThem() {
    for (ReportFormat format :
        List.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.MARKDOWN)) {
      String report = text(ReportChoices.ALL, format);
      assertThat(report.substring(report.indexOf("</style>") + 1))
          .doesNotContainIgnoringCase("label:");
    }
  }

  @Test
  void markdownHasLabelsInBoldWithNothingInThemThatIsMarkup() {
    label(1, "=SUM(A1)", "גרסה");
    label(2, ODD_LABEL);
    assertThat(text(ReportChoices.ALL, ReportFormat.MARKDOWN))
        .contains("\n- 3 labels\n")
        .contains("| Ann | **\\=SUM(A1)** **גרסה** First draft (on main, ")
        .contains("| **\\<b\\>\"sent\"\\</b\\> \\| \\*x\\*; =SUM(A1)** \\=SUM(A1) (on main, AI, ");
  }

  @Test
  void aPdfHasLabelsBeforeWhatWasChangedAndSaysWhatItCannotShow() {
    label(1, ODD_LABEL, "גרסה");
    label(2, "W".repeat(100));
    String pdf = text(ReportChoices.ALL, ReportFormat.PDF).replaceAll("\\s+", " ");
    assertThat(pdf)
        .contains("Labels: <b>\"sent\"</b> | *x*; =SUM(A1) □□□□ First draft", "6 characters");
    assertThat(pdf.replace(" ", "")).contains("Label:" + "W".repeat(100) + "=SUM(A1)");
  }

  private static List<Integer> numbers(JsonNode report) {
    List<Integer> numbers = new ArrayList<>();
    report.path("versions").forEach(one -> numbers.add(one.path("version_number").intValue()));
    return numbers;
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasTheSameVersionsWithTheirHashes(ReportFormat format) {
    String report = text(ReportChoices.ALL, format);
    for (int number = 1; number <= 3; number++) {
      Version version = versions.version("bridge", number);
      assertThat(report).contains(version.versionHash().hex().substring(0, 12));
      assertThat(report).contains(version.author().name());
    }
    assertThat(report).contains("First draft");
    if (format != ReportFormat.CSV) {
      assertThat(report).contains("The Bridge: Η γέφυρα, Мост");
      assertThat(report).contains(versions.version("bridge", 3).versionHash().hex());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatTellsWhatEachVersionChangedAndItsText(ReportFormat format) {
    assertThat(text(told(), format)).contains("at night", "It is silent.", "Nobody knows why.");
    assertThat(text(ReportChoices.ALL, format)).doesNotContain("at night", "It is silent.");
  }

  @ParameterizedTest
  @EnumSource
  void aScriptWithoutVersionsHasAReportThatSaysSo(ReportFormat format) {
    versions.createScript("bare", "Nothing yet");
    byte[] report = written("bare", told(), format);
    assertThat(report).isNotEmpty();
    if (format == ReportFormat.PDF) {
      assertThat(pdfText(report)).contains("Nothing yet", "no versions yet", "1 of 1");
    }
  }

  @Test
  void jsonHasTheNumbersOfAllVersionsAndOfWhoBroughtThemIn() throws IOException {
    JsonNode report = json(ReportChoices.ALL);
    assertThat(numbers(report)).containsExactly(1, 2, 3);
    assertThat(report.path("made_at").textValue()).isEqualTo("2026-05-01T12:00:00.000Z");
    assertThat(report.at("/period/from").textValue()).isEqualTo("2026-02-01T10:00:00.000Z");
    assertThat(report.at("/period/until").textValue()).isEqualTo("2026-03-01T10:00:00.000Z");
    assertThat(report.at("/totals/branches").intValue()).isEqualTo(2);
    assertThat(report.at("/contributions_by_author/0/author").textValue()).isEqualTo("Ann");
    assertThat(report.at("/contributions_by_author/0/words_inserted").intValue()).isEqualTo(6);
    assertThat(report.path("contributions_by_source"))
        .extracting(one -> one.path("source").textValue())
        .containsExactlyInAnyOrder("human", "ai", "unknown");
    assertThat(report.at("/versions/1/words_inserted").intValue()).isEqualTo(2);
    assertThat(report.at("/versions/1/changed_percent").intValue()).isEqualTo(14);
    assertThat(report.at("/versions/1/review_score").intValue()).isEqualTo(80);
  }

  @Test
  void branchAuthorPeriodAndNumbersNarrowIt() throws IOException {
    new BranchManager(database).rename("bridge", "dark/end", "silence", "");
    assertThat(numbers(json(narrowed("dark/end", null, null, null, null, null))))
        .containsExactly(3);
    assertThat(numbers(json(narrowed(null, "Ann", null, null, null, null)))).containsExactly(1);
    assertThat(numbers(json(narrowed(null, null, null, "2026-02-01", null, null))))
        .containsExactly(1, 2);
    assertThat(numbers(json(narrowed(null, null, null, "9999-12-31", null, null))))
        .containsExactly(1, 2, 3);
    assertThat(numbers(json(narrowed(null, null, "2026-02-01T10:00:01Z", null, null, null))))
        .containsExactly(3);
    assertThat(numbers(json(narrowed(null, null, null, null, 2, 2)))).containsExactly(2);
    assertThat(json(narrowed(null, null, null, null, 2, 2)).path("last_version_hash").textValue())
        .isEqualTo(versions.version("bridge", 2).versionHash().hex());
  }

  private static ReportChoices narrowed(
      @Nullable String branch,
      @Nullable String author,
      @Nullable String from,
      @Nullable String until,
      @Nullable Integer first,
      @Nullable Integer last) {
    return new ReportChoices(branch, author, from, until, first, last, false, false, false);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReason() {
    assertThatThrownBy(() -> narrowed(null, null, "2026-02-30", null, null, null))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("2026-03-31");
    assertThatThrownBy(() -> narrowed(null, null, "2026-03-02", "2026-03-01", null, null))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("ends before it starts");
    assertThatThrownBy(() -> narrowed(null, null, null, null, 3, 2))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("from 3 to 2");
    assertThatThrownBy(() -> json(narrowed("no", null, null, null, null, null)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("dark/end");
    assertThatThrownBy(() -> json(narrowed(null, "Nobody", null, null, null, null)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Ann");
    assertThatThrownBy(() -> json(narrowed(null, null, null, null, null, 9)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("1 to 3");
    assertThat(ReportFormat.of("md")).isEqualTo(ReportFormat.MARKDOWN);
    assertThat(ReportFormat.of("MD")).isEqualTo(ReportFormat.MARKDOWN);
    assertThatThrownBy(() -> ReportFormat.of("docx"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("csv, json or markdown");
  }

  @Test
  void noCellOfACsvIsAFormulaAndItsRowsAreAsTheStandardSays() {
    for (String start :
        List.of("=1", "+1", "-1", "@x", "＝1", "x;=2", " =3", "x\t\"@y", " x", "x\n\n-4")) {
      versions.save(
          NewVersion.builder("bridge", ScriptText.of("x"), Author.named("Ann"), start).build());
    }
    save("A \"quoted\", name", "two\nlines", "human", 60, "=cmd()\n");
    String csv = text(told(), ReportFormat.CSV);
    assertThat(csv).startsWith("version_number,branch,created_at,author,");
    assertThat(csv).endsWith("\r\n");
    assertThat(csv)
        .contains(",'=SUM(A1),", ",'=1,", ",'+1,", ",'-1,", ",'@x,", ",'＝1,")
        .contains(",\"x;'=2\",", ",' =3,", ",\"x\t'\"\"@y\",", ",\" x\",", ",\"x\n\n'-4\",")
        .contains("\"A \"\"quoted\"\", name\"", "\"two\nlines\"", "\"'=cmd()\n\"");
  }

  @Test
  void htmlNeedsNothingFromElsewhereAndHasNoMarkupOfTexts() {
    versions.createScript("odd", "<script>alert(1)</script> &");
    versions.save(
        NewVersion.builder(
                "odd", ScriptText.of("<img src=x>\u0007\n"), Author.named("<b>"), "]]> --> ' \"")
            .build());
    String html = new String(written("odd", told(), ReportFormat.HTML), StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("<script", "<img", "<b>", " href=", "url(", "@import");
    assertThat(html).contains("&lt;script&gt;", "&lt;img src=x&gt;");
    assertThat(html).doesNotContain("\u0007");
    assertThat(text(told(), ReportFormat.HTML)).contains("<polyline class=\"scores\"", "<ins>");
  }

  @Test
  void markdownHasNoMarkupOfTexts() {
    versions.createScript("odd", "# *Title* <b>");
    versions.save(
        NewVersion.builder(
                "odd", ScriptText.of("```\n# x\n"), Author.named("_a_|b"), "1. [x](y) `c`\n\n- d")
            .build());
    String markdown =
        new String(written("odd", told(), ReportFormat.MARKDOWN), StandardCharsets.UTF_8);
    assertThat(markdown)
        .contains("# Version history of \\# \\*Title\\* \\<b\\>\n")
        .contains("| \\_a\\_\\|b | 1\\. \\[x\\](y) \\`c\\` - d |")
        .contains("````\n```\n# x\n````\n");
    assertThat(text(told(), ReportFormat.MARKDOWN))
        .contains("The bridge hums<ins> at night</ins>.", "<del>");
  }

  @Test
  void aPdfIsTaggedNamedAndNumberedAndHasItsFontsInIt() throws IOException {
    for (int i = 0; i < 80; i++) {
      save("Ann", "Change number " + i, "human", 60, "Text " + i + "\n");
    }
    try (PDDocument pdf = Loader.loadPDF(written("bridge", ReportChoices.ALL, ReportFormat.PDF))) {
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Version history of The Bridge: Η γέφυρα, Мост");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= pages; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(pdf)).contains(page + " of " + pages);
      }
      for (PDPage page : pdf.getPages()) {
        page.getResources()
            .getFontNames()
            .forEach(
                name -> {
                  try {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
      }
      stripper.setStartPage(pages - 1);
      stripper.setEndPage(pages - 1);
      assertThat(stripper.getText(pdf)).contains("Author", "Changed", "Hash");
    }
  }

  @Test
  void whatNoFontOfAPdfHasIsReplacedAndTold() {
    String pdf = text(ReportChoices.ALL, ReportFormat.PDF);
    assertThat(pdf).contains("□ □ | *dark*", "2 characters are shown as □", "Ελένη", "Борис");
    assertThat(text(ReportChoices.ALL, ReportFormat.HTML)).contains("橋 🎬");
  }

  @Test
  void aPdfIsCalledByItsWholeTitleAndItsCommandIsInOneLine() throws IOException {
    versions.createScript("japan", "橋 🎬");
    versions.save(NewVersion.builder("japan", ScriptText.of("x\n"), Author.named("橋"), "").build());
    byte[] pdf = written("japan", told(), ReportFormat.PDF);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Version history of 橋 🎬");
    }
    assertThat(pdfText(pdf))
        .contains("\n□, ")
        .doesNotContain("#")
        .contains(Wording.CHECK_COMMAND + versions.version("japan", 1).versionHash().hex());
  }

  @ParameterizedTest
  @EnumSource
  void aParagraphBeforeOneThatIsAppendedIsNotToldOfAsChanged(ReportFormat format) {
    save(
        "Ann",
        "More",
        "human",
        60,
        "The bridge hums at night.\n\nNobody knows why.\n\nNobody asks.\n");
    String appended = text(onlyChanges(4), format);
    assertThat(appended).contains("Nobody asks.").doesNotContain("white space");
    save(
        "Ann",
        "Less",
        "human",
        60,
        "The bridge hums at  night.\n\nNobody knows why.\n\nNobody asks.\n");
    if (format != ReportFormat.CSV) {
      assertThat(text(onlyChanges(5), format)).contains("white space");
    }
  }

  private static ReportChoices onlyChanges(int version) {
    return new ReportChoices(null, null, null, null, version, version, true, false, false);
  }

  @Test
  void markdownHasThePlotsOfScoresAndLengthsToo() {
    assertThat(text(ReportChoices.ALL, ReportFormat.MARKDOWN))
        .contains("Words by version, from 0 to 8: ")
        .contains("Review score, from 0 to 100, of the versions that have one: ▅▇")
        .contains("Length, from 0 to 1 min 20 s, of the versions that have one: ▇█");
  }

  @Test
  void whoWaitsForTextsIsToldHowManyVersionsAreDone() throws IOException {
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void total(int count) {
            told.add("of " + count);
          }

          @Override
          public void done(int count) {
            told.add("+" + count);
          }
        };
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    new Reports(
            versions,
            new Comparisons(versions),
            new Templates(null),
            new Assets(null),
            sources.annexes(),
            clock,
            progress)
        .write("bridge", told(), ReportFormat.HTML, new ByteArrayOutputStream());
    assertThat(told).containsExactly("of 3", "+1", "+1", "+1");
  }

  @Test
  void theStyleSheetOfAFolderIsReadAnewForEachReport() throws IOException {
    Path css = Files.createDirectories(folder.resolve("static/css")).resolve("paper.css");
    reports =
        new Reports(
            versions,
            new Comparisons(versions),
            new Templates(null),
            new Assets(folder.resolve("static")),
            sources.annexes(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    for (String rules : List.of(".report { color: red }", ".report { color: blue }")) {
      Files.writeString(css, rules);
      assertThat(text(ReportChoices.ALL, ReportFormat.HTML))
          .contains("<style>" + rules + "</style>");
    }
  }

  @Test
  void aPdfTooLongForMemoryIsRefusedBeforeItIsLaidOut() {
    versions.createScript("long", "Long");
    String text = "Many words are in this text of one line.\n".repeat(100_000);
    // Together more than is laid out on a machine of any size.
    for (String draft : List.of(text, "Again.\n" + text, text + "Over.\n")) {
      versions.save(
          NewVersion.builder("long", ScriptText.of(draft), Author.named("Ann"), "").build());
    }
    assertThatThrownBy(() -> written("long", told(), ReportFormat.PDF))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.REPORT_TOO_LONG))
        .hasMessageContaining("as HTML");
    assertThat(written("long", told(), ReportFormat.HTML)).hasSizeGreaterThan(text.length());
  }

  @Test
  void atMostOnePdfIsMadeAtATimeAndOthersWaitForIt() throws InterruptedException {
    ConcurrentLinkedQueue<byte[]> made = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          new Thread(
              () -> made.add(written("bridge", ReportChoices.ALL, ReportFormat.PDF)), "pdf"));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(made).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedTextIsToldOfInItsPlaceAndTheRestIsThere(ReportFormat format) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE script_versions SET content = X'00' || substr(content, 2)"
                    + " WHERE version_number = 3 AND content IS NOT NULL"));
    String report = text(told(), format);
    assertThat(report).contains("at night").doesNotContain("It is silent.");
    assertThat(report.replaceAll("\\s+", " ")).containsIgnoringCase("damaged");
  }

  @Test
  void versionsAreReadInPartsWithNoneTwiceOrLeftOut() throws IOException {
    List<NewVersion> more = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      String author = i % 3 == 0 ? "Ann" : "Ben";
      more.add(
          NewVersion.builder("bridge", ScriptText.of("Text " + i), Author.named(author), "")
              .build());
    }
    versions.saveAll(more);
    JsonNode all = json(ReportChoices.ALL);
    assertThat(numbers(all)).hasSize(453).isSorted().doesNotHaveDuplicates();
    assertThat(numbers(json(narrowed(null, "Ann", null, null, null, null)))).hasSize(151);
    assertThat(all.at("/totals/versions").intValue()).isEqualTo(453);
  }
}

package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.TokenRight;

/** What was said of a script in review, as a page, in its report and as web annotations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewReportTest {
  private static final String SCRIPT = "/scripts/keeper";
  private static final String API = "/api/v1" + SCRIPT;
  private static final String OPEN_WORDS = "vexilquorm";

  private Site site;
  private Visitor admin;
  private Visitor editor;
  private Visitor viewer;
  private Visitor program;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
    Team team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    viewer = team.signedIn(Role.VIEWER);
    program = team.program(Role.ADMIN, TokenRight.WRITE_AS);
    fill();
  }

  @AfterAll
  void close() {
    site.close();
  }

  private JsonNode call(String path, String json) throws IOException {
    Answer answer = program.json("POST", "/api/v1" + path, json);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return json(answer);
  }

  private static JsonNode json(Answer answer) throws IOException {
    return new ObjectMapper().readTree(answer.html());
  }

  private void save(String text, String metadata) throws IOException {
    call(
        SCRIPT + "/versions",
        "{\"content\": \""
            + text
            + "\", \"author\": \"AI writer\", \"change_description\": \"x\", \"metadata\": {"
            + metadata
            + "}}");
  }

  private void fill() throws IOException {
    call("/scripts", "{\"script_id\": \"keeper\", \"title\": \"The <last> keeper\"}");
    save("The 🎬 keeper hums.\\n\\nNobody calls <b>him</b>.", "\"review_score\": 71.5");
    editor.post(SCRIPT + "/versions/1/read", new Form());
    save("The 🎬 keeper hums.\\n\\nNobody calls <b>him</b>.\\n\\nIt rains and it rains.", "");
    call(
        SCRIPT + "/versions/2/reviews",
        "{\"reviewers\": [{\"email\": \"editor@example.org\", \"role\": \"tone\"}]}");
    Answer given =
        editor.post(
            SCRIPT + "/reviews/1/verdicts",
            new Form().with("verdict", "request_changes").with("comment", "Too <wet> & dark."));
    assertThat(given.status()).isEqualTo(303);
    call(
        SCRIPT + "/versions/2/threads",
        "{\"quote\": \"it rains\", \"body\": \"=Why?\\nTell *us*.\", \"author\": \"AI writer\"}");
    JsonNode thread =
        call(
            SCRIPT + "/versions/1/threads",
            "{\"start\": 4, \"end\": 12, \"body\": \"Who is he?\", \"author\": \"AI writer\"}");
    call(
        SCRIPT + "/threads/" + thread.path("thread_id").asLong() + "/comments",
        "{\"body\": \"The last one.\", \"author\": \"AI writer\"}");
    call(SCRIPT + "/threads/" + thread.path("thread_id").asLong() + "/resolve", "{}");
    accept(suggest("hums", "sings"));
    call(
        SCRIPT + "/suggestions/reject",
        "{\"suggestion_ids\": [" + suggest("calls", "phones") + "], \"reason\": \"Old words.\"}");
    suggest("Nobody", OPEN_WORDS);
    call(SCRIPT + "/labels", "{\"name\": \"Final & cut\", \"version_number\": 2}");
  }

  private long suggest(String quote, String replacement) throws IOException {
    return call(
            SCRIPT + "/versions/2/suggestions",
            "{\"quote\": \""
                + quote
                + "\", \"replacement\": \""
                + replacement
                + "\", \"reason\": \"Better <so>.\", \"author\": \"AI writer\"}")
        .path("suggestion_id")
        .asLong();
  }

  private void accept(long suggestion) throws IOException {
    call(SCRIPT + "/suggestions/accept", "{\"suggestion_ids\": [" + suggestion + "]}");
  }

  private static String words(Answer page) {
    return page.text().replaceAll("\\s+", " ");
  }

  @Test
  void thePageTellsVerdictsThreadsSuggestionsAndWhoDidWhatWhen() {
    assertThat(viewer.get(SCRIPT).html()).contains("href=\"" + SCRIPT + "/review-report\"");
    assertThat(words(viewer.get(SCRIPT + "/review-report")))
        .contains("Review report The <last> keeper All versions")
        .contains("1 review · 1 of 1 verdicts given · 2 comment threads · 1 open")
        .contains("1 suggestion accepted · 1 suggestion rejected · 1 suggestion not decided")
        .contains("1, of v2 The editor tone Changes requested 61 %", "Too <wet> & dark.")
        .contains("v1 Saved with the version 71.5")
        .contains("on v2 · open it rains In v3, these words are as they were.", "Tell *us*.")
        .contains("on v1 · resolved by", "🎬 keep", "The last one.")
        .contains("Accepted by", "in v3", "hums sings Better <so>.")
        .contains("Rejected by", "Old words. calls phones")
        .contains("1 suggestion is not decided yet.")
        .contains("tone The editor 1 1 0 1", "The editor tone 1 1 0 0 0")
        .contains("Changes requested (v2)", "Commented on v2 and v1 (3 times)")
        .contains("Added the label “Final & cut” to v2");
  }

  @Test
  void thePageOfAVersionTellsOnlyOfThat() {
    assertThat(words(viewer.get(SCRIPT + "/review-report?version=1")))
        .contains("Version 1 1 comment thread", "No reviews of these versions.", "Who is he?")
        .contains("No suggestions for these versions.")
        .doesNotContain("it rains", "The editor");
    assertThat(words(viewer.get(SCRIPT + "/review-report?version=3")))
        .contains("Nobody has reviewed, commented on or suggested anything for these versions.");
    assertThat(viewer.get(SCRIPT + "/review-report?version=9").status()).isEqualTo(404);
    assertThat(viewer.get(SCRIPT + "/review-report?version=x").status()).isEqualTo(400);
    assertThat(viewer.get("/scripts/none/review-report").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "pdf", "csv", "json", "markdown"})
  void everyFormatOfTheReportHasTheReviewWhereItIsAskedFor(String format) throws IOException {
    String url = API + "/report?format=" + format;
    assertThat(told(viewer.get(url), format)).doesNotContain("Who is he?", "Old words.");
    assertThat(told(viewer.get(url + "&review=true"), format))
        .contains("dark.", "Who is he?", "The last one.", "it rains")
        .contains("sings", "phones", "Old words.")
        .doesNotContain(OPEN_WORDS);
  }

  private static String told(Answer answer, String format) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    if (!format.equals("pdf")) {
      return answer.html();
    }
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  @Test
  void noTextOfAReviewIsMarkupOrAFormula() {
    String url = API + "/report?review=true&format=";
    assertThat(viewer.get(url + "html").html())
        .contains("Too &lt;wet&gt; &amp; dark.", "=Why?")
        .doesNotContain("<wet>", "<so>");
    assertThat(viewer.get(url + "markdown").html())
        .contains("Too \\<wet\\> \\& dark.", "Tell \\*us\\*.")
        .doesNotContain("<wet>");
    assertThat(viewer.get(url + "csv").html())
        .contains(",verdicts,comments,suggestions")
        .contains("The editor (tone): Changes requested")
        .contains("[-hums-]{+sings+}");
  }

  @Test
  void jsonHasAllOfItForPrograms() throws IOException {
    JsonNode review = json(program.get(API + "/report?review=true&format=json")).path("review");
    assertThat(review.path("shown_in").asInt()).isEqualTo(3);
    JsonNode verdict =
        review.path("reviews").get(0).path("reviewers").get(0).path("verdicts").get(0);
    assertThat(verdict.path("verdict").asText()).isEqualTo("request_changes");
    assertThat(verdict.path("words_read").asInt()).isEqualTo(8);
    assertThat(verdict.path("words_to_read").asInt()).isEqualTo(13);
    assertThat(review.path("roles").get(0).path("against").asInt()).isEqualTo(1);
    assertThat(review.path("scores").get(0).path("scores").path("review_score").asDouble())
        .isEqualTo(71.5);
    assertThat(review.path("threads")).hasSize(2);
    assertThat(review.path("threads").get(0).path("resolved_at").asText()).isNotEmpty();
    assertThat(review.path("suggestions").findValuesAsText("accepted_in"))
        .containsExactly("3", "null");
    assertThat(review.path("open_suggestions").asInt()).isEqualTo(1);
    assertThat(review.path("timeline").findValuesAsText("act"))
        .contains("review_asked", "verdict_given", "thread_resolved", "suggestion_rejected");
  }

  @Test
  void allOfItComesAsWebAnnotationsWithTheKeysTheirModelRequires() throws IOException {
    Answer answer = viewer.get(API + "/review.jsonld");
    assertThat(answer.header("Content-Type"))
        .isEqualTo("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"");
    assertThat(answer.html()).doesNotContain(OPEN_WORDS);
    JsonNode collection = json(answer);
    assertThat(collection.path("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    assertThat(collection.path("type").asText()).isEqualTo("AnnotationCollection");
    JsonNode page = collection.path("first");
    assertThat(page.path("type").asText()).isEqualTo("AnnotationPage");
    assertThat(page.path("partOf")).isEqualTo(collection.path("id"));
    assertThat(collection.path("last")).isEqualTo(page.path("id"));
    assertThat(page.path("items")).hasSize(collection.path("total").asInt());
    List<String> motivations = new ArrayList<>();
    for (JsonNode annotation : page.path("items")) {
      motivations.add(annotation.path("motivation").asText());
      isAnnotation(annotation);
    }
    assertThat(motivations)
        .containsExactlyInAnyOrder(
            "commenting", "replying", "commenting", "editing", "editing", "assessing");
    assertThat(page.path("items").findValuesAsText("id")).doesNotHaveDuplicates();
    JsonNode first = page.path("items").get(0).path("target").get(0).path("selector");
    assertThat(first.get(0).path("exact").asText()).isEqualTo("🎬 keeper");
    assertThat(first.get(0).path("prefix").asText()).isEqualTo("The ");
    assertThat(first.get(0).path("suffix").asText()).startsWith(" hums.");
    assertThat(first.get(1).path("start").asInt()).isEqualTo(4);
    assertThat(first.get(1).path("end").asInt()).isEqualTo(12);
    assertThat(json(viewer.get(API + "/review.jsonld?version=1")).path("total").asInt())
        .isEqualTo(2);
    assertThat(viewer.get(API + "/review.jsonld?version=9").status()).isEqualTo(404);
  }

  private static void isAnnotation(JsonNode annotation) {
    assertThat(annotation.path("id").asText()).startsWith("http://");
    assertThat(annotation.path("type").asText()).isEqualTo("Annotation");
    assertThat(annotation.path("created").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(annotation.path("creator").path("name").asText()).isNotEmpty();
    JsonNode body = annotation.path("body");
    for (JsonNode one : body.isArray() ? body : List.of(body)) {
      assertThat(one.path("type").asText()).isEqualTo("TextualBody");
      assertThat(one.path("value").asText()).isNotEmpty();
      assertThat(one.path("format").asText()).startsWith("text/");
    }
    JsonNode target = annotation.path("target");
    for (JsonNode one : target.isArray() ? target : List.of(target)) {
      if (one.isTextual()) {
        assertThat(one.asText()).startsWith("http://");
      } else {
        assertThat(one.path("type").asText()).isEqualTo("SpecificResource");
        assertThat(one.path("source").asText()).startsWith("http://");
        assertThat(one.path("selector").findValuesAsText("type"))
            .containsExactly("TextQuoteSelector", "TextPositionSelector");
      }
    }
  }

  @Test
  void guestsOfASharedReportAreNotToldOfTheReview() {
    Form form = Sharing.report().with("options", "review=true");
    Sharing.SharedVisit visit = Sharing.open(site, Sharing.make(admin, "keeper", form));
    assertThat(visit.page().text())
        .contains("The <last> keeper")
        .doesNotContain("Who is he?", "Changes requested");
    for (String format : List.of("html", "json", "markdown")) {
      Answer file = visit.guest().get(visit.url() + "/report?review=true&format=" + format);
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.html()).doesNotContain("Who is he?", "Changes requested");
    }
  }

  @Test
  void whatWasSaidIsToldThoughTheTextIsDamaged() throws IOException {
    call("/scripts", "{\"script_id\": \"torn\", \"title\": \"Torn\"}");
    call(
        "/scripts/torn/versions",
        "{\"content\": \"one two\", \"author\": \"Ann\", \"change_description\": \"x\"}");
    call(
        "/scripts/torn/versions/1/threads",
        "{\"quote\": \"two\", \"body\": \"Why two?\", \"author\": \"Ann\"}");
    site.damage("torn", 1);
    assertThat(words(viewer.get("/scripts/torn/review-report")))
        .contains("Why two?", "Where these words are now is not known");
    JsonNode report = json(program.get("/api/v1/scripts/torn/report?review=true&format=json"));
    assertThat(report.path("review").path("threads").get(0).path("state").isNull()).isTrue();
  }

  @Test
  void whoMayNotReadTheScriptIsToldNothing() {
    for (String path : List.of(SCRIPT + "/review-report", API + "/review.jsonld")) {
      Answer answer = site.get(path);
      assertThat(answer.status()).isNotEqualTo(200);
      assertThat(answer.text()).doesNotContain("Who is he?", "The <last> keeper");
    }
  }
}

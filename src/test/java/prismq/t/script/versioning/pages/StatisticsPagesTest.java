package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.token.TokenRight;

/** Lengths and scores of versions, their targets, and what is said beside comparisons. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsPagesTest {
  private static final String SCENES =
      """
      INT. LAMP ROOM - DUSK

      KEEPER
      The lamp is dark.

      EXT. GALLERY - NIGHT

      INSPECTOR <B>
      Who is there?
      """;

  private Site site;
  private Team team;
  private Visitor admin;
  private Visitor editor;
  private Visitor program;
  private int scripts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    team.add(Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    editor = team.signedIn(Role.EDITOR);
    program = team.program(Role.ADMIN, TokenRight.ADMIN);
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** A script with these texts; its address. */
  private String script(String... texts) {
    String id = "timed" + ++scripts;
    site.script(id, texts);
    return "/scripts/" + id;
  }

  private static String words(int count) {
    return "word ".repeat(count).strip() + "\n";
  }

  private void save(String script, String text, Map<String, Object> metadata) {
    site.versions()
        .save(
            NewVersion.builder(
                    script.substring("/scripts/".length()),
                    ScriptText.of(text),
                    Site.WRITER,
                    "Another draft")
                .metadata(Metadata.of(metadata))
                .build());
  }

  private Answer change(String script, String json) {
    return program.json("PATCH", "/api/v1" + script, json);
  }

  private String statistics(String script, String query) {
    Answer page = editor.get(script + "/statistics" + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.text().replaceAll("\\s+", " ");
  }

  @Test
  void aManagerSaysHowLongAScriptIsToLastAndThePageSaysHowItStands() {
    String script = script(words(75), words(150), words(152));
    String settings = script + "/statistics/settings";
    Form form =
        new Form()
            .with("words_per_minute", "60")
            .with("target", "1:15")
            .with("tolerance", "5")
            .with("score_name_1", "pace")
            .with("score_direction_1", "lower")
            .with("score_target_1", "3,5");
    assertThat(editor.post(settings, form).status()).isEqualTo(403);
    assertThat(admin.post(settings, form).status()).isEqualTo(303);
    assertThat(statistics(script, "?version=1"))
        .contains("1:15 within the target of 1:15 ± 0:05", "60 words a minute");
    assertThat(statistics(script, "")).contains("2:32 1:17 over the target of 1:15 ± 0:05");
    String read = editor.get(settings).text();
    assertThat(read).contains("60 words a minute; Target 1:15 ± 0:05; pace");
    assertThat(admin.get(settings).field("score_target_1")).isEqualTo("3.5");
    assertThat(editor.get(script + "/compare/1...2").text())
        .contains("+1:15 min (1:15 → 2:30), leaves the target of 1:15 ± 0:05");
    assertThat(editor.get(script + "/compare/2...1").text())
        .contains("−1:15 min (2:30 → 1:15), reaches the target of 1:15 ± 0:05");
    assertThat(editor.get(script + "/compare/2...3?view=unified").text())
        .contains("+2 s (2:30 → 2:32), 1:17 over the target of 1:15 ± 0:05");
    assertThat(admin.get("/audit").text()).contains("60 words a minute; Target 1:15 ± 0:05; pace");
  }

  @Test
  void wrongSettingsAreRefusedFieldByFieldAndKept() {
    String script = script("One.\n");
    Form form =
        new Form()
            .with("words_per_minute", "5")
            .with("target", "1:75")
            .with("tolerance", "x")
            .with("score_name_1", "pace")
            .with("score_name_2", "pace")
            .with("score_target_2", "high");
    Answer refused = admin.post(script + "/statistics/settings", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains(
            "Enter a whole number from 20 to 1000.",
            "Nothing was changed.",
            "Enter a number up to a billion");
    assertThat(refused.field("target")).isEqualTo("1:75");
    Form twice = new Form().with("words_per_minute", "150").with("score_name_1", "pace");
    assertThat(
            admin.post(script + "/statistics/settings", twice.with("score_name_2", "pace")).text())
        .contains("“pace” is there twice.");
    for (String wrong :
        List.of(
            "{\"words_per_minute\": 19}",
            "{\"words_per_minute\": \"fast\"}",
            "{\"target_length\": {\"seconds\": 0}}",
            "{\"target_length\": {\"seconds\": 75, \"tolerance\": 76}}",
            "{\"target_length\": {\"minutes\": 75}}",
            "{\"target_length\": 75}",
            "{\"named_scores\": [{\"name\": \"\"}]}",
            "{\"named_scores\": [{\"name\": \"a\", \"direction\": \"up\"}]}",
            "{\"named_scores\": [{\"name\": \"a\", \"target\": 1e400}]}",
            "{\"named_scores\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}",
            "{\"length_warning\": \"yes\"}")) {
      assertThat(change(script, wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(change(script, "{}").status()).isEqualTo(422);
    Visitor writer = team.program(Role.EDITOR, TokenRight.WRITE);
    assertThat(writer.json("PATCH", "/api/v1" + script, "{\"length_warning\": true}").status())
        .isEqualTo(403);
  }

  @Test
  void theApiChangesOnlyWhatItNames() {
    String script = script("One.\n");
    assertThat(
            change(
                    script,
                    "{\"words_per_minute\": 160, \"target_length\": {\"seconds\": 75},"
                        + " \"named_scores\": [{\"name\": \"pace\", \"direction\": \"lower\"}]}")
                .text())
        .contains(
            "\"words_per_minute\":160,\"target_length\":{\"seconds\":75,\"tolerance\":3},"
                + "\"named_scores\":[{\"name\":\"pace\",\"direction\":\"lower\",\"target\":null}],"
                + "\"length_warning\":false");
    assertThat(change(script, "{\"length_warning\": true}").text())
        .contains("\"words_per_minute\":160,\"target_length\":{\"seconds\":75");
    assertThat(change(script, "{\"words_per_minute\": null, \"target_length\": null}").text())
        .contains("\"words_per_minute\":150,\"target_length\":null", "\"name\":\"pace\"");
  }

  @Test
  void aScreenplayIsCountedBySceneCharacterAndPlace() {
    String script = script(SCENES, SCENES + "\nINSPECTOR\nIt is late.\n");
    String page = statistics(script, "");
    assertThat(page)
        .contains(
            "1 INT. LAMP ROOM - DUSK 1/8",
            "2 EXT. GALLERY - NIGHT 1/8",
            "KEEPER 4 1 1 1",
            "INSPECTOR <B> 3 1 1 1",
            "INSPECTOR 3 1 1 1",
            "LAMP ROOM INT 1",
            "GALLERY EXT 1",
            "Human and AI");
    assertThat(statistics(script, "?version=2&since=1"))
        .contains("v1 → v2", "± since v1", "INSPECTOR 3 1 1 1");
    assertThat(statistics(script, "?character=KEEPER")).contains("Length of KEEPER over the");
    assertThat(statistics(script, "?scene=2"))
        .contains("Length of EXT. GALLERY - NIGHT over the versions");
    assertThat(editor.get(script + "/statistics").html())
        .contains("INSPECTOR &lt;B&gt;</bdi>", "href=\"" + script + "/versions/1\"")
        .doesNotContain("<B>");
  }

  @Test
  void markdownHasSectionsAndNoCharacters() {
    String script = script("# Hook\n\nWhy is it salty?\n");
    String page = statistics(script, "");
    assertThat(page).contains("Sections", "1 Hook 5 0:02").doesNotContain("Characters", "Places");
  }

  @Test
  void whatWasMeasuredIsMeasuredAnewWhereTheFormatIsAnother() {
    String script = script("# Hook\n\nWhy?\n", "# Hook\n\nWhy so?\n");
    assertThat(statistics(script, "")).contains("Sections 1 Hook".substring(0, 8));
    change(script, "{\"format\": \"screenplay\"}");
    assertThat(statistics(script, "")).contains("Places");
    change(script, "{\"format\": \"plain\"}");
    String table = statistics(script, "");
    assertThat(table).contains("v2 0:01").doesNotContain("Places");
  }

  @Test
  void scoresOfMetadataComeBeforeThoseOfVerdicts() {
    String script = script(words(10));
    save(script, words(20), Map.of("pace", 6.25));
    save(script, words(30), Map.of("source", "ai"));
    change(script, "{\"named_scores\": [{\"name\": \"pace\", \"target\": 7}]}");
    verdict(script, 3, "{\"pace\": 7.5}");
    assertThat(statistics(script, ""))
        .contains("pace 7.5 target reached: at least 7", "v3 0:12 7.5", "v2 0:08 6.25");
    assertThat(editor.get(script + "/compare/2...3").text())
        .contains("+4 s (0:08 → 0:12) · pace 6.25 → 7.5 (target reached: at least 7)");
    assertThat(editor.get(script + "/compare/1...3").text()).contains("pace – → 7.5");
  }

  private void verdict(String script, int version, String scores) {
    String asked = "{\"reviewers\": [{\"email\": \"editor@example.org\"}]}";
    String reviews = "/api/v1" + script + "/versions/" + version + "/reviews";
    assertThat(program.json("POST", reviews, asked).status()).isEqualTo(201);
    Answer said =
        team.program(Role.EDITOR, TokenRight.WRITE)
            .json(
                "POST",
                "/api/v1" + script + "/reviews/1/verdicts",
                "{\"verdict\": \"approve\", \"scores\": " + scores + "}");
    assertThat(said.status()).as(said.text()).isEqualTo(201);
  }

  @Test
  void aStatedLengthCountsForTheTarget() {
    String script = script();
    save(script, words(300), Map.of("length_seconds", 80));
    save(script, words(310), Map.of("length_seconds", 75));
    change(script, "{\"target_length\": {\"seconds\": 75, \"tolerance\": 0}}");
    assertThat(statistics(script, "")).contains("1:15 within the target of 1:15");
    assertThat(editor.get(script + "/compare/1...2").text())
        .contains("−5 s (1:20 → 1:15, as given), reaches the target of 1:15");
  }

  @Test
  void aVersionThatIsNotThereIsSaidSo() {
    String script = script("One.\n");
    assertThat(editor.get(script + "/statistics?version=7").status()).isEqualTo(404);
    assertThat(editor.get(script + "/statistics?since=7").status()).isEqualTo(404);
    assertThat(editor.get(script + "/statistics?branch=none").status()).isEqualTo(404);
    assertThat(editor.get(script + "/statistics?version=x").status()).isEqualTo(400);
    assertThat(editor.get(script + "/statistics?scene=99&character=").status()).isEqualTo(200);
    assertThat(statistics(script(), "")).contains("No versions yet");
  }
}

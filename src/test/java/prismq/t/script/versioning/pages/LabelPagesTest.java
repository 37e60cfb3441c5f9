package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class LabelPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer page(String scriptId) {
    Answer page = site.get("/scripts/" + scriptId + "/labels");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }

  private Answer give(String scriptId, String name, String version, String... move) {
    Form form = new Form().with("name", name).with("version", version);
    for (String value : move) {
      form.with("move", value);
    }
    return site.post("/scripts/" + scriptId + "/labels", form);
  }

  private static void leadsTo(Answer answer, String address) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(address);
  }

  @Test
  void aScriptWithoutLabelsSaysWhatTheyAreForAndOffersTheLatestVersion() {
    site.script("plain", "one\n", "two\n");
    assertThat(page("plain").text()).contains("A label names a version that matters");
    assertThat(page("plain").field("version")).isEqualTo("2");
    assertThat(site.get("/scripts/plain/labels?version=1").field("version")).isEqualTo("1");
    site.script("empty");
    assertThat(page("empty").text()).contains("No versions yet", "Write version 1");
  }

  @Test
  void aLabelStandsBesideItsVersionOnEveryPageThatShowsIt() {
    site.script("seen", "one\n", "two\n", "three\n");
    leadsTo(give("seen", " Sent to the client ", "2"), "/scripts/seen/labels#v2");
    leadsTo(give("seen", "Recorded", "3"), "/scripts/seen/labels#v3");
    assertThat(page("seen").text())
        .contains("2 labelled versions", "Draft number 2")
        .containsSubsequence("Recorded", "v3", "Sent to the client", "v2");
    assertThat(page("seen").html())
        .contains("/scripts/seen/compare/2...3\">Compare v2 with this")
        .contains("/scripts/seen/compare/2...3\">Compare with current, v3")
        .doesNotContain("/scripts/seen/compare/1...2");
    String chip = "<bdi>Sent to the client</bdi>";
    for (String shown :
        new String[] {
          "/scripts/seen",
          "/scripts/seen/versions/2",
          "/scripts/seen/compare/1...2",
          "/scripts/seen/compare/2...3"
        }) {
      assertThat(site.get(shown).html()).as(shown).contains(chip);
    }
    assertThat(site.get("/scripts/seen/versions/3").html()).doesNotContain(chip);
    assertThat(site.get("/scripts/seen").html())
        .contains("<a href=\"/scripts/seen/labels\">2 labelled versions</a>");
    assertThat(site.get("/scripts/seen/versions/2").html())
        .contains("/scripts/seen/labels?version=2#give");
  }

  @Test
  void aLabelOfAnotherVersionIsOfferedToBeMovedAndNothingTypedIsLost() {
    site.script("moved", "one\n", "two\n");
    give("moved", "Final", "1");
    Answer asked = give("moved", "Final", "2");
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.text())
        .contains("No label was added", "Version 1 of “moved” has the label “Final”")
        .contains("Move it from that version");
    assertThat(asked.field("name")).isEqualTo("Final");
    assertThat(asked.field("version")).isEqualTo("2");
    leadsTo(give("moved", "Final", "2", "true"), "/scripts/moved/labels#v2");
    assertThat(page("moved").html()).contains("id=\"v2\"").doesNotContain("id=\"v1\"");
  }

  @Test
  void whatChangedIsToldAlongTheBranchOfALabelledVersion() {
    site.script("branched", "one\n", "two\n");
    site.branches().create("branched", "alternate", 1);
    site.versions()
        .save(
            NewVersion.builder("branched", ScriptText.of("other\n"), Site.WRITER, "Other")
                .branch("alternate")
                .build());
    site.save("branched", ScriptText.of("four\n"));
    give("branched", "Start", "1");
    give("branched", "On main", "2");
    give("branched", "On the alternate", "3");
    assertThat(page("branched").html())
        .contains("/scripts/branched/compare/1...3\">Compare v1 with this")
        .contains("/scripts/branched/compare/1...2\">Compare v1 with this")
        .contains("/scripts/branched/compare/2...4\">Compare with current, v4")
        .doesNotContain("compare/2...3", "compare/3...4");
  }

  @Test
  void aLabelIsTakenAwayAndGivenBackInOneStep() {
    site.script("taken", "one\n", "two\n");
    give("taken", HOSTILE, "1");
    Form form = new Form().with("name", HOSTILE);
    Answer removed = site.post("/scripts/taken/labels/remove", form);
    assertThat(removed.status()).isEqualTo(303);
    assertThat(site.versions().labels("taken")).isEmpty();
    Answer offered = site.get(removed.header("Location").replaceFirst("^http://[^/]+|#.*$", ""));
    assertThat(offered.text()).contains("was removed from version 1", "Version 1: Draft");
    assertThat(offered.html()).doesNotContain("<img src=x");
    assertThat(offered.field("name")).isEqualTo(HOSTILE);
    give("taken", offered.field("name"), offered.field("version"));
    assertThat(site.versions().labels("taken")).hasSize(1);
    assertThat(site.get("/scripts/taken/labels?removed=" + "x".repeat(101)).text())
        .doesNotContain("was taken away");
  }

  @Test
  void aLabelThatWasTakenAwayBeforeIsToldAtTheTop() {
    site.script("twice", "one\n", "two\n");
    give("twice", "Final", "1");
    Form form = new Form().with("name", "Final");
    assertThat(site.post("/scripts/twice/labels/remove", form).status()).isEqualTo(303);
    Answer again = site.post("/scripts/twice/labels/remove", form);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text())
        .contains("No version of “twice” has the label “Final”; it may have been removed.")
        .doesNotContain("What you typed is still here", "was taken away");
    assertThat(again.html()).doesNotContain("aria-invalid=\"true\"");
  }

  @Test
  void ofManyLabelsOnOneVersionTheFirstAreShownBesideIt() {
    site.script("crowded", "one\n");
    for (int number = 1; number <= 9; number++) {
      give("crowded", "Label " + number, "1");
    }
    for (String shown : new String[] {"", "/versions/1"}) {
      assertThat(site.get("/scripts/crowded" + shown).text())
          .contains("Label 5", "and 4 more")
          .doesNotContain("Label 6");
    }
    assertThat(page("crowded").text()).contains("Label 1", "Label 9");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, Enter a name",
    "'two\nlines', 1, one line",
    "Final, '', number of the version",
    "Final, none, number of the version",
    "\u200b, 1, no visible character",
    "Final, 0, number of the version",
    "Final, 99999999999, number of the version"
  })
  void whatIsWrongIsMarkedAndNothingTypedIsLost(String name, String version, String problem) {
    if (site.versions().findScript("wrong").isEmpty()) {
      site.script("wrong", "one\n");
    }
    Answer answer = give("wrong", name, version);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("No label was added", problem);
    assertThat(answer.field("version")).isEqualTo(version);
    assertThat(site.versions().labels("wrong")).isEmpty();
  }

  @Test
  void aVersionThatDoesNotExistIsToldAtItsFieldAndNothingTypedIsLost() {
    site.script("short", "one\n");
    Answer answer = give("short", "Final", "7");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("No label was added", "its only version is 1");
    assertThat(answer.html()).contains("id=\"version-error\"");
    assertThat(answer.field("name")).isEqualTo("Final");
    assertThat(answer.field("version")).isEqualTo("7");
    assertThat(site.versions().labels("short")).isEmpty();
  }

  @Test
  void whateverALabelIsCalledItIsShownAsText() {
    site.script("hostile", "one\n", "two\n");
    give("hostile", HOSTILE, "1");
    for (String shown : new String[] {"/labels", "", "/versions/1", "/compare/1...2", "/report"}) {
      assertThat(site.get("/scripts/hostile" + shown).html())
          .as(shown)
          .doesNotContain("<img src=x");
    }
  }

  @Test
  void aHistoryWithManyLabelsIsSplitIntoPages() {
    site.script("many");
    for (int number = 1; number <= 103; number++) {
      site.save("many", ScriptText.of("text " + number));
      site.versions().labelManager().give("many", "Take " + number, number);
    }
    assertThat(page("many").text())
        .contains("103 labelled versions", "Take 4 ")
        .doesNotContain("Take 3 ");
    Answer older = site.get("/scripts/many/labels?before=4");
    assertThat(older.text()).contains("Take 3 ", "Take 1 ").doesNotContain("Take 4 ");
    assertThat(page("many").html()).contains("/scripts/many/labels?before=4");
  }

  @Test
  void theLabelsOfADamagedVersionAreShownAllTheSame() {
    site.script("damaged", "one\n");
    give("damaged", "Final", "1");
    site.damage("damaged", 1);
    assertThat(page("damaged").text()).contains("Final", "v1");
  }
}

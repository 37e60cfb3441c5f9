package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class SuggestionPagesTest {
  private static final String HUM = "One night in June a bridge began to make a strange noise.\n";
  private static final String CALLS = "Some of them telephoned the police about the noise.\n";
  private static final String CANARY = "vexilquorm";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String suggestions(String scriptId, int version) {
    return "/scripts/" + scriptId + "/versions/" + version + "/suggestions";
  }

  private Answer page(String scriptId, int version, String query) {
    Answer page = site.get(suggestions(scriptId, version) + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }

  private static Form line(int line, String replacement, String author) {
    return new Form()
        .with("first_line", Integer.toString(line))
        .with("replacement", replacement)
        .with("reason", "Easier to say")
        .with("author", author);
  }

  /** Suggests, and gives the number of the suggestion. */
  private String suggest(String scriptId, int version, Form form) {
    Answer answer = site.post(suggestions(scriptId, version), form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.header("Location").replaceFirst(".*#suggestion-", "");
  }

  private Answer decide(String scriptId, String act, Form form) {
    return site.post(suggestions(scriptId, 1) + "/" + act, form);
  }

  private static Form onTopOf(int version) {
    return new Form()
        .with("author", "Ben")
        .with("action", "save")
        .with("base_version", Integer.toString(version));
  }

  private String latest(String scriptId) {
    int latest = site.versions().script(scriptId).latestVersion();
    return site.versions().content(scriptId, latest).display();
  }

  @Test
  void linesAreFilledInChangedAndShownByWord() {
    site.script("lines", HUM + "\n" + CALLS);
    assertThat(page("lines", 1, "").text()).contains("No suggestions yet");
    assertThat(page("lines", 1, "?first_line=3").html()).contains(CALLS.strip() + "</textarea>");
    assertThat(site.get(suggestions("lines", 1) + "?first_line=9").status()).isEqualTo(422);
    assertThat(page("lines", 1, "?start=3&end=8").html()).contains("\nnight</textarea>");
    String id = suggest("lines", 1, line(3, CALLS.replace("police", "mayor").strip(), "Ann"));
    assertThat(page("lines", 1, "").html())
        .contains(
            "removed: </span>police</del><wbr><ins><span class=\"hidden\">added: </span>mayor")
        .contains("Easier to say")
        .contains("href=\"#suggestion-" + id + "\">Some of them");
    assertThat(site.get("/scripts/lines/versions/1").html()).contains("Suggestions&#160;<b>1</b>");
    assertThat(site.get("/scripts/lines/versions/1/comments").text()).contains("Suggestions (1)");
    assertThat(latest("lines")).contains("police");
  }

  @Test
  void whatOverlapsAnAcceptedOneIsSettledOnThePageOfThreeTexts() {
    site.script("settled", HUM + "\n" + CALLS);
    String first = suggest("settled", 1, line(3, CALLS.replace("police", "mayor").strip(), "Ann"));
    String second = suggest("settled", 1, line(3, CALLS.replace("police", "press").strip(), "Cyd"));
    decide("settled", "accept", new Form().with("suggestion", first).with("author", "Ben"));
    Answer left =
        decide("settled", "accept", new Form().with("suggestion", second).with("author", "Ben"));
    assertThat(left.status()).isEqualTo(409);
    String settle = suggestions("settled", 1) + "/" + second + "/settle";
    assertThat(left.html()).contains("href=\"" + settle + "\"");
    Answer page = site.get(settle);
    assertThat(page.text())
        .contains("Suggested by Cyd", "Then, in v1", "Current, in v2", "Take the suggestion");
    String choice = page.all("name=\"(choice-[^\"]+)\"").get(0);
    Answer unsettled = site.post(settle, onTopOf(2));
    assertThat(unsettled.status()).isEqualTo(422);
    assertThat(latest("settled")).contains("mayor");
    Answer same = site.post(settle, onTopOf(2).with(choice, "ours"));
    assertThat(same.status()).isEqualTo(409);
    assertThat(same.text()).contains("leave the text as it is");
    String written = choice.replace("choice-", "written-");
    Answer stale =
        site.post(
            settle, onTopOf(1).with(choice, "written").with(written, "They telephoned both."));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.html()).contains("They telephoned both.</textarea>");
    Form typed = onTopOf(2).with(choice, "written").with(written, "They telephoned both.");
    assertThat(site.post(settle, typed).status()).isEqualTo(303);
    assertThat(latest("settled")).isEqualTo(HUM + "\nThey telephoned both.\n");
    assertThat(site.versions().version("settled", 3).author().name()).isEqualTo("Cyd");
    assertThat(site.get("/scripts/settled/versions/3").text())
        .contains("Suggested by Cyd, accepted by Ben");
    Answer again = site.post(settle, typed);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.html()).contains("Decided already", "They telephoned both.");
  }

  @Test
  void openSuggestionsStandBesideTheTextWhereTheyAreDecidedOn() {
    site.script("beside", HUM + "\n" + CALLS, HUM + "\n" + CALLS + "\nAnd so on.\n");
    String first = suggest("beside", 1, line(1, HUM.replace("strange", "odd").strip(), "Ann"));
    String second = suggest("beside", 1, line(3, CALLS.replace("police", "mayor").strip(), "Cyd"));
    String margin = "/scripts/beside/versions/2/threads";
    Answer notes = site.get(margin, "HX-Request", "true");
    assertThat(notes.all("id=\"note-s(\\d+)\"[^>]*data-side=\"to\" data-start"))
        .containsExactly(first, second);
    assertThat(notes.text()).contains("2 open suggestions", "Accept Reject", "Easier to say");
    Answer compared = site.get(margin + "?from=1", "HX-Request", "true");
    assertThat(compared.html()).contains("value=\"/scripts/beside/compare/1...2\"");
    Form form = new Form().with("suggestion", second).with("back", "/scripts/beside/versions/2");
    Answer rejected = decide("beside", "reject", form);
    assertThat(rejected.header("Location")).isEqualTo("/scripts/beside/versions/2");
    Answer left = site.get(margin, "HX-Request", "true");
    assertThat(left.all("id=\"note-s(\\d+)\"")).containsExactly(first);
    Answer foreign = decide("beside", "reject", form.with("back", "https://example.org/"));
    assertThat(foreign.header("Location")).doesNotContain("example.org");
  }

  @Test
  void whatChangesNothingIsShownAgainWithWhatWasTyped() {
    site.script("same", HUM);
    Answer answer = site.post(suggestions("same", 1), line(1, HUM.strip(), "Ann"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Change something");
    assertThat(answer.html()).contains(HUM.strip() + "</textarea>").contains("Easier to say");
    Answer nothing = decide("same", "accept", new Form().with("author", "Ben"));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.text()).contains("Choose at least one suggestion");
  }

  @Test
  void allOfAPersonAreAcceptedAsOneVersionOfTheirs() {
    site.script("all", HUM + "\n" + CALLS);
    String first = suggest("all", 1, line(1, HUM.replace("strange", "odd").strip(), "Ann"));
    suggest("all", 1, line(3, CALLS.replace("police", "mayor").strip(), "Ann"));
    suggest("all", 1, line(3, "", "Cyd"));
    assertThat(page("all", 1, "").text()).contains("Accept all of Ann (2)");
    Answer done = decide("all", "accept", new Form().with("of", first).with("author", "Ben"));
    assertThat(done.status()).as(done.text()).isEqualTo(303);
    assertThat(site.versions().version("all", 2).author().name()).isEqualTo("Ann");
    assertThat(latest("all")).contains("odd").contains("mayor");
    assertThat(page("all", 2, "").text()).contains("Accepted by Ben in v2").contains("Cyd");
  }

  @Test
  void whatOverlapsIsLeftOpenAndItIsSaidWhy() {
    site.script("overlap", HUM);
    String first = suggest("overlap", 1, line(1, HUM.replace("strange", "odd").strip(), "Ann"));
    String second = suggest("overlap", 1, line(1, HUM.replace("strange", "loud").strip(), "Cyd"));
    Form both = new Form().with("suggestion", first).with("suggestion", second);
    Answer answer = decide("overlap", "accept", both.with("author", "Ben"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("Saved v2")
        .contains("1 suggestion was left open")
        .contains("It overlaps suggestion " + first + ", which was accepted in v2");
    assertThat(latest("overlap")).contains("odd");
    assertThat(decide("overlap", "accept", new Form().with("suggestion", second)).status())
        .isEqualTo(409);
    Form no = new Form().with("suggestion", second).with("decision_reason", "Too loud");
    assertThat(decide("overlap", "reject", no.with("author", "Ben")).status()).isEqualTo(303);
    assertThat(page("overlap", 2, "").text()).contains("Rejected by Ben").contains("Too loud");
  }

  @Test
  void aBranchIsTakenApartIntoSuggestionsByItsAuthor() {
    site.script("apart", HUM + "\n" + CALLS);
    site.versions()
        .saveOnNewBranch(
            NewVersion.builder(
                    "apart",
                    ScriptText.of(HUM.replace("strange", "odd") + "\n" + CALLS + "\nThe end.\n"),
                    Site.WRITER,
                    "Draft")
                .branch("draft")
                .build(),
            1);
    assertThat(site.get("/scripts/apart/compare/1...2").text())
        .contains("Take apart into suggestions");
    Answer answer = decide("apart", "taken-apart", new Form().with("to_version", "2"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    Answer page = page("apart", 1, "");
    List<String> ids = page.all("name=\"suggestion\"[^>]* value=\"(\\d+)\"");
    assertThat(ids).hasSize(2);
    assertThat(page.text()).contains(Site.WRITER.name());
    Form form = new Form();
    for (String id : ids) {
      form = form.with("suggestion", id);
    }
    assertThat(decide("apart", "accept", form).status()).isEqualTo(303);
    assertThat(latest("apart")).isEqualTo(site.versions().content("apart", 2).display());
    assertThat(site.versions().version("apart", 3).branch()).isEqualTo("main");
  }

  @Test
  void nothingButTheSuggestionsHasOneBeforeItIsAccepted() {
    site.script("canary", HUM, HUM + "\n" + CALLS);
    String id = suggest("canary", 2, line(1, "The " + CANARY + " sang.", "Ann"));
    List<String> told = new ArrayList<>();
    for (String route : site.rights().keySet()) {
      String path =
          route
              .replaceFirst("GET ", "")
              .replace("{script_id}", "canary")
              .replace("{version_number}", "2")
              .replace("{range}", "1...2")
              .replace("{branch}", "main")
              .replace("<branch>", "main");
      boolean isAsked = route.startsWith("GET ") && !path.contains("{") && !path.contains("<");
      if (isAsked && !path.contains("/suggestions")) {
        for (String query :
            List.of("", "?q=" + CANARY, "?from=1&to=2", "?format=json&review=true")) {
          Answer answer = site.get(path + query);
          if (answer.html().replace("?q=" + CANARY, "").contains("The " + CANARY)) {
            told.add(path + query);
          }
        }
      }
    }
    assertThat(told).isEmpty();
    assertThat(page("canary", 1, "").html()).contains(CANARY);
    decide("canary", "accept", new Form().with("suggestion", id));
    assertThat(site.get("/search?q=" + CANARY).text()).contains("The " + CANARY + " sang");
  }
}

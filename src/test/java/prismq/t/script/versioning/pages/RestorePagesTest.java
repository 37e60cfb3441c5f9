package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

@TestInstance(Lifecycle.PER_CLASS)
class RestorePagesTest {
  private static final int SIZE_LIMIT = 20_000;

  private static final String NIGHT = "It is dark, and nobody is on the bridge.";
  private static final String DOG = "A dog barks behind the mill, twice.";
  private static final String WHEEL = "The wheel turns slowly in the cold water.";
  private static final String KEEPER = "The keeper counts the boats that did not come back.";
  private static final String MORNING = "In the morning there is frost on the rails.";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder, SIZE_LIMIT);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String paragraphs(String... paragraphs) {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private Answer ask(String scriptId, String parameters) {
    return site.get("/scripts/" + scriptId + "/restore?" + parameters);
  }

  /** The page that a link of the comparison leads to. */
  private Answer askForChange(String scriptId, int from, int to, int number) {
    String html = site.get("/scripts/" + scriptId + "/compare/" + from + "..." + to).html();
    List<String> links =
        Pattern.compile("href=\"(/scripts/[^\"]*/restore\\?[^\"]*)\"")
            .matcher(html)
            .results()
            .map(result -> result.group(1).replace("&amp;", "&"))
            .toList();
    Answer page = site.get(links.get(number - 1));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page;
  }

  private Answer confirm(String scriptId, Answer page, Map<String, String> typed) {
    Form form = new Form();
    typed.forEach(form::with);
    for (String field :
        List.of("from", "to", "change", "branch", "base_version", "change_description")) {
      if (!typed.containsKey(field)) {
        form.with(field, page.field(field));
      }
    }
    if (!typed.containsKey("author")) {
      form.with("author", "Script editor");
    }
    return site.post("/scripts/" + scriptId + "/restorations", form);
  }

  private void confirmed(String scriptId, Answer page, Map<String, String> typed) {
    int next = latest(scriptId) + 1;
    Answer answer = confirm(scriptId, page, typed);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .endsWith("/scripts/" + scriptId + "?selected=" + next + "&saved=" + next);
  }

  private byte[] bytes(String scriptId) {
    return site.versions().content(scriptId, latest(scriptId)).bytes();
  }

  private String head(String scriptId) {
    return new String(bytes(scriptId), StandardCharsets.UTF_8);
  }

  private String description(String scriptId) {
    return site.versions().version(scriptId, latest(scriptId)).changeDescription();
  }

  private int latest(String scriptId) {
    return site.versions().script(scriptId).latestVersion();
  }

  private static List<String> passages(Answer page) {
    return Pattern.compile("name=\"choice-([^\"]*)\" value=\"ours\"")
        .matcher(page.html())
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static void assertHasPreview(Answer page, String... html) {
    assertThat(page.text()).contains("Changes to version");
    assertThat(page.html()).contains("prose-diff").contains(html);
  }

  /** A page that says what happened, and leads on. */
  private static void assertIsErrorWithWayOn(Answer page, int status, String wayOn) {
    assertThat(page.status()).as(page.text()).isEqualTo(status);
    assertThat(page.html())
        .contains("class=\"button\" href=\"" + wayOn + "\"")
        .doesNotContain("Exception", "at prismq");
  }

  @Test
  void aPassageThatWentIsBroughtBackAndWhatWasWrittenSinceStays() {
    site.script(
        "went",
        paragraphs(NIGHT, DOG, WHEEL, KEEPER),
        paragraphs(NIGHT, WHEEL, KEEPER),
        paragraphs(NIGHT, WHEEL, KEEPER, MORNING));
    Answer page = askForChange("went", 1, 2, 1);
    assertThat(page.heading()).isEqualTo("Restore text");
    assertThat(page.text()).contains("Change 1 between v1 and v2", DOG, "went");
    assertHasPreview(page, DOG + "</ins>");
    assertThat(latest("went")).isEqualTo(3);
    confirmed("went", page, Map.of());
    assertThat(head("went")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL, KEEPER, MORNING));
    assertThat(description("went")).isEqualTo("Restores “" + DOG + "” from version 1");
    assertThat(site.get("/scripts/went").text()).contains("Restores “" + DOG);
  }

  @Test
  void aPassageThatCameIsTakenOutAgain() {
    site.script(
        "came",
        paragraphs(NIGHT, WHEEL, KEEPER),
        paragraphs(NIGHT, DOG, WHEEL, KEEPER),
        paragraphs(NIGHT, DOG, WHEEL, KEEPER, MORNING));
    Answer page = askForChange("came", 1, 2, 1);
    assertThat(page.heading()).isEqualTo("Undo this change");
    assertHasPreview(page, DOG + "</del>");
    confirmed("came", page, Map.of());
    assertThat(head("came")).isEqualTo(paragraphs(NIGHT, WHEEL, KEEPER, MORNING));
    assertThat(description("came")).isEqualTo("Removes “" + DOG + "”, as in version 1");
  }

  @Test
  void wordsThatWereChangedAreBroughtBackAndOthersOfTheSameParagraphStay() {
    String bark = DOG.replace("dog", "fox");
    site.script(
        "words",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, bark, WHEEL),
        paragraphs(NIGHT, bark.replace("twice", "three times"), WHEEL));
    confirmed("words", askForChange("words", 1, 2, 1), Map.of());
    assertThat(head("words"))
        .isEqualTo(paragraphs(NIGHT, DOG.replace("twice", "three times"), WHEEL));
  }

  @Test
  void oneChangeOfSeveralIsUndoneAndTheOthersAreKept() {
    site.script(
        "several",
        paragraphs(NIGHT, DOG, WHEEL, KEEPER),
        paragraphs(NIGHT.replace("dark", "bright"), DOG, WHEEL, MORNING, KEEPER));
    Answer second = askForChange("several", 1, 2, 2);
    assertThat(second.text()).contains("Change 2 of 2", "Nothing is deleted.");
    confirmed("several", second, Map.of());
    assertThat(head("several"))
        .isEqualTo(paragraphs(NIGHT.replace("dark", "bright"), DOG, WHEEL, KEEPER));
  }

  @Test
  void aPassageThatMovedDownGoesBackUp() {
    site.script(
        "down",
        paragraphs(DOG, NIGHT, WHEEL, KEEPER),
        paragraphs(NIGHT, WHEEL, KEEPER, DOG, MORNING));
    Answer page = askForChange("down", 1, 2, 1);
    assertThat(page.heading()).isEqualTo("Undo this change");
    confirmed("down", page, Map.of());
    assertThat(head("down")).isEqualTo(paragraphs(DOG, NIGHT, WHEEL, KEEPER, MORNING));
    assertThat(description("down"))
        .isEqualTo("Moves “" + DOG + "” back to where it was in version 1");
  }

  @Test
  void aPassageThatMovedUpGoesBackDown() {
    site.script("up", paragraphs(NIGHT, WHEEL, KEEPER, DOG), paragraphs(DOG, NIGHT, WHEEL, KEEPER));
    confirmed("up", askForChange("up", 1, 2, 1), Map.of());
    assertThat(head("up")).isEqualTo(paragraphs(NIGHT, WHEEL, KEEPER, DOG));
  }

  @Test
  void aPassageThatMovedGoesBackWithWhatWasWrittenIntoItSince() {
    String since = DOG.replace("twice", "twice, and then howls");
    site.script(
        "carried",
        paragraphs(DOG, NIGHT, WHEEL, KEEPER),
        paragraphs(NIGHT, WHEEL, KEEPER, DOG, MORNING),
        paragraphs(NIGHT, WHEEL, KEEPER, since, MORNING));
    Answer page = askForChange("carried", 1, 2, 1);
    assertThat(passages(page)).isEmpty();
    confirmed("carried", page, Map.of());
    assertThat(head("carried")).isEqualTo(paragraphs(since, NIGHT, WHEEL, KEEPER, MORNING));
  }

  @Test
  void aPassageThatMovedToTheEndGoesBackWithALineEndingOfItsOwn() {
    String since = DOG.replace("twice", "twice, and then howls");
    String rest = String.join("\n\n", NIGHT, WHEEL, KEEPER) + "\n\n";
    site.script("to-end", DOG + "\n\n" + rest, rest + DOG, rest + since);
    Answer page = askForChange("to-end", 1, 2, 1);
    confirmed("to-end", page, Map.of());
    assertThat(head("to-end")).startsWith(since + "\n").contains(NIGHT, WHEEL, KEEPER);
    assertThat(head("to-end").indexOf("dog")).isEqualTo(head("to-end").lastIndexOf("dog"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"taken out", "moved on"})
  void aPassageThatMovedIsNotBroughtBackToLifeNorDoubled(String since) {
    String scriptId = since.replace(' ', '-');
    site.script(
        scriptId,
        paragraphs(DOG, NIGHT, WHEEL, KEEPER, MORNING),
        paragraphs(NIGHT, WHEEL, KEEPER, DOG, MORNING),
        since.equals("taken out")
            ? paragraphs(NIGHT, WHEEL, KEEPER, MORNING)
            : paragraphs(NIGHT, DOG, WHEEL, KEEPER, MORNING));
    assertThat(askForChange(scriptId, 1, 2, 1).text()).contains("There is nothing to undo");
  }

  @Test
  void aPassageWhoseOldPlaceIsTakenStaysWhereItIsUntilThatIsSettled() {
    String taken = "A ferry waits with all its lamps lit.";
    site.script(
        "taken",
        paragraphs(DOG, NIGHT, WHEEL, KEEPER, MORNING),
        paragraphs(NIGHT, WHEEL, KEEPER, DOG, MORNING),
        paragraphs(taken, NIGHT, WHEEL, KEEPER, DOG, MORNING));
    Answer page = askForChange("taken", 1, 2, 1);
    assertThat(page.text()).doesNotContain("Changes to version");
    String choice = "choice-" + passages(page).get(0);
    Answer kept = confirm("taken", page, Map.of(choice, "ours"));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.text()).contains("this would leave the text as it is");
    confirmed("taken", page, Map.of(choice, "theirs"));
    assertThat(head("taken")).isEqualTo(paragraphs(DOG, NIGHT, WHEEL, KEEPER, MORNING));
  }

  @Test
  void aPassageThatWasChangedAgainIsShownInThreeTextsAndNothingIsSavedUntilEachHasAnAnswer() {
    site.script(
        "again",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "wolf"), WHEEL));
    Answer page = askForChange("again", 1, 2, 1);
    assertThat(page.text())
        .contains("One passage was changed again since", "Before, in v1", "Changed in v2")
        .contains("Current, in v3", "Keep the current text", "Write my own");
    assertThat(page.html()).contains("<mark>dog</mark>", "<mark>wolf</mark>");
    assertThat(page.textField()).isEqualTo(DOG.replace("dog", "wolf"));
    Answer unanswered = confirm("again", page, Map.of());
    assertThat(unanswered.status()).isEqualTo(422);
    assertThat(unanswered.text())
        .contains("Please fix the field below.", "Nothing was saved.", "Choose the text.");
    assertThat(latest("again")).isEqualTo(3);

    String choice = "choice-" + passages(page).get(0);
    Answer kept = confirm("again", page, Map.of(choice, "ours"));
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.text()).contains("Nothing was saved, because this would leave the text as it");
    assertThat(latest("again")).isEqualTo(3);

    confirmed("again", page, Map.of(choice, "theirs"));
    assertThat(head("again")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL));
  }

  @Test
  void whatIsWrittenForAPassageIsSavedInItsPlace() {
    site.script(
        "written",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "wolf"), WHEEL));
    Answer page = askForChange("written", 1, 2, 1);
    String id = passages(page).get(0);
    Map<String, String> typed =
        Map.of("choice-" + id, "written", "written-" + id, "Two dogs bark.\nThen a wolf.");
    Answer preview = preview("written", page, typed);
    assertThat(preview.status()).isEqualTo(200);
    assertHasPreview(preview, "Then a wolf.");
    assertThat(preview.textField()).isEqualToNormalizingNewlines("Two dogs bark.\nThen a wolf.");
    assertThat(latest("written")).isEqualTo(3);
    confirmed("written", preview, typed);
    assertThat(head("written")).isEqualTo(paragraphs(NIGHT, "Two dogs bark.\nThen a wolf.", WHEEL));
  }

  private Answer preview(String scriptId, Answer page, Map<String, String> typed) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("action", "preview");
    return confirm(scriptId, page, all);
  }

  @Test
  void aPassageThatIsWrittenEmptyGoes() {
    site.script(
        "emptied",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "wolf"), WHEEL));
    Answer page = askForChange("emptied", 1, 2, 1);
    String id = passages(page).get(0);
    confirmed("emptied", page, Map.of("choice-" + id, "written", "written-" + id, "\n"));
    assertThat(head("emptied")).contains(NIGHT, WHEEL).doesNotContain("bark");
  }

  @Test
  void aPassageThatWasTakenOutSinceIsOfferedAndNotGuessed() {
    site.script(
        "gone",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        paragraphs(NIGHT, WHEEL));
    Answer page = askForChange("gone", 1, 2, 1);
    assertThat(page.text()).contains("No text here: it was removed or moved.");
    assertThat(page.textField()).isEqualTo(DOG);
    confirmed("gone", page, Map.of("choice-" + passages(page).get(0), "theirs"));
    assertThat(head("gone")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL));
  }

  @Test
  void whatWasWrittenIsKeptOnEveryError() {
    site.script(
        "errors",
        paragraphs(NIGHT, DOG, WHEEL, KEEPER, MORNING),
        paragraphs(
            NIGHT, DOG.replace("dog", "fox"), WHEEL, KEEPER.replace("boats", "hats"), MORNING),
        paragraphs(
            NIGHT, DOG.replace("dog", "wolf"), WHEEL, KEEPER.replace("boats", "cats"), MORNING));
    Answer page = ask("errors", "to=2");
    List<String> ids = passages(page);
    assertThat(ids).hasSize(2);
    String written = "written-" + ids.get(0);
    Map<String, String> one = Map.of("choice-" + ids.get(0), "written", written, "Two <b> bark.");
    Map<String, Map<String, String>> attempts =
        Map.of(
            "Choose the text.", Map.of(),
            "Enter your name.", Map.of("author", " ", "choice-" + ids.get(1), "ours"),
            "Enter what changed, in one line.",
                Map.of("change_description", " ", "choice-" + ids.get(1), "ours"),
            "NUL", Map.of(written, "Two <b> bark.\0", "choice-" + ids.get(1), "ours"));
    attempts.forEach(
        (said, more) -> {
          Map<String, String> typed = new HashMap<>(one);
          typed.putAll(more);
          Answer again = confirm("errors", page, typed);
          assertThat(again.status()).as(said).isEqualTo(422);
          assertThat(again.text()).contains("Nothing was saved.", said);
          assertThat(again.textField()).startsWith("Two <b> bark.");
          assertThat(again.html())
              .containsPattern(
                  "name=\"choice-" + ids.get(0) + "\" value=\"written\" checked=\"checked\"");
        });
    Map<String, String> huge = new HashMap<>(one);
    huge.put(written, "Two <b> bark. ".repeat(SIZE_LIMIT / 10));
    huge.put("choice-" + ids.get(1), "theirs");
    Answer tooLarge = confirm("errors", page, huge);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.textField()).startsWith("Two <b> bark. Two <b>");
    assertThat(latest("errors")).isEqualTo(3);
  }

  @Test
  void anUndoThatIsSettledIsMergedWithWhatWasSavedMeanwhile() {
    String third = paragraphs(NIGHT, DOG.replace("dog", "wolf"), WHEEL);
    site.script(
        "stale",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        third);
    Answer page = askForChange("stale", 1, 2, 1);
    String id = passages(page).get(0);
    Map<String, String> typed =
        Map.of("choice-" + id, "written", "written-" + id, "Two dogs bark.");
    site.save("stale", ScriptText.of(third + "\n" + MORNING + "\n"));
    confirmed("stale", page, typed);
    assertThat(head("stale")).isEqualTo(paragraphs(NIGHT, "Two dogs bark.", WHEEL, MORNING));
    assertThat(site.get("/scripts/stale?selected=5").text())
        .contains("Merged with version 4 by Script editor.");
  }

  @Test
  void whatWasWrittenIsKeptWhereTheSamePassageWasSavedMeanwhile() {
    site.script(
        "stale-again",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL));
    Answer page = ask("stale-again", "from=1&to=2");
    site.save("stale-again", ScriptText.of(paragraphs(NIGHT, DOG.replace("dog", "cat"), WHEEL)));
    Answer again = confirm("stale-again", page, Map.of("change_description", "Typed <here>"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(passages(again)).hasSize(1);
    assertThat(again.field("change_description")).isEqualTo("Typed <here>");
    assertThat(latest("stale-again")).isEqualTo(3);
  }

  @Test
  void whatWasWrittenForAPassageThatIsNotInQuestionAnyMoreIsStillShown() {
    site.script(
        "stray",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL),
        paragraphs(NIGHT, DOG.replace("dog", "wolf"), WHEEL));
    Answer page = askForChange("stray", 1, 2, 1);
    String id = passages(page).get(0);
    site.save("stray", ScriptText.of(paragraphs(NIGHT, DOG.replace("dog", "fox"), WHEEL, MORNING)));
    Answer again =
        confirm(
            "stray", page, Map.of("choice-" + id, "written", "written-" + id, "Two dogs bark."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(passages(again)).isEmpty();
    assertThat(again.text()).contains("for a passage that no longer needs a choice");
    assertThat(again.textField()).isEqualTo("Two dogs bark.");
    Answer unsigned = confirm("stray", again, Map.of("kept", again.textField(), "author", ""));
    assertThat(unsigned.status()).isEqualTo(422);
    assertThat(unsigned.textField()).isEqualTo("Two dogs bark.");
    confirmed("stray", again, Map.of("kept", again.textField()));
    assertThat(head("stray")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL, MORNING));
  }

  @Test
  void aStalePageIsNeverSavedOnAnotherHead() {
    site.script("late", paragraphs(NIGHT, DOG), paragraphs(NIGHT), paragraphs(NIGHT, WHEEL));
    Answer page = ask("late", "to=2");
    site.save("late", ScriptText.of(paragraphs(NIGHT, DOG, WHEEL)));
    Answer again = confirm("late", page, Map.of());
    assertThat(again.status()).isEqualTo(409);
    assertThat(latest("late")).isEqualTo(4);
  }

  @Test
  void aVersionInTheMiddleIsUndoneAndDescribedSo() {
    site.script(
        "middle",
        paragraphs(NIGHT, DOG, WHEEL, KEEPER),
        paragraphs(NIGHT.replace("dark", "bright"), WHEEL, KEEPER),
        paragraphs(NIGHT.replace("dark", "bright"), WHEEL, KEEPER, MORNING));
    assertThat(site.get("/scripts/middle/versions/2").html())
        .contains("href=\"/scripts/middle/restore?to=2\"");
    Answer page = ask("middle", "to=2");
    assertThat(page.heading()).isEqualTo("Undo version 2");
    assertThat(page.field("change_description")).isEqualTo("Undoes version 2: Draft number 2");
    assertHasPreview(page, "dark</ins>", DOG + "</ins>");
    confirmed("middle", page, Map.of());
    assertThat(head("middle")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL, KEEPER, MORNING));
    assertThat(description("middle")).isEqualTo("Undoes version 2: Draft number 2");
  }

  @Test
  void allThatChangedOverSeveralVersionsIsUndone() {
    site.script(
        "span",
        paragraphs(NIGHT, DOG),
        paragraphs(NIGHT, WHEEL),
        paragraphs(WHEEL),
        paragraphs(WHEEL, MORNING));
    Answer page = ask("span", "from=1&to=3");
    assertThat(page.heading()).isEqualTo("Undo what changed from version 1 to 3");
    Answer saved = confirm("span", page, choices(page, "theirs"));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(head("span")).contains(NIGHT, DOG);
    assertThat(description("span")).isEqualTo("Undoes what changed from version 1 to version 3");
  }

  private static Map<String, String> choices(Answer page, String choice) {
    return passages(page).stream().collect(Collectors.toMap(id -> "choice-" + id, id -> choice));
  }

  @Test
  void theFirstVersionHasNothingBeforeItToGoBackTo() {
    site.script("first", paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    assertThat(site.get("/scripts/first/versions/1").text())
        .doesNotContain("Undo this version’s changes");
    Answer page = ask("first", "to=1");
    assertIsErrorWithWayOn(page, 422, "/scripts/first/versions/1");
    assertThat(page.heading()).isEqualTo("Nothing was before version 1");
  }

  @Test
  void aVersionComparedWithItselfHasNothingToUndo() {
    site.script("same", paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    Answer page = ask("same", "from=2&to=2");
    assertIsErrorWithWayOn(page, 422, "/scripts/same/versions/2");
    assertThat(page.heading()).isEqualTo("That is one and the same version");
    Form form =
        new Form()
            .with("from", "2")
            .with("to", "2")
            .with("base_version", "2")
            .with("author", "A")
            .with("change_description", "B");
    assertIsErrorWithWayOn(
        site.post("/scripts/same/restorations", form), 422, "/scripts/same/versions/2");
    assertThat(latest("same")).isEqualTo(2);
  }

  @Test
  void aChangeThatIsNoLongerThereLeadsBackToTheComparison() {
    site.script("unknown", paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    Answer page = ask("unknown", "from=1&to=2&change=0123456789abcdef");
    assertIsErrorWithWayOn(page, 404, "/scripts/unknown/compare/1...2");
    assertThat(page.text()).contains("This change is no longer there");
    Answer whole = ask("unknown", "from=1&to=2");
    Answer posted = confirm("unknown", whole, Map.of("change", "<script>alert(1)</script>"));
    assertIsErrorWithWayOn(posted, 404, "/scripts/unknown/compare/1...2");
    assertThat(posted.text()).contains("Nothing was saved.");
    assertThat(posted.html()).doesNotContain("<script>alert");
    assertThat(latest("unknown")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"to=9", "from=9&to=2", "from=1&to=2&branch=nowhere"})
  void aVersionOrBranchThatDoesNotExistLeadsBackToTheHistory(String parameters) {
    String scriptId = "absent-" + parameters.replaceAll("\\W", "-");
    site.script(scriptId, paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    assertIsErrorWithWayOn(ask(scriptId, parameters), 404, "/scripts/" + scriptId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "to=first", "to=0", "from=-1&to=2", "from=x&to=2", "to=99999999999"})
  void anAddressThatNamesNoVersionSaysSo(String parameters) {
    if (site.versions().findScript("odd").isEmpty()) {
      site.script("odd", paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    }
    Answer page = ask("odd", parameters);
    assertIsErrorWithWayOn(page, 400, "/scripts/odd");
    assertThat(page.text()).containsAnyOf("The parameter to", "The parameter from");
  }

  @Test
  void aFormThatIsNotOfThisPageIsRefused() {
    site.script("foreign", paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    Form form = new Form().with("from", "1").with("to", "2").with("author", "A");
    Answer page = site.post("/scripts/foreign/restorations", form);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("base_version", "Nothing was saved.");
    assertThat(site.post("/scripts/none/restorations", form).status()).isEqualTo(404);
    assertThat(latest("foreign")).isEqualTo(2);
  }

  @Test
  void whatIsUndoneAlreadyIsNotUndoneAgain() {
    site.script(
        "done",
        paragraphs(NIGHT, DOG, WHEEL),
        paragraphs(NIGHT, WHEEL),
        paragraphs(NIGHT, DOG, WHEEL));
    Answer page = ask("done", "to=2");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("There is nothing to undo", "Version 3", "Open history");
    assertThat(page.html()).doesNotContain("<form method=\"post\"");
    Answer posted =
        confirm(
            "done",
            page,
            Map.of("from", "1", "to", "2", "base_version", "3", "change_description", "Undone"));
    assertThat(posted.status()).isEqualTo(422);
    assertThat(posted.text()).contains("There is nothing to undo");
    assertThat(latest("done")).isEqualTo(3);
  }

  @Test
  void aVersionWithTheTextOfTheOneBeforeHasNothingToUndo() {
    site.script("repeated", paragraphs(NIGHT), paragraphs(NIGHT), paragraphs(NIGHT, DOG));
    assertThat(ask("repeated", "to=2").text()).contains("There is nothing to undo");
  }

  @Test
  void lineEndingsAndTheByteOrderMarkStayAsTheyAre() {
    String first = "\uFEFF" + paragraphs(NIGHT, DOG, WHEEL, KEEPER).replace("\n", "\r\n");
    String second = "\uFEFF" + paragraphs(NIGHT, WHEEL, KEEPER).replace("\n", "\r\n");
    site.script(
        "windows", first, second, second.replace("boats", "hats") + "no newline at the end");
    confirmed("windows", askForChange("windows", 1, 2, 1), Map.of());
    assertThat(head("windows")).isEqualTo(first.replace("boats", "hats") + "no newline at the end");
  }

  @Test
  void whatIsWrittenIntoATextOfWindowsGetsItsLineEndings() {
    String first = paragraphs(NIGHT, DOG, WHEEL).replace("\n", "\r\n");
    site.script("crlf", first, first.replace("dog", "fox"), first.replace("dog", "wolf"));
    Answer page = askForChange("crlf", 1, 2, 1);
    String id = passages(page).get(0);
    confirmed(
        "crlf",
        page,
        Map.of("choice-" + id, "written", "written-" + id, "Two dogs bark.\nThen a wolf."));
    assertThat(head("crlf"))
        .isEqualTo(paragraphs(NIGHT, "Two dogs bark.\nThen a wolf.", WHEEL).replace("\n", "\r\n"));
  }

  @Test
  void onlyLineEndingsThatChangedAreBroughtBack() {
    String first = paragraphs(NIGHT, DOG, WHEEL);
    site.script("endings", first, first.replace("\n", "\r\n"));
    confirmed("endings", ask("endings", "to=2"), Map.of());
    assertThat(head("endings")).isEqualTo(first);
  }

  @Test
  void bytesThatAreNotUtf8AreBroughtBackExactly() {
    byte[] odd = {'a', ' ', (byte) 0xFF, (byte) 0xC3, 1, 2, ' ', 'b', 7, (byte) 0x80, '\n'};
    site.versions().createScript("binary", "Binary");
    ScriptText middle = ScriptText.of(paragraphs(NIGHT, WHEEL));
    site.save("binary", joined(ScriptText.of(NIGHT + "\n\n"), odd, "\n" + WHEEL + "\n"));
    site.save("binary", middle);
    site.save("binary", joined(middle, odd, ""));
    Answer page = askForChange("binary", 1, 2, 1);
    assertThat(page.text()).contains("Some bytes are not UTF-8. They are kept exactly");
    confirmed("binary", page, Map.of());
    assertThat(site.versions().content("binary", 4))
        .isEqualTo(
            joined(joined(ScriptText.of(NIGHT + "\n\n"), odd, "\n" + WHEEL + "\n"), odd, ""));
  }

  private static ScriptText joined(ScriptText before, byte[] bytes, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.bytes());
    all.writeBytes(bytes);
    all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return ScriptText.of(all.toByteArray());
  }

  @Test
  void aVersionIsUndoneOnAnotherBranchWhereItIsAskedFor() {
    site.script("twig", paragraphs(NIGHT, DOG, WHEEL), paragraphs(NIGHT, WHEEL));
    site.branches().create("twig", "bold", 2);
    site.versions()
        .save(
            NewVersion.builder(
                    "twig", ScriptText.of(paragraphs(NIGHT, WHEEL, MORNING)), Site.WRITER, "Bold")
                .branch("bold")
                .build());
    Answer page = ask("twig", "to=2&branch=bold");
    assertThat(page.text()).contains("new version to bold");
    confirmed("twig", page, Map.of());
    assertThat(head("twig")).isEqualTo(paragraphs(NIGHT, DOG, WHEEL, MORNING));
    assertThat(site.versions().version("twig", 4).branch()).isEqualTo("bold");
    assertThat(site.versions().version("twig", 4).parentVersion()).isEqualTo(3);
  }

  @Test
  void aDatabaseThatIsBusyLosesNothing(@TempDir Path folder) throws SQLException {
    try (Site own = Site.open(folder)) {
      own.script("busy", paragraphs(NIGHT, DOG), paragraphs(NIGHT));
      String database = "jdbc:sqlite:" + own.database().file();
      try (Connection other = DriverManager.getConnection(database);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        Form form =
            new Form()
                .with("from", "1")
                .with("to", "2")
                .with("base_version", "2")
                .with("author", "Script editor")
                .with("change_description", "The dog was missed");
        Answer page = own.post("/scripts/busy/restorations", form);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Nothing was saved. Try again.");
        assertThat(page.field("change_description")).isEqualTo("The dog was missed");
        statement.execute("ROLLBACK");
      }
      assertThat(own.versions().script("busy").latestVersion()).isEqualTo(2);
    }
  }

  @Test
  void aDamagedVersionIsNamedAndNothingIsRestored(@TempDir Path folder) {
    try (Site own = Site.open(folder)) {
      own.script("intro", "First, a text.\n", "Something else entirely: 4711 bees.\n", "Third.\n");
      own.database()
          .write(
              handle ->
                  handle.execute(
                      "UPDATE script_versions SET content = X'00' || substr(content, 2)"
                          + " WHERE version_number = 2 AND content IS NOT NULL"));
      for (String path : new String[] {"restore?to=2", "restore?to=3", "restore?from=1&to=2"}) {
        Answer page = own.get("/scripts/intro/" + path);
        assertIsErrorWithWayOn(page, 500, "/scripts/intro");
        assertThat(page.heading()).isEqualTo("This version is damaged");
        assertThat(page.text()).contains("Version 2 of “intro” cannot be read");
      }
      assertThat(own.get("/scripts/intro/restore?from=1&to=3").status()).isEqualTo(200);
    }
  }

  @Test
  void theLinkOfAComparisonBackwardsBringsTheLaterPassage() {
    site.script("backwards", paragraphs(NIGHT, DOG, WHEEL), paragraphs(NIGHT, WHEEL));
    Answer page = askForChange("backwards", 2, 1, 1);
    assertThat(page.text()).contains("There is nothing to undo");
  }

  @Test
  void aSceneThatWasOmittedIsRestoredFromTheListOfScenes() {
    String room = "INT. ROOM - DAY\n\nDAN\nIt is late.\n\n";
    String sea = "EXT. SEA - NIGHT\n\nANN\nNobody comes.\n\n";
    String hall = "INT. HALL - NIGHT\n\nBEN\nThey dance.\n";
    site.script("scenes", room + sea + hall, room + hall);
    assertThat(site.get("/scripts/scenes/compare/1...2?view=page").html())
        .contains(
            "href=\"/scripts/scenes/restore?from=1&amp;to=2&amp;scene=2\">Restore this scene");
    assertThat(ask("scenes", "from=1&to=2&scene=2").html())
        .contains("“EXT. SEA - NIGHT”, which v2 does not have, is restored from v1")
        .contains("<input type=\"hidden\" name=\"scene\" value=\"2\"")
        .doesNotContain("Also move back");
    Form form =
        new Form()
            .with("from", "1")
            .with("to", "2")
            .with("scene", "2")
            .with("branch", "main")
            .with("base_version", "2")
            .with("author", "Ann")
            .with("change_description", "The sea again")
            .with("action", "save");
    assertThat(site.post("/scripts/scenes/restorations", form).status()).isEqualTo(303);
    assertThat(site.versions().content("scenes", 3).display()).isEqualTo(room + sea + hall);
    assertThat(ask("scenes", "from=1&to=2&scene=9").status()).isEqualTo(404);
  }

  @Test
  void aSceneThatMovedGoesBackWhereThatIsTicked() {
    String room = "INT. ROOM - DAY\n\nDAN\nIt is late, and no train will come.\n\n";
    String sea = "EXT. SEA - NIGHT\n\nANN\nNobody comes along the shore at night.\n\n";
    String hall = "INT. HALL - NIGHT\n\nBEN\nThey dance until the lights go out.\n\n";
    site.script("moved", room + sea + hall, sea + hall + room);
    assertThat(ask("moved", "from=1&to=2&scene=1").html())
        .contains("Also move back what stands elsewhere now")
        .contains("With these choices nothing changes");
    assertThat(ask("moved", "from=1&to=2&scene=1&moved_back=yes").html())
        .contains("name=\"moved_back\" value=\"yes\" checked")
        .doesNotContain("With these choices nothing changes");
  }
}

package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.ReadableScripts;

class FormatPagesTest {
  private static final String SCENE = "ИНТ. МАЯК - НОЧЬ\n\nИВАН\nКто там?\n";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void script(String scriptId, String text, @Nullable TextFormat format) {
    site.versions().createScript(scriptId, scriptId);
    site.save(scriptId, ScriptText.of(text));
    site.save(scriptId, ScriptText.of(text + "\nAnd more of it.\n"));
    site.versions().changeFormat(scriptId, format);
  }

  private List<Boolean> isTypewriter(String scriptId) {
    Form edited =
        new Form()
            .with("content", "Another text.")
            .with("action", "preview")
            .with("parent", "2")
            .with("base_version", "2")
            .with("branch", "main")
            .with("author", "Ann");
    return List.of(
            site.get("/scripts/" + scriptId + "/versions/2"),
            site.get("/scripts/" + scriptId + "/versions/1/annotate"),
            site.get("/scripts/" + scriptId + "/compare/1...2"),
            site.get("/scripts/" + scriptId),
            site.get("/scripts/" + scriptId + "/rollback?to=1"),
            site.get("/scripts/" + scriptId + "/phrase-history?q=more+of"),
            site.post("/scripts/" + scriptId + "/versions", edited))
        .stream()
        .map(page -> page.html().matches("(?s).*class=\"[^\"]*\\bfountain\\b.*"))
        .toList();
  }

  @Test
  void whatSomebodySaidHoldsOnEveryPage() {
    script("prose", "Nothing of a screenplay is in here.\n", TextFormat.SCREENPLAY);
    assertThat(isTypewriter("prose")).hasSize(7).containsOnly(true);
    script("scene", SCENE, TextFormat.PLAIN);
    assertThat(isTypewriter("scene")).containsOnly(false);
    script("marked", SCENE, TextFormat.MARKDOWN);
    assertThat(isTypewriter("marked")).containsOnly(false);
  }

  @Test
  void twoScriptsOfTheSameTextsAreShownAsEachIsWritten() {
    script("one", SCENE, TextFormat.PLAIN);
    script("two", SCENE, TextFormat.SCREENPLAY);
    script("three", SCENE, null);
    assertThat(isTypewriter("one")).containsOnly(false);
    assertThat(isTypewriter("two")).containsOnly(true);
    // All but the preview of a text that is prose.
    assertThat(isTypewriter("three").subList(0, 6)).containsOnly(true);
  }

  @Test
  void aChangeOfTheFormatIsSeenAtOnce() {
    script("scene", SCENE, null);
    assertThat(site.get("/scripts/scene/versions/2").html()).contains("fountain");
    site.versions().changeFormat("scene", TextFormat.PLAIN);
    assertThat(site.get("/scripts/scene/versions/2").html()).doesNotContain("fountain");
    site.versions().changeFormat("scene", null);
    assertThat(site.get("/scripts/scene/versions/2").html()).contains("fountain");
  }

  @Test
  void whatAScriptIsWrittenAsIsChosenOnThePageOfAVersion() {
    script("scene", SCENE, null);
    assertThat(site.get("/scripts/scene/versions/1").html())
        .contains("<option value=\"\" selected=\"selected\">What each version looks like</option>");
    Answer saved =
        site.post("/scripts/scene/format", new Form().with("format", "plain").with("version", "1"));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(saved.header("Location")).isEqualTo("/scripts/scene/versions/1");
    assertThat(site.get("/scripts/scene/versions/1").html())
        .contains("<option value=\"plain\" selected=\"selected\">Plain text</option>")
        .doesNotContain("fountain");
    site.post("/scripts/scene/format", new Form().with("format", "").with("version", "2"));
    assertThat(site.get("/scripts/scene/versions/1").html()).contains("fountain");
  }

  @Test
  void aFormatThatThereIsNotIsRefusedAndNothingChanges() {
    script("scene", SCENE, TextFormat.PLAIN);
    Answer refused =
        site.post("/scripts/scene/format", new Form().with("format", "opera").with("version", "1"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(site.versions().script("scene").format()).isEqualTo(TextFormat.PLAIN);
    Form missing = new Form().with("format", "plain").with("version", "1");
    assertThat(site.post("/scripts/nowhere/format", missing).status()).isEqualTo(404);
  }

  @Test
  void aScriptThatStartsWithAFileOfFountainIsAScreenplay() {
    for (String name : List.of("night.fountain", "NIGHT.FOUNTAIN", "night.spmd")) {
      byte[] text = "Nobody speaks here.\n".getBytes(StandardCharsets.UTF_8);
      Form form =
          new Form()
              .with("title", "Night")
              .with("script_id", "of-" + name)
              .with("author", "Ann")
              .upload(name, text);
      assertThat(site.post("/scripts", form).status()).isEqualTo(303);
    }
    assertThat(site.versions().scriptLists().list(ReadableScripts.ALL, 10, 0).items())
        .hasSize(3)
        .allSatisfy(item -> assertThat(item.script().format()).isEqualTo(TextFormat.SCREENPLAY));
    Form plain =
        new Form()
            .with("title", "Plain")
            .with("script_id", "plain")
            .with("author", "Ann")
            .upload("plain.txt", "Nobody speaks here.\n".getBytes(StandardCharsets.UTF_8));
    assertThat(site.post("/scripts", plain).status()).isEqualTo(303);
    assertThat(site.versions().script("plain").format()).isNull();
  }
}

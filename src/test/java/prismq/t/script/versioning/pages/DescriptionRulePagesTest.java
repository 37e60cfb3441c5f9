package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script may ask everybody who saves a version to say what changed. */
class DescriptionRulePagesTest {
  private Site site;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("bridge", "The bridge hums.\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void ask(boolean asks) {
    Form form = new Form().with("version", "1").with("format", "");
    Answer answer =
        site.post(
            "/scripts/bridge/format", asks ? form.with("description_required", "true") : form);
    assertThat(answer.status()).isEqualTo(303);
  }

  private Answer save(String changeDescription) {
    int base = site.versions().script("bridge").latestVersion();
    return site.post(
        "/scripts/bridge/versions",
        Form.version("The bridge sings, " + base + ".\n", "Ann", changeDescription, base));
  }

  @Test
  void whoSavesWithoutADescriptionIsToldAtItsFieldAndNothingTypedIsLost() {
    ask(true);
    assertThat(site.get("/scripts/bridge/versions/1").html())
        .contains("name=\"description_required\" value=\"true\" checked=\"checked\"");
    Answer refused = save(" ");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html())
        .contains("id=\"change_description-error\"", "href=\"#field-change_description\"");
    assertThat(refused.textField()).isEqualToNormalizingNewlines("The bridge sings, 1.\n");
    assertThat(site.versions().script("bridge").latestVersion()).isEqualTo(1);
    assertThat(save("It sings").status()).isEqualTo(303);
  }

  @Test
  void whereItIsNotAskedForALineIsMadeFromTheChange() {
    ask(true);
    ask(false);
    assertThat(save("").status()).isEqualTo(303);
    assertThat(site.versions().version("bridge", 2).changeDescription()).isNotBlank();
  }

  @Test
  void aRollbackSaysByItselfWhatItIs() {
    assertThat(save("").status()).isEqualTo(303);
    ask(true);
    Form form =
        new Form()
            .with("to_version", "1")
            .with("branch", "main")
            .with("base_version", "2")
            .with("author", "Ann")
            .with("change_description", "Undo v2: restore v1");
    assertThat(site.post("/scripts/bridge/rollbacks", form).status()).isEqualTo(303);
  }
}

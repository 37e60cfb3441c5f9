package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.search.index.IndexVerification;

class DamagedRowPagesTest {
  private static final String DAMAGED = "Version 2 of “intro” cannot be read";

  @TempDir Path folder;

  @Test
  void aDamagedVersionSaysSoAndAllOthersCanStillBeRead() {
    try (Site site = Site.open(folder)) {
      site.script("intro", "First, a text.\n", "Something else entirely: 4711 bees.\n");
      site.script("other", "Untouched.\n");
      site.database()
          .write(
              handle ->
                  handle.execute(
                      "UPDATE script_versions SET content = X'00' || substr(content, 2)"
                          + " WHERE version_number = 2 AND content IS NOT NULL"));
      String[] broken = {
        "/scripts/intro/versions/2",
        "/scripts/intro/versions/2/content",
        "/scripts/intro/versions/2/annotate",
        "/scripts/intro/versions/2/annotate.txt",
        "/scripts/intro/statistics?version=2",
        "/scripts/intro/compare/1...2",
        "/scripts/intro/compare/2...1",
        "/scripts/intro/edit?from=2",
        "/scripts/intro/rollback?to=2"
      };
      for (String path : broken) {
        Answer page = site.get(path);
        assertThat(page.status()).as(path).isEqualTo(500);
        assertThat(page.heading()).isEqualTo("This version is damaged");
        assertThat(page.text())
            .contains("Version 2 of “intro” cannot be read", "See the history of intro")
            .contains("backup");
        assertThat(page.header("Content-Security-Policy")).isNotEmpty();
        assertThat(page.html()).doesNotContain("Exception", "at prismq");
      }
      assertThat(site.get("/scripts/intro/versions/1").text()).contains("First, a text.");
      assertThat(site.get("/scripts/other/versions/1").text()).contains("Untouched.");
      assertThat(site.get("/").text()).contains("Title of intro", "Title of other");
      Answer rollback = site.get("/scripts/intro/rollback?to=1");
      assertThat(rollback.status()).isEqualTo(200);
      assertThat(rollback.text()).contains("Version 2 of “intro” cannot be read", "First, a text.");
      Answer history = site.get("/scripts/intro");
      assertThat(history.status()).isEqualTo(200);
      assertThat(history.text()).contains("Draft number 1", "Draft number 2", "cannot be read");
    }
  }

  /** A script of two versions whose head can no longer be read. */
  private static void damagedHead(Site site, String scriptId, String first) {
    site.script(scriptId, first, "Something else entirely: 4711 bees.\n");
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE script_versions SET content = X'00' || substr(content, 2)"
                        + " WHERE version_number = 2 AND content IS NOT NULL"));
  }

  @Test
  void onADamagedHeadTheNextVersionIsWrittenLookedAtAndSaved() {
    try (Site site = Site.open(folder)) {
      damagedHead(site, "intro", "First, a text.\n");
      Answer edit = site.get("/scripts/intro/edit");
      assertThat(edit.status()).isEqualTo(200);
      assertThat(edit.text()).contains(DAMAGED, "So this starts without a text");
      assertThat(edit.field("base_version")).isEqualTo("2");
      assertThat(site.get("/scripts/intro/edit?from=1").text())
          .contains("This starts from the text of version 1", DAMAGED);
      Form preview = Form.version("New.\n", "Script editor", "", 2).with("action", "preview");
      Answer looked = site.post("/scripts/intro/versions", preview);
      assertThat(looked.status()).isEqualTo(200);
      assertThat(looked.text()).contains(DAMAGED, "all of your text counts as new", "+1 word");
      Answer unsigned = site.post("/scripts/intro/versions", Form.version("New.\n", "", "Anew", 2));
      assertThat(unsigned.status()).isEqualTo(422);
      assertThat(unsigned.text()).contains(DAMAGED);
      Answer stale =
          site.post("/scripts/intro/versions", Form.version("New.\n", "Script editor", "Anew", 1));
      assertThat(stale.status()).isEqualTo(409);
      assertThat(stale.text()).contains("version 2 is.", "Your text is still here.", DAMAGED);
      Form save = Form.version("New.\n", "Script editor", "Anew", 2);
      assertThat(site.post("/scripts/intro/versions", save).status()).isEqualTo(303);
      assertThat(site.get("/scripts/intro/versions/3").text()).contains("New.");
      assertThat(site.get("/scripts/intro").status()).isEqualTo(200);
    }
  }

  @Test
  void aDamagedHeadIsRolledBack() {
    try (Site site = Site.open(folder)) {
      damagedHead(site, "intro", "");
      Answer page = site.get("/scripts/intro/rollback?to=1");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text())
          .contains(DAMAGED, "So all of version 1 counts as added here.")
          .doesNotContain("There is nothing to restore");
      assertThat(page.html()).doesNotContain("/compare/");
      Form form =
          new Form()
              .with("to_version", "1")
              .with("base_version", "1")
              .with("branch", "main")
              .with("author", "Script editor")
              .with("change_description", "Away with the damage");
      Answer stale = site.post("/scripts/intro/rollbacks", form);
      assertThat(stale.status()).isEqualTo(409);
      assertThat(stale.text()).contains("Version 1 is no longer the latest on main", DAMAGED);
      Form again =
          new Form()
              .with("to_version", "1")
              .with("base_version", "2")
              .with("branch", "main")
              .with("author", "Script editor")
              .with("change_description", "Away with the damage");
      assertThat(site.post("/scripts/intro/rollbacks", again).status()).isEqualTo(303);
      assertThat(site.get("/scripts/intro/versions/3").text()).contains("This version is empty.");
    }
  }

  @Test
  void aVersionThatIsNoLongerThereIsDamagedAndKeepsNobodyFromGoingOn() {
    try (Site site = Site.open(folder)) {
      site.script("intro", "First.\n", "Second.\n");
      site.script("other", "Untouched.\n");
      site.database()
          .write(handle -> handle.execute("DELETE FROM script_versions WHERE version_number = 2"));
      assertThat(site.get("/").text())
          .contains("Title of intro", "The latest version is damaged", "Title of other");
      Answer gone = site.get("/scripts/intro/versions/2");
      assertThat(gone.status()).isEqualTo(500);
      assertThat(gone.text()).contains(DAMAGED, "its row is missing");
      assertThat(site.get("/scripts/intro/versions/3").status()).isEqualTo(404);
      Answer history = site.get("/scripts/intro");
      assertThat(history.status()).isEqualTo(200);
      assertThat(history.text()).contains("Draft number 1", "First.");
      assertThat(site.get("/api/v1/scripts/intro").html()).contains("\"latest_version\":null");
      assertThat(site.get("/scripts/intro/edit").text()).contains(DAMAGED);
      assertThat(site.get("/scripts/intro/rollback?to=1").text()).contains(DAMAGED);
      Form form = Form.version("Third.\n", "Script editor", "Went on", 2);
      assertThat(site.post("/scripts/intro/versions", form).status()).isEqualTo(303);
      assertThat(site.get("/scripts/intro/versions/3").text()).contains("Third.");
      assertThat(site.get("/scripts/intro").text()).contains("cannot be read");
      assertThat(new Verification(site.database(), IndexVerification::new).run().problems())
          .extracting(Verification.Finding::line)
          .containsExactly("intro version 2: is missing");
    }
  }
}

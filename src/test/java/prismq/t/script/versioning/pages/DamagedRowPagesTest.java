package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedRowPagesTest {
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
      assertThat(site.get("/scripts/intro/edit").text())
          .contains("The head, version 2, is damaged");
      Answer history = site.get("/scripts/intro");
      assertThat(history.status()).isEqualTo(200);
      assertThat(history.text()).contains("Draft number 1", "Draft number 2", "cannot be read");
    }
  }
}

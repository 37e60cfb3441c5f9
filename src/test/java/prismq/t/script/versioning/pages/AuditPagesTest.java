package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.audit.AuditVerification;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.ImportCommand;

class AuditPagesTest {
  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** The rows of the table, oldest first, without number, time and hash. */
  private List<String> rows(String query) {
    Answer csv = site.get("/audit.csv" + query);
    assertThat(csv.status()).as(csv.text()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    List<String> rows =
        new ArrayList<>(
            csv.html()
                .lines()
                .skip(1)
                .map(row -> row.replaceFirst("^\\d+,[^,]+,", "").replaceFirst(",[0-9a-f]{64}$", ""))
                .toList());
    Collections.reverse(rows);
    return rows;
  }

  private void sent(String path, Form form) {
    Answer answer = site.post(path, form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
  }

  private void work() {
    site.script("intro", "One.\n");
    sent("/scripts/intro/versions", Form.version("Two.\n", "Ann", "Second", 1));
    sent("/scripts/intro/labels", new Form().with("name", "=Sent").with("version", "2"));
    sent(
        "/scripts/intro/branches",
        new Form().with("name", "dark").with("from_version", "1").with("description", ""));
    sent("/scripts/intro/branches/archive", new Form().with("branch", "dark"));
    sent("/scripts/intro/labels/remove", new Form().with("name", "=Sent"));
  }

  @Test
  void withoutEntriesItSaysWhatWillBeListed() {
    Answer page = site.get("/audit");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Nothing was done yet");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void everyActIsListedWithWhoAndWhatAndFromWhere() {
    work();
    assertThat(rows(""))
        .containsExactly(
            "version_saved,Ann,127.0.0.1,intro,2,on main",
            "label_added,,127.0.0.1,intro,2,'=Sent",
            "branch_started,,127.0.0.1,intro,,\"dark, at version 1\"",
            "branch_changed,,127.0.0.1,intro,,\"dark, archived\"",
            "label_removed,,127.0.0.1,intro,2,'=Sent");
    assertThat(site.get("/audit").html())
        .contains("Saved a version", "Ann", "This computer", "/scripts/intro/versions/2")
        .doesNotContain("Show all");
    assertThat(new AuditVerification(site.database()).run().problems()).isEmpty();
  }

  @Test
  void entriesAreChosenByActPersonScriptAndDay() {
    work();
    assertThat(rows("?act=version_saved")).hasSize(1);
    assertThat(rows("?person=Ann")).hasSize(1);
    assertThat(rows("?script=intro")).hasSize(5);
    assertThat(rows("?script=other")).isEmpty();
    assertThat(rows("?until=2001-01-01")).isEmpty();
    assertThat(rows("?from=2001-01-01&until=9999-12-31")).hasSize(5);
    assertThat(site.get("/audit?person=Nobody").text()).contains("No results", "Show all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "act=x",
        "from=yesterday",
        "until=2026-02-30",
        "until=999999999-01-01",
        "from=%2B999999999-01-01"
      })
  void aConditionThatMakesNoSenseIsNamed(String query) {
    assertThat(site.get("/audit?" + query).status()).isEqualTo(400);
    assertThat(site.get("/audit.csv?" + query).status()).isEqualTo(400);
  }

  @Test
  void aRequestThatIsRefusedIsListed() {
    assertThat(
            site.post("/scripts", new Form().with("title", "x"), "Origin", "http://evil.example")
                .status())
        .isEqualTo(403);
    assertThat(rows("")).containsExactly("refused,,127.0.0.1,,,POST /scripts");
  }

  @Test
  void whatIsNotSavedIsNotListed() {
    site.script("intro", "One.\n", "Two.\n");
    assertThat(site.post("/scripts/intro/versions", Form.version("Three.\n", "", "", 2)).status())
        .isEqualTo(422);
    assertThat(rows("")).isEmpty();
  }

  @Test
  void importsAndExportsOfTheCommandLineAreListed() {
    site.script("intro", "One.\n", "Two.\n");
    Path data = folder.resolve("data");
    Path file = folder.resolve("one.zip");
    assertThat(CommandRun.of(new ExportCommand(), "archive", file, "--data", data).status())
        .isZero();
    Path other = folder.resolve("other");
    assertThat(CommandRun.of(new ImportCommand(), "archive", file, "--data", other).status())
        .isZero();
    assertThat(rows("")).containsExactly("exported,,,,,export archive " + file);
    try (Site imported = Site.open(other)) {
      assertThat(imported.get("/audit.csv").html())
          .contains("import_started,,,,,import archive " + file)
          .contains("versions_imported,,,intro,,2 versions from import archive " + file);
    }
  }
}

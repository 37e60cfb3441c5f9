package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;

/** What makers of share links and their guests see. */
class ShareLinkPagesTest {
  private Site site;
  private Visitor maker;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n", "The ship left.\n");
    Team team = Team.on(site);
    team.add(Role.EDITOR);
    maker = team.signedIn(Role.EDITOR);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aGuestSeesTheComparisonAndNothingElse() {
    String path = Sharing.make(maker, "intro", Sharing.comparison(1, 2));
    Answer asked = site.get(path);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Set-Cookie")).isEmpty();
    assertThat(asked.heading()).isEqualTo("A comparison was shared with you");
    SharedVisit visit = Sharing.open(site, path);
    Answer page = visit.page();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.inserted()).containsExactly("the harbour");
    assertThat(page.text()).contains("Title of intro", "Shared by The editor", "v1", "v2");
    for (String view : List.of("unified", "side-by-side")) {
      assertThat(visit.guest().get(visit.url() + "?view=" + view).text()).contains("the harbour");
    }
    for (String elsewhere : List.of("/", "/scripts/intro", "/scripts/intro/compare/1...2")) {
      assertThat(visit.guest().get(elsewhere).header("Location")).startsWith("/sign-in");
    }
  }

  @Test
  void aGuestTakesFilesAlongWhereTheLinkLetsThem() {
    SharedVisit visit = Sharing.open(site, Sharing.make(maker, "intro", Sharing.comparison(1, 2)));
    for (String ending : List.of(".diff", ".txt", ".json", ".criticmarkup")) {
      Answer file = visit.guest().get(visit.url() + ending);
      assertThat(file.status()).as(ending).isEqualTo(200);
      assertThat(file.html() + file.headers()).contains("harbour").doesNotContain("intro-");
    }
    Form without = new Form().with("kind", "comparison").with("from", "1").with("to", "2");
    SharedVisit reader =
        Sharing.open(site, Sharing.make(maker, "intro", without.with("ends", "7")));
    for (String ending : List.of(".diff", ".txt", ".json", ".criticmarkup")) {
      Answer file = reader.guest().get(reader.url() + ending);
      assertThat(file.status()).as(ending).isEqualTo(403);
      assertThat(file.text()).contains("does not let you download").doesNotContain("harbour");
    }
  }

  @Test
  void theDialogSaysWhatIsShared() {
    assertThat(maker.get("/scripts/intro/share?from=1&to=2").text())
        .contains("v1 → v2. Nothing else");
    assertThat(maker.get("/scripts/intro/share?version=2").text())
        .contains("Anyone with the link sees", "v2. Nothing else");
  }

  @Test
  void aGuestSeesTheLinesThatWereChosenAndMayChooseOthers() {
    String from = "INT. ROOM - DAY\n\nRain falls.\n\nANN\nI am here.\n";
    site.script("scenes", from, from.replace("Rain", "Snow").replace("am", "was"));
    assertThat(maker.get("/scripts/scenes/share?from=1&to=2&view=page&only=dialogue").html())
        .contains("value=\"view=page&amp;only=dialogue\"");
    Form form = Sharing.comparison(1, 2).with("options", "view=page&only=dialogue");
    SharedVisit visit = Sharing.open(site, Sharing.make(maker, "scenes", form));
    assertThat(visit.page().text())
        .contains("1 change in action is hidden.")
        .doesNotContain("falls.");
    assertThat(visit.guest().get(visit.url() + "?view=page&only=all").text()).contains("falls.");
  }

  @Test
  void aVersionAndAReportAreSharedToo() {
    SharedVisit version = Sharing.open(site, Sharing.make(maker, "intro", Sharing.version(2)));
    assertThat(version.page().text()).contains("The boat left the harbour.");
    assertThat(version.guest().get(version.url() + ".txt").html())
        .isEqualTo("The boat left the harbour.\n");
    SharedVisit report = Sharing.open(site, Sharing.make(maker, "intro", Sharing.report()));
    assertThat(report.page().text()).contains("Draft number 3").doesNotContain("verify --hash");
    for (String format : List.of("html", "pdf", "csv", "json", "markdown")) {
      Answer file = report.guest().get(report.url() + "/report?format=" + format);
      assertThat(file.status()).as(format).isEqualTo(200);
    }
    site.save("intro", ScriptText.of("Later.\n"));
    assertThat(report.page().text()).doesNotContain("Draft number 4");
  }

  @Test
  void aLinkThatFollowsSaysSoAndTellsWhatChanged() {
    SharedVisit visit =
        Sharing.open(
            site, Sharing.make(maker, "intro", Sharing.comparison(1, 3).with("shows", "newest")));
    assertThat(visit.page().text()).contains("always the newest version", "v3");
    site.save("intro", ScriptText.of("The whale left.\n"));
    Answer page = visit.page();
    assertThat(page.text()).contains("This has changed since your last visit.", "v4");
    assertThat(page.inserted()).contains("whale");
  }

  @Test
  void namesAreHiddenEverywhere() {
    SharedVisit visit =
        Sharing.open(
            site,
            Sharing.make(maker, "intro", Sharing.comparison(1, 2).with("hide_names", "true")));
    for (String path : List.of(visit.address(), visit.url() + ".txt", visit.url() + ".json")) {
      assertThat(visit.guest().get(path).html())
          .doesNotContain("Script editor", "Draft number", "The editor");
    }
    assertThat(visit.page().text()).contains("Writer 1");
    SharedVisit report =
        Sharing.open(
            site, Sharing.make(maker, "intro", Sharing.report().with("hide_names", "true")));
    for (String format : List.of("html", "csv", "json", "markdown")) {
      assertThat(report.guest().get(report.url() + "/report?format=" + format).html())
          .as(format)
          .contains("Writer 1")
          .doesNotContain("Script editor", "Draft number", "The editor");
    }
  }

  @Test
  void namesStandInNoLabelAndNoBranchOfAReportThatHidesThem() {
    site.branches().create("intro", "anns-ending", 2);
    site.versions()
        .save(
            NewVersion.builder("intro", ScriptText.of("The end.\n"), Site.WRITER, "An end")
                .branch("anns-ending")
                .build());
    maker.post(
        "/scripts/intro/labels", new Form().with("name", "Approved by Ann").with("version", "2"));
    String[] names = {"anns-ending", "Approved by Ann"};
    for (String format : List.of("html", "csv", "json", "markdown")) {
      assertThat(reportIn(format, Sharing.report().with("hide_names", "true")))
          .as(format)
          .contains("Branch 2", "Writer 1")
          .doesNotContain(names);
      assertThat(reportIn(format, Sharing.report())).as(format).contains("Approved by Ann");
    }
  }

  private String reportIn(String format, Form form) {
    SharedVisit report = Sharing.open(site, Sharing.make(maker, "intro", form));
    return report.guest().get(report.url() + "/report?format=" + format).html();
  }

  @Test
  void theWatermarkStandsOnThePageAndOnEachPageOfAPdf() throws IOException {
    for (int i = 0; i < 60; i++) {
      site.save("intro", ScriptText.of("Draft " + i + ".\n"));
    }
    SharedVisit page = Sharing.open(site, Sharing.make(maker, "intro", marked(Sharing.version(2))));
    assertThat(page.page().html()).contains("<span>For Ann · ");
    SharedVisit report = Sharing.open(site, Sharing.make(maker, "intro", marked(Sharing.report())));
    Answer file = report.guest().get(report.url() + "/report?format=pdf");
    try (PDDocument pdf = Loader.loadPDF(file.body())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(number);
        text.setEndPage(number);
        assertThat(text.getText(pdf)).as("page %d", number).contains("For Ann · ");
      }
    }
  }

  private static Form marked(Form form) {
    return form.with("watermark", "true").with("note", "For Ann");
  }

  @Test
  void aPasswordIsAskedFor() {
    String path =
        Sharing.make(
            maker, "intro", Sharing.comparison(1, 2).with("password", "grey herons at noon"));
    assertThat(site.get(path).text()).doesNotContain("Title of intro", "The editor");
    Visitor guest = Visitor.of(site);
    assertThat(guest.post(path, new Form().with("password", "grey gulls")).text())
        .contains("This is not the password.");
    SharedVisit visit =
        Sharing.open(guest, path, new Form().with("password", "grey herons at noon"));
    assertThat(visit.page().status()).isEqualTo(200);
  }
}

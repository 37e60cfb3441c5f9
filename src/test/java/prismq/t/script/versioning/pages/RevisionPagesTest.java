package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionPagesTest {
  private static final String PAGES = "/scripts/film/revisions";
  private static final String REPORT = "/api/v1/scripts/film/report?format=screenplay-pdf";

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

  /** 28 paragraphs of a line are a page. */
  private static String paragraphs(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append("Line ").append(i).append(".\n\n");
    }
    return text.toString();
  }

  private void film() {
    String white =
        "Title: The <Keeper>\nCredit: by\nAuthor: Ann\n\n"
            + "INT. HALL - DAY #1#\n\n"
            + paragraphs(1, 40)
            + "EXT. YARD - DAY #2#\n\nRain.\n\nEXT. SEA - DAY #3#\n\n"
            + paragraphs(41, 90);
    String blue = white.replace("Line 60.", "Line sixty.\n\n" + "Added.\n\n".repeat(20));
    String pink = blue.replace("EXT. YARD - DAY #2#\n\nRain.\n\n", "");
    site.script("film", white, blue, pink, pink + "More.\n");
    label("Draft", 1);
    label("Shooting & <b>script</b>", 2);
    label("Night", 3);
  }

  private void label(String name, int version) {
    site.versions().labelManager().give("film", name, version);
  }

  private static Form form(String... labels) {
    Form form = new Form().with("scheme", "letter").with("colors", "White, Blue, Pink");
    for (int i = 0; i < labels.length; i++) {
      form.with("label", labels[i]).with("place", Integer.toString(i + 1));
    }
    return form;
  }

  private void chooseAll() {
    Form form = form("Draft", "Shooting & <b>script</b>", "Night").with("locked_from", "Draft");
    assertThat(site.post(PAGES, form).status()).isEqualTo(303);
  }

  private static List<String> pdf(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      List<String> pages = new ArrayList<>();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(stripper.getText(document));
      }
      return pages;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void labelsAreOfferedInOrderAndBecomeRevisions() {
    film();
    assertThat(site.get("/scripts/film/labels").html()).contains("/scripts/film/revisions");
    Answer before = site.get(PAGES);
    assertThat(before.all("name=\"place\"[^>]*value=\"(\\d*)\"")).containsExactly("1", "2", "3");
    chooseAll();
    Answer after = site.get(PAGES);
    assertThat(after.text())
        .contains("Pink", "Blue", "White", "Shooting & <b>script</b>", "Read the pages");
    assertThat(after.html()).contains("/scripts/film/compare/1...2", "revised_only=true");
    assertThat(after.html()).doesNotContain("<b>script");
  }

  @Test
  void thePagesOfARevisionTellWhatToReplaceAndWhereItChanged() {
    film();
    chooseAll();
    Answer blue = site.get(PAGES + "/2");
    assertThat(blue.text()).contains("Replace 1 page: 3", "Insert 1 page: 3A after 3");
    assertThat(blue.html()).contains("id=\"page-3A\"", "Changed in Blue");
    assertThat(blue.html().split("Added\\.", -1)).hasSize(21);
    assertThat(blue.html().split("class=\"asterisk", -1)).hasSize(22);
    Answer revised = site.get(PAGES + "/2?revised_only=true");
    assertThat(revised.all("<section class=\"page[^>]*id=\"page-([^\"]*)\""))
        .containsExactly("3", "3A");
    Answer pink = site.get(PAGES + "/3");
    assertThat(pink.text()).contains("2 OMITTED", "Replace 1 page: 2").doesNotContain("Insert");
    assertThat(pink.html()).doesNotContain("Changed in Blue");
    assertThat(site.get(PAGES + "/3?marks=all").html()).contains("Changed in Blue", "*B</span>");
    assertThat(site.get(PAGES + "/4").status()).isEqualTo(404);
    assertThat(site.get(PAGES + "/x").status()).isEqualTo(404);
    assertThat(site.get(PAGES + "/3?marks=some").status()).isEqualTo(400);
  }

  @Test
  void thePdfHasTheWholeScriptWithTheColourOfEachPage() {
    film();
    chooseAll();
    List<String> pages = pdf(site.get(REPORT + "&marks=all"));
    assertThat(pages.get(0)).contains("THE <KEEPER>", "by", "Ann", "White", "Blue", "Pink");
    assertThat(pages).hasSize(6);
    assertThat(pages.get(1)).contains("The <Keeper>", "White", "INT. HALL - DAY");
    assertThat(pages.get(2)).contains("Pink", "2.", "OMITTED").containsPattern("\\* ?P");
    assertThat(pages.get(3)).contains("Blue", "3.", "Line sixty.").containsPattern("\\* ?B");
    assertThat(pages.get(4)).contains("Blue", "3A.");
    assertThat(pages.get(5)).contains("White", "4.", "Line 90.");
  }

  @Test
  void thePdfOfRevisedPagesBeginsWithWhatToDo() {
    film();
    chooseAll();
    Answer answer = site.get(REPORT + "&revised_only=true&version=2&paper=a4");
    assertThat(answer.header("Content-Disposition")).contains("film-blue-revised-pages.pdf");
    List<String> pages = pdf(answer);
    assertThat(pages).hasSize(3);
    assertThat(pages.get(0))
        .contains("THE <KEEPER>", "Blue revision", "Replace 1 page", "3A after 3");
    assertThat(pages.get(1)).contains("Line sixty.", "*").doesNotContain("OMITTED");
    assertThat(pages.get(2)).contains("3A.", "Added.");
    assertThat(pdf(site.get(REPORT + "&revised_only=true")).get(0)).contains("Pink revision");
  }

  @Test
  void aVersionWithoutRevisionsIsPrintedPlainly() {
    site.script("film", "INT. HALL - DAY\n\nАНЯ\nKto tam? 字 😀\n\nANN\nHello **there**.\n");
    List<String> pages = pdf(site.get(REPORT));
    assertThat(pages).hasSize(1);
    assertThat(pages.get(0)).contains("АНЯ", "Hello there.", "2 letters are shown as boxes");
    assertThat(pages.get(0)).doesNotContain("White", "*");
    Answer revised = site.get(REPORT + "&revised_only=true");
    assertThat(revised.status()).isEqualTo(400);
    assertThat(revised.text()).contains("Version 1 of film is not one of its revisions.");
    assertThat(site.get(REPORT + "&version=9").status()).isEqualTo(404);
    assertThat(site.get(REPORT + "&paper=a5").status()).isEqualTo(400);
    assertThat(site.get(PAGES).text()).contains("No labels yet");
  }

  @Test
  void whatCannotBeIsRefusedAndWhatWasTypedStays() {
    film();
    label("Also night", 3);
    Answer same = site.post(PAGES, form("Night", "Also night"));
    assertThat(same.status()).isEqualTo(422);
    assertThat(same.text()).contains("“Also night” and another label you chose are both on v3.");
    Answer gone = site.post(PAGES, form("Gone"));
    assertThat(gone.text()).contains("No version has the label “Gone”.");
    Answer locked = site.post(PAGES, form("Draft").with("locked_from", "Night"));
    assertThat(locked.text()).contains("“Night” is not one of the revisions.");
    Form colors = new Form().with("label", "Draft").with("place", "1").with("scheme", "letter");
    assertThat(site.post(PAGES, colors.with("colors", "Blue, blue")).html())
        .contains("value=\"Blue, blue\"");
    Form place = form("Draft").with("label", "Night").with("place", "soon");
    assertThat(site.post(PAGES, place).text()).contains("Enter a number from 1 to 999");
  }

  @Test
  void aLabelThatIsGoneIsNoRevisionAnyMore() {
    film();
    chooseAll();
    site.versions().labelManager().remove("film", "Draft");
    Answer page = site.get(PAGES);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Not among the revisions", "Draft");
    assertThat(site.get(PAGES + "/1").status()).isEqualTo(404);
    assertThat(site.get(PAGES + "/2").text()).contains("White revision");
  }

  @Test
  void programsChooseAndReadRevisions() {
    film();
    String json = "{\"labels\": [\"Draft\", \"Night\"], \"locked_from\": \"Draft\"}";
    Answer chosen =
        site.ask(
            "POST",
            "/api/v1/scripts/film/revisions",
            BodyPublishers.ofString(json),
            "Content-Type",
            "application/json");
    assertThat(chosen.status()).isEqualTo(200);
    assertThat(site.get("/api/v1/scripts/film/revisions").html())
        .contains("\"color\":\"Blue\"", "\"replaced\":[\"2\",\"3\"]", "\"inserted\":[\"3A\"]");
  }
}

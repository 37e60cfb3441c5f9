package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of a comparison that show lines: as they come, before a browser draws them. */
@TestInstance(Lifecycle.PER_CLASS)
class LinePagesTest {
  private static final int MAX_BYTES_OF_A_PAGE = 2_000_000;

  private static final String MOVED = "The harbour was empty when the last ferry came in.";

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    List<String> before = new ArrayList<>(scenes(0, 12));
    List<String> after = new ArrayList<>(before);
    before.add(0, MOVED);
    after.set(2, after.get(2).replace("the lamp", "a lamp"));
    after.add(11, MOVED);
    after.add(6, "Nobody bought a ticket any more.");
    site.script("ferry", text(before), text(after));
    List<String> long1 = new ArrayList<>(scenes(0, 1_500));
    List<String> long2 = new ArrayList<>(long1);
    for (int i = 0; i < 1_500; i += 2) {
      long2.set(i, long2.get(i).replace("the lamp", "a lamp"));
    }
    long1.add(0, MOVED);
    long2.add(1_490, MOVED);
    site.script("long", text(long1), text(long2));
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static List<String> scenes(int start, int end) {
    return IntStream.range(start, end)
        .mapToObj(i -> "Scene " + i + ": row " + i * 7 + " waits for the lamp at pier " + i * 13)
        .toList();
  }

  private static String text(List<String> paragraphs) {
    return String.join("\n\n", paragraphs) + "\n";
  }

  private Answer shown(String path) {
    Answer page = site.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page;
  }

  private static List<String> marks(Answer page) {
    return page.all("<a href=\"([^\"]*)\" tabindex=\"-1\"><rect").stream()
        .map(url -> url.replace("&amp;", "&"))
        .toList();
  }

  private static String withoutAnchor(String url) {
    return url.substring(0, url.indexOf('#'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void theStripLeadsToTheRowsOfEveryChange(String view) {
    Answer page = shown("/scripts/ferry/compare/1...2?view=" + view);
    assertThat(marks(page)).containsExactly("#change-1", "#change-2", "#change-3");
    assertThat(page.all("<tr [^>]*id=\"([^\"]*)\""))
        .containsExactly("change-1", "change-2", "change-3", "change-1-other");
    assertThat(page.all("<tr class=\"([^\"]*)\" id=\"change-2\""))
        .as("what went comes first")
        .containsExactly("deleted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void everyChangeIsBroughtBackFromItsFirstRowInTheWordsOfProse(String view) {
    Answer page = shown("/scripts/ferry/compare/1...2?view=" + view);
    String link = "<a class=\"restore\" href=\"([^\"]*\">[^<]*)</a>";
    List<String> restores = page.all(link);
    assertThat(restores).hasSize(3);
    assertThat(restores).isEqualTo(shown("/scripts/ferry/compare/1...2").all(link));
    assertThat(restores.get(0)).endsWith("Undo this change");
    assertThat(restores.get(1)).endsWith("Undo this change");
    assertThat(restores.get(2)).endsWith("Undo this change");
    assertThat(page.all("<tr [^>]*id=\"(change-\\d)\"[^>]*>.*class=\"restore\""))
        .containsExactly("change-1", "change-2", "change-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prose", "side-by-side", "unified"})
  void everyNumberOfAChangeOccursInEveryView(String view) {
    String rules = "Rule one.\n\n\n\nRule two is that nobody sings.\n\nRule three.\n";
    String revised = "Preface.\n\nRule one!\n\nRule two is that no one sings.\n\nRule four.\n";
    String id = "rules-" + view;
    site.script(id, rules, revised);
    Answer page = shown("/scripts/" + id + "/compare/1...2?view=" + view);
    int total = Integer.parseInt(page.all("data-total=\"(\\d+)\"").get(0));
    assertThat(page.all(" data-change=\"(\\d+)\"").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, total).mapToObj(Integer::toString).toList());
  }

  @Test
  void theStripLeadsToThePanelThatHoldsTheChange() {
    Answer page = shown("/scripts/long/compare/1...2?view=unified");
    List<String> marks = marks(page);
    assertThat(marks.get(0)).isEqualTo("#change-1");
    List<String> elsewhere = marks.stream().filter(url -> !url.startsWith("#")).toList();
    assertThat(elsewhere).hasSizeGreaterThan(25).allMatch(url -> url.contains("view=unified"));
    for (int i = 0; i < elsewhere.size(); i += 20) {
      String url = elsewhere.get(i);
      assertThat(shown(withoutAnchor(url)).html())
          .contains(" id=\"" + url.substring(url.indexOf('#') + 1) + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void aLineThatMovedLeadsFromEachEndToTheOtherAndIsNeitherDeletedNorInserted(String view) {
    Answer page = shown("/scripts/ferry/compare/1...2?view=" + view);
    assertThat(page.text())
        .contains("Moved to line 25 ↓ Moved away: " + MOVED)
        .contains("Moved from line 1 ↑ Moved here: " + MOVED);
    assertThat(page.all("<a class=\"move\" href=\"([^\"]*)\""))
        .containsExactly("#change-1-other", "#change-1");
    assertThat(page.deleted()).containsExactly("the");
    assertThat(page.inserted()).containsExactly("a", "Nobody bought a ticket any more.");
    assertThat(shown("/scripts/ferry/compare/2...1?view=" + view).text())
        .contains("Moved from line 25 ↓", "Moved to line 1 ↑");
  }

  @Test
  void aLineThatMovedFarLeadsToThePanelOfItsOtherEnd() {
    Answer page = shown("/scripts/long/compare/1...2?view=unified");
    String other = page.all("<a class=\"move\" href=\"([^\"]*)\"").get(0).replace("&amp;", "&");
    assertThat(other).contains("piece=").endsWith("#change-1-other");
    Answer far = shown(withoutAnchor(other));
    assertThat(far.html()).contains(" id=\"change-1-other\"");
    assertThat(far.all("<a class=\"move\" href=\"([^\"]*)\"").get(0).replace("&amp;", "&"))
        .isEqualTo("/scripts/long/compare/1...2?view=unified#change-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void whatCameAndWentIsToldInWordsToo(String view) {
    Answer page = shown("/scripts/ferry/compare/1...2?view=" + view);
    assertThat(page.text())
        .contains("Removed: Scene 2: row 14 waits for removed: the lamp")
        .contains("Added: Scene 2: row 14 waits for added: a lamp")
        .contains("Added: Nobody bought");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void whatIsIgnoredIsNotMarkedBesideWhatIsNot(String view) {
    site.script(
        "verse-" + view,
        "The  old bridge hums.\nNobody knows why it does.\n",
        "The old bridge hums.\nNOBODY knows how it does.\n");
    String url = "/scripts/verse-" + view + "/compare/1...2?view=" + view;
    assertThat(shown(url).deleted()).contains("Nobody", "why");
    Answer page = shown(url + "&whitespace=ignore&case=ignore");
    assertThat(page.deleted()).containsExactly("why");
    assertThat(page.inserted()).containsExactly("how");
    assertThat(page.text()).contains("The old bridge hums.", "NOBODY knows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side-by-side", "unified"})
  void aLineOfMegabytesIsShownAroundItsChangesAndThePageSaysSo(String view) {
    String before =
        IntStream.range(0, 50_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    String after = before.replace("word20000 ", "wonder ");
    String id = "endless-" + view;
    site.script(id, before + "\n", after + "\n");
    Answer page = shown("/scripts/" + id + "/compare/1...2?view=" + view);
    assertThat(page.body().length).isLessThan(50_000);
    assertThat(page.deleted()).containsExactly("word20000");
    assertThat(page.inserted()).containsExactly("wonder");
    assertThat(page.text())
        .contains("word0 word1 word2", "word19999 removed: word20000 word20001", "word49999")
        .containsPattern("… \\d+.\\d+ characters left out …")
        .contains("Some lines are so long that only their changes and the text around them are");
    assertThat(page.html())
        .contains("<a href=\"/scripts/" + id + "/compare/1...2\">prose view</a>")
        .contains("<a href=\"/scripts/" + id + "/compare/1...2.diff\">.diff</a>");
  }

  @Test
  void aPageStaysSmallAlsoWhereALineOfMegabytesIsAllNew() {
    String line = "word ".repeat(1_000_000);
    site.script("flood", "Once.\n", line + "\n");
    Answer page = shown("/scripts/flood/compare/1...2?view=unified");
    assertThat(page.body().length).isLessThan(50_000);
    assertThat(page.text()).containsPattern("4.99\\d.\\d+ characters left out");
  }

  @Test
  void noCharacterIsCutInTwoWhereALongLineIsShortened() {
    String before = "😀".repeat(30_000);
    site.script("faces", before + " one\n", "!" + before + " two\n");
    Answer page = shown("/scripts/faces/compare/1...2?view=unified");
    assertThat(page.text()).contains("left out");
    // The list of keys after the text has a question mark of its own.
    assertThat(page.text().replaceFirst("Keyboard shortcuts ×.*", ""))
        .doesNotContain("\ufffd", "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>\"&'<>",
        "a 1 b 2 c 3 d 4 e 5 f 6 g 7 h 8 i 9 j 1 k 2 l 3 m 4 n 5 o 6 p 7 q 8 r 9",
        "\u0000 is no text, but \u0001 is, and 川 and \u0308\u0308\u0308"
      })
  void aPageStaysSmallWhateverTheTextsAreMadeOf(String odd) {
    String id = "odd-" + Integer.toHexString(odd.hashCode());
    String line = odd.replace("\u0000", "0").repeat(20);
    String before = IntStream.range(0, 3_000).mapToObj(i -> i + line).collect(joining());
    site.script(id, before, before.replaceAll("[13579&]", "x"));
    String next = "/scripts/" + id + "/compare/1...2?view=unified";
    int rows = 0;
    int panels = 0;
    while (!next.isEmpty() && panels < 5) {
      Answer page = shown(next);
      assertThat(page.body().length).as(next).isLessThan(MAX_BYTES_OF_A_PAGE);
      rows = page.all("<tr class=\"(?:deleted|inserted|unchanged)").size();
      assertThat(rows).isBetween(1, 1_500);
      next =
          page.all("href=\"([^\"]*)\">Next lines").stream()
              .findFirst()
              .map(url -> url.replace("&amp;", "&"))
              .orElse("");
      panels++;
    }
    assertThat(panels).isGreaterThan(1);
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("\n", "", "\n");
  }

  @Test
  void everyLineIsSentOnce() {
    Answer page = shown("/scripts/ferry/compare/1...2?view=side-by-side&context=0");
    assertThat(page.all("Nobody bought a ticket any more\\.")).hasSize(1);
  }
}

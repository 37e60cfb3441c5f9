package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.PseudoLanguage;

class FeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void start() {
    site = Site.open(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Document feed(String path) throws Exception {
    Answer answer = site.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
  }

  private static List<Element> entries(Document feed) {
    return elements(feed.getDocumentElement(), "entry");
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS(ATOM, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent();
  }

  private void save(String script, String text, String why) {
    site.versions().save(NewVersion.builder(script, ScriptText.of(text), Site.WRITER, why).build());
  }

  @Test
  void theFeedOfAScriptTellsOfItsVersionsNewestFirstWithWhatChanged() throws Exception {
    site.versions().createScript("film", "The film");
    save("film", "The bridge hums.\n", "First draft");
    save("film", "The bridge sings.\n", "It sings\n\nBecause it can.");
    Document feed = feed("/scripts/film/feed.atom");
    assertThat(text(feed.getDocumentElement(), "title")).isEqualTo("The film");
    List<Element> entries = entries(feed);
    assertThat(entries)
        .extracting(entry -> text(entry, "title"))
        .containsExactly("v2: It sings", "v1: First draft");
    Element newest = entries.get(0);
    assertThat(text(newest, "summary")).isEqualTo("+1 −1 words on main");
    assertThat(text(newest, "content"))
        .contains("sings</ins>", "<del>hums</del>", "Because it can.");
    assertThat(elements(newest, "link").get(0).getAttribute("href"))
        .isEqualTo(site.url("/scripts/film/compare/1...2"));
    assertThat(text(elements(newest, "author").get(0), "name")).isEqualTo("Script editor");
    assertThat(site.get("/scripts/film/compare/1...2").status()).isEqualTo(200);
  }

  @Test
  void theFeedOfAllScriptsNamesThemAndStartsWithWhatWasSavedLast() throws Exception {
    site.script("a", "one", "two");
    site.script("b", "three");
    save("a", "four", "Again");
    assertThat(entries(feed("/feed.atom")))
        .extracting(entry -> text(entry, "title"))
        .first()
        .isEqualTo("a v3: Again");
    assertThat(entries(feed("/feed.atom"))).hasSize(4);
  }

  @Test
  void aFeedIsInTheLanguageOfWhoReadsIt() throws Exception {
    PseudoLanguage.offer();
    site.script("film", "The bridge hums.\n", "The bridge sings.\n");
    String path = "/scripts/film/feed.atom";
    assertThat(feed(path).getDocumentElement().getAttribute("xml:lang")).isEqualTo("en");
    Answer answer = site.get(path, "Accept-Language", PseudoLanguage.TAG);
    assertThat(answer.header("Vary")).contains("Accept-Language");
    assertThat(answer.html())
        .contains("xml:lang=\"" + PseudoLanguage.TAG + "\"")
        .doesNotContain("words on");
    assertThat(site.get(path).html()).contains("+1 −1 words on main");
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    assertThat(entries(feed("/feed.atom"))).isEmpty();
    site.versions().createScript("film", "The film");
    assertThat(entries(feed("/scripts/film/feed.atom"))).isEmpty();
    assertThat(site.get("/scripts/nobody/feed.atom").status()).isEqualTo(404);
  }

  @Test
  void whatXmlCannotHoldAndMarkupInTextsDoNoHarm() throws Exception {
    site.versions().createScript("odd", "A <b>title</b> & more");
    save("odd", "one \u0001 ]]> <script>alert(1)</script>\n", "<i>why</i> \u0008 ]]>\n\nmore");
    save("odd", "two \u0001 ]]> <script>alert(2)</script>\n", "\uFFFE");
    Document feed = feed("/scripts/odd/feed.atom");
    assertThat(text(feed.getDocumentElement(), "title")).isEqualTo("A <b>title</b> & more");
    assertThat(text(entries(feed).get(1), "title")).contains("<i>why</i> \uFFFD ]]>");
    assertThat(text(entries(feed).get(0), "content"))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void aReaderThatHasItIsToldSoAndEntriesKeepTheirNames() throws Exception {
    site.script("film", "one", "two");
    Answer first = site.get("/scripts/film/feed.atom");
    String tag = first.header("ETag");
    assertThat(site.get("/scripts/film/feed.atom", "If-None-Match", tag).status()).isEqualTo(304);
    List<String> ids =
        entries(feed("/scripts/film/feed.atom")).stream().map(entry -> text(entry, "id")).toList();
    save("film", "three", "");
    assertThat(site.get("/scripts/film/feed.atom", "If-None-Match", tag).status()).isEqualTo(200);
    List<String> later =
        entries(feed("/feed.atom")).stream().map(entry -> text(entry, "id")).toList();
    assertThat(ids)
        .hasSize(2)
        .allMatch(id -> id.startsWith("ni:///sha-256;"))
        .doesNotHaveDuplicates();
    assertThat(later).containsAll(ids);
  }

  @Test
  void pagesTellReadersWhereTheFeedIs() {
    site.script("film", "one");
    assertThat(site.get("/").html())
        .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
        .contains("href=\"/feed.atom\"");
    assertThat(site.get("/scripts/film").html())
        .containsPattern("<link rel=\"alternate\"[^>]+href=\"/scripts/film/feed.atom\"");
    assertThat(site.get("/search").html()).doesNotContain("/scripts/film/feed.atom");
  }
}

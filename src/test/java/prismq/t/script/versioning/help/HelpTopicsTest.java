package prismq.t.script.versioning.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.web.HelpLinks;

class HelpTopicsTest {
  private static final HelpTopics TOPICS = HelpTopics.read();
  private static final Path FOLDER = Path.of("src/main/resources/help");
  private static final Pattern LINK = Pattern.compile("href=\"(/help[^\"]*|#[^\"]*)\"");

  static List<String> names() {
    return HelpTopics.NAMES;
  }

  static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .filter(file -> read(file).contains("~{layout :: page("))
          .map(file -> Path.of("templates").relativize(file).toString().replace(".html", ""))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void leadsSomewhere(String url) {
    String[] parts = url.replaceFirst("^/help/?", "").split("#", 2);
    String name = parts[0].isEmpty() ? HelpTopics.NAMES.get(0) : parts[0];
    HelpTopic topic =
        TOPICS.named(name).orElseThrow(() -> new AssertionError("no page for " + url));
    if (parts.length > 1) {
      assertThat(topic.html()).as(url).contains("id=\"" + parts[1] + "\"");
    }
  }

  @Test
  void everyFileIsListed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(HelpTopics.NAMES);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyLinkLeadsToAHeadingThatIsThere(String name) {
    HelpTopic topic = TOPICS.named(name).orElseThrow();
    LINK.matcher(topic.html())
        .results()
        .map(link -> link.group(1))
        .map(url -> url.startsWith("#") ? topic.url() + url : url)
        .forEach(HelpTopicsTest::leadsSomewhere);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyPageLeadsToItsHelp(String template) {
    leadsSomewhere(HelpLinks.url(template));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge/merge", "compare/compare", "script/history", "transfer/import"})
  void pagesThatNeedHelpHaveAPageOfTheirOwn(String template) {
    assertThat(HelpLinks.url(template)).startsWith("/help/");
  }

  @ParameterizedTest
  @MethodSource("names")
  void headingsHaveIdsOfTheirOwnAndNothingIsLeftToFillIn(String name) {
    HelpTopic topic = TOPICS.named(name).orElseThrow();
    List<String> ids =
        Pattern.compile("<h[23] id=\"([^\"]+)\"")
            .matcher(topic.html())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(topic.html().replace("{{server}}", "")).doesNotContain("{{");
  }

  /** All but the figures, which are printed by the benchmark. */
  static List<String> written() {
    return HelpTopics.NAMES.stream().filter(name -> !name.equals("figures")).toList();
  }

  /** Names of buttons are quoted in italics, as they are on the pages. */
  @ParameterizedTest
  @MethodSource("written")
  void theHelpSpeaksTheWordsOfTheGlossary(String name) {
    String text =
        read(FOLDER.resolve(name + ".md"))
            .replaceAll("(?s)```.*?```", "")
            .replaceAll("`[^`]*`", "")
            .replaceAll("(?<![*\\w])[*_][^*_\n]+[*_]", "");
    List<String> words =
        List.of(
            "bring(s|ing)? \\S+ (back|in)\\b",
            "(bring|brings|brought) (back|in)\\b",
            "\\b(came|come|comes|went) (in|out|back)\\b",
            "came (and|or) went",
            "put away",
            "who wrote what",
            "branch(es)? off");
    for (String word : words) {
      assertThat(Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(text).results())
          .as(name)
          .extracting(MatchResult::group)
          .isEmpty();
    }
  }

  @Test
  void htmlInMarkdownIsShownAsText() {
    HelpTopic topic =
        Markdown.topic("x", "# T\n\n<script>alert(1)</script> [l](javascript:alert(1))\n");
    assertThat(topic.html())
        .doesNotContain("<script", "href=\"javascript")
        .contains("&lt;script&gt;");
  }

  @Test
  void aPageWithoutTitleIsRefusedByName() {
    assertThatThrownBy(() -> Markdown.topic("untitled", "No title.\n"))
        .hasMessageContaining("untitled");
  }
}

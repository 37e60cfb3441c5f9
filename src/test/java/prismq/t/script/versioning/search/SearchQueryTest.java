package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;

class SearchQueryTest {
  /** What is searched for in short: phrases in brackets, what is left out behind a minus. */
  private static String words(String text) {
    SearchQuery query = SearchQuery.of(text);
    StringBuilder words = new StringBuilder();
    query.wanted().forEach(phrase -> words.append(told(phrase)));
    query.unwanted().forEach(phrase -> words.append('-').append(told(phrase)));
    return words.toString();
  }

  private static String told(Phrase phrase) {
    return "[" + String.join(" ", phrase.terms()) + (phrase.prefix() ? "*]" : "]");
  }

  private static List<String> hints(String text) {
    return SearchQuery.of(text).hints();
  }

  @Test
  void wordsAreFoldedAndAllOfThemHaveToOccur() {
    assertThat(words("Crème BRIDGE")).isEqualTo("[creme][bridge]");
    assertThat(hints("Crème BRIDGE")).isEmpty();
  }

  @Test
  void quotedWordsFollowEachOther() {
    assertThat(words("\"The old bridge\" hums")).isEqualTo("[the old bridge][hums]");
    assertThat(words("“The old bridge”")).isEqualTo("[the old bridge]");
    assertThat(words("\"he said “no” twice\" x")).isEqualTo("[he said no twice][x]");
  }

  @Test
  void aWordWithSignsInsideIsAPhraseOfItsParts() {
    assertThat(words("don't")).isEqualTo("[don t]");
    assertThat(words("http://example.org/a_b")).isEqualTo("[http example org a b]");
  }

  @Test
  void twoChineseCharactersAreAPhraseOfTwo() {
    assertThat(words("時間")).isEqualTo("[時 間]");
  }

  @Test
  void aStarFindsWhatBeginsSo() {
    assertThat(words("brid*")).isEqualTo("[brid*]");
    assertThat(words("\"old brid\"*")).isEqualTo("[old brid*]");
  }

  @Test
  void aHyphenLeavesOut() {
    assertThat(words("bridge -night -\"old man\"")).isEqualTo("[bridge]-[night]-[old man]");
    assertThat(words("well-known")).isEqualTo("[well known]");
    assertThat(words("bridge - night")).isEqualTo("[bridge][night]");
  }

  @Test
  void fieldsAreTakenInAnyCaseAndWithQuotationMarks() {
    SearchQuery query =
        SearchQuery.of("hum author:\"Ann Lee\" AUTHOR:Bob script:intro branch:dark/end source:AI");
    assertThat(query.wanted()).hasSize(1);
    assertThat(query.values(SearchField.AUTHOR)).containsExactly("Ann Lee", "Bob");
    assertThat(query.values(SearchField.SCRIPT)).containsExactly("intro");
    assertThat(query.values(SearchField.BRANCH)).containsExactly("dark/end");
    assertThat(query.values(SearchField.SOURCE)).containsExactly("ai");
    assertThat(query.hints()).isEmpty();
  }

  @Test
  void daysAreMeantInUtcFromTheirStart() {
    SearchQuery query = SearchQuery.of("before:2026-03-31 before:2026-05-01 after:2026-01-01");
    assertThat(query.before()).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
    assertThat(query.after()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(query.isSearchable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    ">80, 80.5, 80",
    ">=80, 80, 79.9",
    "<80, 79, 80",
    "<=80, 80, 80.1",
    "=80, 80.0, 81",
    "80, 80, 8"
  })
  void scoresHaveLimits(String limit, double fits, double doesNot) {
    List<ScoreLimit> limits = SearchQuery.of("score:" + limit).scoreLimits();
    assertThat(limits).hasSize(1);
    assertThat(limits.get(0).takes(fits)).isTrue();
    assertThat(limits.get(0).takes(doesNot)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x score:high",
        "x score:>",
        "x before:tomorrow",
        "x after:2026-02-30",
        "x source:robot",
        "x author:!!",
        "x script:",
        "x author:\"\"",
        "x -author:ann"
      })
  void aValueThatAFieldDoesNotTakeIsPassedOverAndToldOf(String text) {
    SearchQuery query = SearchQuery.of(text);
    assertThat(query.conditions()).isEmpty();
    assertThat(words(text)).isEqualTo("[x]");
    assertThat(query.hints()).hasSize(1);
  }

  @Test
  void anUnknownFieldIsSearchedForAsWordsAndToldOf() {
    assertThat(words("foo:bar")).isEqualTo("[foo bar]");
    assertThat(hints("foo:bar").get(0)).contains("“foo:bar” is searched for as words", "author");
    assertThat(hints("12:30 http://x KEEPER:")).isEmpty();
  }

  @Test
  void aQuotationMarkWithoutAPartnerGoesToTheEndAndIsToldOf() {
    assertThat(words("a \"b c")).isEqualTo("[a][b c]");
    assertThat(hints("a \"b c").get(0)).contains("not closed", "“b c”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "*", "-", "--", "- -", "()", "\"\"", "-\"\"", "…", ":", "\u0000"})
  void signsAloneAreNothingToSearchForAndToldOf(String text) {
    SearchQuery query = SearchQuery.of(text);
    assertThat(query.isSearchable()).isFalse();
    assertThat(query.hints()).isNotEmpty();
  }

  @Test
  void somethingLeftOutAloneIsToldOf() {
    assertThat(SearchQuery.of("-night").isSearchable()).isFalse();
    assertThat(hints("-night").get(0)).contains("Add a word to find");
  }

  @Test
  void nothingIsAskedForByNothing() {
    assertThat(SearchQuery.of(" \n\t ").isSearchable()).isFalse();
    assertThat(hints(" \n\t ")).isEmpty();
  }

  @Test
  void operatorsOfOtherSearchesAreWordsAndToldOf() {
    assertThat(words("bridge OR river")).isEqualTo("[bridge][or][river]");
    assertThat(hints("bridge OR river").get(0)).contains("“OR” is searched for as a word");
    assertThat(hints("DAY AND NIGHT")).isEmpty();
  }

  @Test
  void whatIsTooLongIsCutAndToldOf() {
    SearchQuery query = SearchQuery.of("w ".repeat(5_000));
    assertThat(query.text()).hasSize(SearchQuery.MAX_LENGTH);
    assertThat(query.hints().get(0)).contains("first 1,000 characters");
    assertThat(query.wanted()).hasSize(1);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      words.append(i).append(' ');
    }
    assertThat(SearchQuery.of(words.toString()).wanted()).hasSize(QueryParser.MAX_WORDS);
    String emoji = "a" + "😀".repeat(5_000);
    assertThat(Character.isHighSurrogate(SearchQuery.of(emoji).text().charAt(998))).isFalse();
  }

  @Test
  void theIndexIsAskedForAllTermsEachByItself() {
    assertThat(SearchQuery.of("\"the old\" brid* -night -\"old man\"").expression())
        .isEqualTo("(\"the\" AND \"old\" AND \"brid\"*) NOT (\"night\")");
    assertThat(SearchQuery.of("8㏂").expression()).isEqualTo("\"8\" AND \"am\"");
  }

  @Test
  void aConditionIsAddedTakenAwayAndReplaced() {
    SearchQuery query = SearchQuery.of("hum author:\"Ann Lee\" \"the end");
    assertThat(query.with(SearchField.SCRIPT, "intro"))
        .isEqualTo("hum author:\"Ann Lee\" \"the end\" script:intro");
    assertThat(query.with(SearchField.AUTHOR, "Bob \"B\" Jones"))
        .isEqualTo("hum \"the end\" author:\"Bob  B  Jones\"");
    assertThat(query.without(query.conditions().get(0))).isEqualTo("hum \"the end\"");
    assertThat(SearchQuery.of(query.with(SearchField.AUTHOR, "x")).hints()).isEmpty();
  }

  @Test
  void theLastWordBecomesHowAWordBegins() {
    assertThat(SearchQuery.of("the bri").withPrefix()).isEqualTo("the bri*");
    assertThat(SearchQuery.of("the bri ").withPrefix()).isEqualTo("the bri*");
    assertThat(SearchQuery.of("the bri*").withPrefix()).isNull();
    assertThat(SearchQuery.of("the -bri").withPrefix()).isNull();
    assertThat(SearchQuery.of("bri author:ann").withPrefix()).isNull();
    assertThat(SearchQuery.of("\"the bri\"").withPrefix()).isNull();
    assertThat(SearchQuery.of("").withPrefix()).isNull();
  }

  /** Made of what has a meaning here or in a full-text index, and of anything else. */
  private static String anyText(Random random) {
    String[] bits = {
      "\"",
      "“",
      "”",
      "*",
      "-",
      ":",
      " ",
      "(",
      ")",
      "^",
      "+",
      "{",
      "}",
      "'",
      ";",
      "--",
      "AND",
      "OR",
      "NOT",
      "NEAR(",
      "author:",
      "score:>",
      "before:2026-01-01",
      "script:",
      "foo:",
      "the",
      "bridge",
      "é",
      "時間",
      "😀",
      "\ud83d",
      "\u0000",
      "\u0301",
      "\n",
      "\u00a0",
      "DROP TABLE",
      "%",
      "\\"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(
          random.nextInt(5) == 0
              ? new String(Character.toChars(random.nextInt(0x3000)))
              : bits[random.nextInt(bits.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyTextIsAQueryAndLetsNothingThroughThatAnIndexWouldObey(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = anyText(random);
      SearchQuery query = SearchQuery.of(text);
      assertThat(query.isSearchable() || text.isBlank() || !query.hints().isEmpty())
          .as("a hint for " + text)
          .isTrue();
      if (!query.expression().isEmpty()) {
        String outside = query.expression().replaceAll("\"[^\"]+\"", "q");
        assertThat(outside)
            .as(text)
            .matches("q\\*?( AND q\\*?)*|\\(q\\*?( AND q\\*?)*\\) NOT \\(q\\*?( OR q\\*?)*\\)");
      }
      String again =
          query.parts().stream()
              .map(SearchQuery.QueryPart::source)
              .reduce("", (a, b) -> a + " " + b);
      SearchQuery second = SearchQuery.of(again);
      assertThat(second.wanted()).as(text + " → " + again).isEqualTo(query.wanted());
      assertThat(second.unwanted()).as(text).isEqualTo(query.unwanted());
      assertThat(second.conditions()).as(text).hasSameSizeAs(query.conditions());
    }
  }
}

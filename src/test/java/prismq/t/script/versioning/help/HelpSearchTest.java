package prismq.t.script.versioning.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.help.HelpSearch.ExcerptPart;
import prismq.t.script.versioning.help.HelpSearch.HelpResult;

class HelpSearchTest {
  private final HelpSearch search = new HelpSearch(HelpTopics.read());

  @ParameterizedTest
  @CsvSource({
    "merge,/help/branches-and-merging",
    "how do I merge two branches?,/help/branches-and-merging#merge-a-branch",
    "MERGING,/help/branches-and-merging",
    "backup,/help/backup",
    "restore version,/help/write-and-compare#restore-a-version",
    "idempotency,/help/api#save-once-idempotency",
    "reverse proxy,/help/server#behind-a-reverse-proxy",
    "glossáry,/help/glossary",
    "rollback,/help/write-and-compare#restore-a-version",
    "revert,/help/write-and-compare#restore-a-version",
    "restore an old version,/help/write-and-compare#restore-a-version",
    "who wrote,/help/write-and-compare#authorship",
    "save,/help/write-and-compare#write-a-new-version",
    "delete a script,/help/write-and-compare#delete-a-script"
  })
  void whatSomebodyLooksForComesFirst(String query, String url) {
    assertThat(search.find(query).stream().map(HelpResult::url).limit(3)).contains(url);
  }

  @Test
  void aTitleIsAboveAHeadingAndAHeadingAboveAText() {
    List<Integer> scores = search.find("import").stream().map(HelpResult::score).toList();
    assertThat(search.find("import").get(0).url()).isEqualTo("/help/import");
    assertThat(scores).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
  }

  @Test
  void allWordsHaveToBeThere() {
    assertThat(search.find("fast-forward")).isNotEmpty();
    assertThat(search.find("fast-forward zebra")).isEmpty();
  }

  @Test
  void theExcerptShowsWhatWasFoundMarked() {
    HelpResult result = search.find("cron").get(0);
    assertThat(result.excerpt())
        .filteredOn(ExcerptPart::isFound)
        .extracting(ExcerptPart::text)
        .contains("cron");
    assertThat(result.excerpt().stream().map(ExcerptPart::text).collect(Collectors.joining()))
        .doesNotContain("](", "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(((", "\\", "[a-", "*", "…", "\u0000", "“”"})
  void signsAloneFindNothingAndHarmNothing(String query) {
    assertThat(search.find(query)).isEmpty();
  }
}

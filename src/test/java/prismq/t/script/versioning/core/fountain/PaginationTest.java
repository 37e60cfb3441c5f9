package prismq.t.script.versioning.core.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;

class PaginationTest {
  private static List<PageSheet> pages(String source) {
    return Screenplay.parse(source).pages();
  }

  private static String paragraphs(int count) {
    return "He waits.\n\n".repeat(count);
  }

  @Test
  void aPageHas55Lines() {
    // 27 paragraphs with an empty line before each but the first, and two more lines.
    assertThat(pages(paragraphs(28))).hasSize(1);
    assertThat(pages(paragraphs(29))).hasSize(2);
    assertThat(pages(paragraphs(29)).get(1).number()).isEqualTo("2.");
  }

  @Test
  void aHeadingStandsWithWhatFollowsIt() {
    List<PageSheet> pages = pages(paragraphs(26) + "INT. ROOM\n\nHe goes.\n");
    assertThat(pages).hasSize(2);
    assertThat(((PageParagraph) pages.get(1).parts().get(0).item()).type())
        .isEqualTo(FountainType.HEADING);
  }

  @Test
  void aCueStandsWithTwoLinesOfItsSpeech() {
    String speech = "DAN\n" + "A line that is spoken.\n".repeat(10);
    List<PageSheet> moved = pages(paragraphs(26) + speech);
    assertThat(moved.get(1).parts().get(0).item()).isInstanceOf(Speech.class);
    assertThat(moved.get(1).parts().get(0).isContinued()).isFalse();
    List<PageSheet> broken = pages(paragraphs(25) + speech);
    PagePart before = broken.get(0).parts().get(25);
    assertThat(before.hasMore()).isTrue();
    assertThat(before.to()).isEqualTo(3);
    assertThat(broken.get(1).parts().get(0).isContinued()).isTrue();
    assertThat(broken.get(1).parts().get(0).from()).isEqualTo(3);
  }

  @Test
  void theAuthorEndsAPageAndNumbersTheNext() {
    List<PageSheet> pages = pages("One.\n\n===\n\nTwo.\n\n=== 12A ===\n\nThree.\n");
    assertThat(pages).extracting(PageSheet::number).containsExactly("", "2.", "12A.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word ", "(word)\n", "word\n", "~la\n", "a-", "李"})
  void aSpeechOrActionMayBeLongerThanAnyPage(String part) {
    for (String start : List.of("DAN\n", "He ", "INT. ", "DAN\nHi.\n\nANN ^\n")) {
      assertThat(pages(start + part.repeat(5_000))).isNotEmpty();
    }
  }

  @Test
  void eachLineIsOnOnePageInOrder() {
    List<String> parts =
        List.of(
            "INT. ROOM\n\n",
            "He waits.\n\n",
            "DAN\n(beat)\n" + "Spoken. ".repeat(40) + "\n\n",
            "Long action. ".repeat(60) + "\n\n",
            "CUT TO:\n\n",
            "===\n\n",
            "DAN\nOne.\n(two)\nThree.\n(four)\nFive.\n\n",
            "ANN\nA.\n\nDAN ^\nB.\n\n");
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder source = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        source.append(parts.get(random.nextInt(parts.size())));
      }
      PageItem last = null;
      int to = 0;
      for (PageSheet page : pages(source.toString())) {
        for (PagePart part : page.parts()) {
          assertThat(part.from()).as("seed %d", seed).isEqualTo(part.item() == last ? to : 0);
          assertThat(part.to()).as("seed %d", seed).isGreaterThan(part.from());
          last = part.item();
          to = part.to();
        }
      }
    }
  }
}

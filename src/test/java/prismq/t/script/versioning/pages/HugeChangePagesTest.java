package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Texts of one huge paragraph or line that changed. */
@TestInstance(Lifecycle.PER_CLASS)
class HugeChangePagesTest {
  private static final int WORDS = 60_000;
  private static final int MAX_BYTES = 250_000;

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("strange", text("left", "\n", 0), text("right", "\n", 0));
    site.script("line", text("word", " ", 0), text("word", " ", 5));
    site.script("come", "Start.\n", "Start.\n\n" + text("word", " ", 0));
    site.script("beside", text("word", " ", 0), text("word", " ", 0) + "\n\nNew.\n");
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** A text of numbered words, of which each n-th is another one. */
  private static String text(String word, String end, int n) {
    return IntStream.range(0, WORDS)
            .mapToObj(i -> (n > 0 && i % n == 0 ? "other" : word) + i)
            .collect(Collectors.joining(end))
        + "\n";
  }

  private List<Answer> pieces(String script) {
    List<Answer> pieces = new ArrayList<>();
    String next = "/scripts/" + script + "/compare/1...2";
    while (!next.isEmpty()) {
      Answer page = site.get(next);
      assertThat(page.status()).isEqualTo(200);
      pieces.add(page);
      next =
          page.all("<a class=\"button\" href=\"([^\"]*)\">Next part").stream()
              .findFirst()
              .map(url -> url.replace("&amp;", "&"))
              .orElse("");
    }
    return pieces;
  }

  @ParameterizedTest
  @ValueSource(strings = {"strange", "line", "come", "beside"})
  void aHugeChangeComesInPiecesOfABoundedSizeThatHaveAllOfIt(String script) {
    List<Answer> pieces = pieces(script);
    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(pieces).allMatch(page -> page.body().length < MAX_BYTES);
    String all = pieces.stream().map(Answer::html).collect(Collectors.joining());
    List<String> words = script.equals("strange") ? List.of("left", "right") : List.of("word");
    for (String word : words) {
      for (int number : List.of(1, WORDS / 2 + 1, WORDS - 1)) {
        assertThat(all.contains(word + number)).isTrue();
      }
    }
    assertThat(all.split("id=\"change-1\"", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "come", "beside"})
  void aParagraphThatGoesOnInTheNextPieceSaysSo(String script) {
    List<Answer> pieces = pieces(script);
    String hint = "This paragraph goes on.";
    // A failed assertion must not print all of a huge page.
    assertThat(pieces.get(0).text().contains(hint)).isTrue();
    assertThat(pieces.get(pieces.size() - 1).text().contains(hint)).isFalse();
  }

  @Test
  void marksInALongParagraphAreEachInOnePiece() {
    List<String> inserted =
        pieces("line").stream().flatMap(page -> page.inserted().stream()).toList();
    assertThat(inserted).hasSize(WORDS / 5).doesNotHaveDuplicates();
    assertThat(inserted).contains("other0", "other30000", "other" + (WORDS - 5));
  }
}

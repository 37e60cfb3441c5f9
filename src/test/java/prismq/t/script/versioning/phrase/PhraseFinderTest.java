package prismq.t.script.versioning.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.ScriptText;

class PhraseFinderTest {
  /** What is found of a phrase in a text. */
  private static List<String> found(String phrase, PhraseMatch match, byte[] text) {
    return PhraseFinder.of(new TypedPhrase(phrase, match), match)
        .places(ScriptText.of(text))
        .stream()
        .map(place -> Arrays.copyOfRange(text, place.start(), place.end()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> exact(String phrase, String text) {
    return found(phrase, PhraseMatch.EXACT, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> folded(String phrase, String text) {
    return found(phrase, PhraseMatch.FOLDED, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyPlaceIsFoundWithoutOverlapFromTheLeft() {
    assertThat(exact("aa", "aaaaa")).containsExactly("aa", "aa");
    assertThat(exact("the", "The theme, the end")).containsExactly("the", "the");
    assertThat(exact("夜の", "橋は夜の、夜の")).containsExactly("夜の", "夜の");
  }

  @Test
  void aLineBreakStandsForBothThatTextsHave() {
    assertThat(exact("dark.\nA dog", "dark.\r\nA dog, dark.\nA dog"))
        .containsExactly("dark.\r\nA dog", "dark.\nA dog");
    assertThat(exact("\nA dog", "dark.\r\nA dog")).containsExactly("\nA dog");
  }

  @Test
  void caseAccentsAndKindsOfWhiteSpaceAreSetAsideWhereThatIsAskedFor() {
    assertThat(folded("cafe au lait", "Le CAFÉ  au\r\n\tlait."))
        .containsExactly("CAFÉ  au\r\n\tlait");
    assertThat(folded("CAFÉ", "cafe, Cafe\u0301!")).containsExactly("cafe", "Cafe\u0301");
    assertThat(folded("the\nend", "The\u00a0End")).containsExactly("The\u00a0End");
    assertThat(folded("don't go", "I don't go, I don\u2019t go"))
        .containsExactly("don't go", "don\u2019t go");
    assertThat(folded("м\u2019ята", "М'ята, м\u02BCята")).containsExactly("М'ята", "м\u02BCята");
    assertThat(exact("café", "cafe, CAFÉ")).isEmpty();
  }

  @Test
  void anExactPhraseIsMarkedInEverySpellingThatLooksAlike() {
    assertThat(exact("caf\u00E9 noir", "a caf\u00E9 noir, cafe\u0301\u00A0noir, cafe noir"))
        .containsExactly("caf\u00E9 noir", "cafe\u0301\u00A0noir");
    assertThat(exact("cooperate", "they co\u00ADoperate now")).containsExactly("co\u00ADoperate");
    assertThat(exact("\uD55C", "\u1112\u1161\u11AB!")).containsExactly("\u1112\u1161\u11AB");
    assertThat(exact("cafe", "cafe\u0301")).isEmpty();
  }

  @Test
  void aCharacterThatFoldsToSeveralIsMarkedWhole() {
    assertThat(folded("fi", "the \uFB01rst")).containsExactly("\uFB01");
    assertThat(folded("f", "the \uFB01rst")).containsExactly("\uFB01");
  }

  @Test
  void bytesThatAreNotUtf8MoveNothing() {
    byte[] text = "\u00ff\u00c3 Caf\u00c3\u00a9 \u00e2\u0082".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(found("CAFE", PhraseMatch.FOLDED, text)).containsExactly("Café");
    assertThat(found("Café", PhraseMatch.EXACT, text)).containsExactly("Café");
  }

  @Test
  void whatFoldsToNothingIsNowhere() {
    assertThat(folded("\u0301", "Cafe\u0301")).isEmpty();
  }
}

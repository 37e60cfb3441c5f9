package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceAlignmentTest {
  private static SentenceAlignment of(String from, String to) {
    SequencePair pair = Sequences.pair(from, to);
    return new SentenceAlignment(pair, Sequences.whole(pair));
  }

  /** The sentences that belong together, as their words and signs. */
  private static List<String> pairs(String from, String to) {
    SequencePair pair = Sequences.pair(from, to);
    return new SentenceAlignment(pair, Sequences.whole(pair))
        .pairs().stream()
            .map(
                both ->
                    text(pair.left(), both.aStart(), both.aEnd())
                        + " > "
                        + text(pair.right(), both.bStart(), both.bEnd()))
            .toList();
  }

  private static String text(TokenSequence tokens, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (int token = start; token < end; token++) {
      text.append(tokens.isAfterSpace(token) && !text.isEmpty() ? " " : "")
          .append(tokens.isBreak(token) ? "" : tokens.text(token));
    }
    return text.toString();
  }

  @Test
  void eachSentenceBelongsToTheOneItBecame() {
    assertThat(
            pairs(
                "The lamp burns. A boat is late tonight. Nobody sleeps here.",
                "The lamp burns low. Nobody sleeps here now."))
        .containsExactly(
            "The lamp burns. > The lamp burns low.",
            "Nobody sleeps here. > Nobody sleeps here now.");
  }

  @Test
  void aSentenceThatWasAddedBelongsToNone() {
    assertThat(
            pairs(
                "The lamp burns. Nobody sleeps here.",
                "The lamp burns. Gulls cry over dark water. Nobody sleeps here."))
        .containsExactly(
            "The lamp burns. > The lamp burns.", "Nobody sleeps here. > Nobody sleeps here.");
  }

  @Test
  void aSentenceThatWasCutInTwoBelongsToBoth() {
    assertThat(
            pairs(
                "The keeper lights the lamp and the boat turns home.",
                "The keeper lights the lamp. The boat turns home."))
        .containsExactly(
            "The keeper lights the lamp and the boat turns home. >"
                + " The keeper lights the lamp. The boat turns home.");
  }

  @Test
  void twoSentencesThatWereJoinedBelongToOne() {
    assertThat(
            pairs(
                "The keeper lights the lamp. The boat turns home.",
                "The keeper lights the lamp and the boat turns home."))
        .containsExactly(
            "The keeper lights the lamp. The boat turns home. >"
                + " The keeper lights the lamp and the boat turns home.");
  }

  @Test
  void sentencesWithLessThanTwoFifthsInCommonAreOthers() {
    assertThat(
            pairs(
                "One two three four five. End here now.", "One two six seven eight. End here now."))
        .containsExactly(
            "One two three four five. > One two six seven eight.", "End here now. > End here now.");
    assertThat(
            pairs(
                "One two three four five. End here now.",
                "One nine six seven eight. End here now."))
        .containsExactly("End here now. > End here now.");
  }

  @Test
  void aFullStopInsideOfAWordEndsNoSentence() {
    assertThat(
            pairs("See example.org for it. Then call.", "See example.org for it now. Then call."))
        .containsExactly(
            "See example.org for it. > See example.org for it now.", "Then call. > Then call.");
  }

  @Test
  void aBreakEndsASentenceWithoutAFullStop() {
    assertThat(pairs("Rain all night\nThe lamp burns low", "Rain all night long\nThe lamp burns"))
        .containsExactly(
            "Rain all night > Rain all night long", "The lamp burns low > The lamp burns");
  }

  @Test
  void itIsOnlyWorthwhileWhereASideHasMoreThanOne() {
    assertThat(of("One lamp.", "Two lamps.").isWorthwhile()).isFalse();
    assertThat(of("One lamp. One boat.", "Two lamps.").isWorthwhile()).isTrue();
    assertThat(of("One lamp. One boat.", "").isWorthwhile()).isFalse();
    String many = "A lamp. ".repeat(70);
    assertThat(of(many, many).isWorthwhile()).isFalse();
    assertThat(of("One lamp. One boat.", "Two lamps.").steps()).isEqualTo(6 * 1 + 3 * 2);
  }
}

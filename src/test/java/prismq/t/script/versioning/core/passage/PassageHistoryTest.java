package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;

class PassageHistoryTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void passagesJoinedAreTheTextOfEveryVersion(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 60);
    PassageHistory history = made.passages();
    for (int version = 1; version <= made.latest(); version++) {
      int[] sequence = history.sequence(version);
      Map<Integer, String> texts = PassageTexts.of(history, sequence);
      StringBuilder joined = new StringBuilder();
      Arrays.stream(sequence).forEach(passage -> joined.append(texts.get(passage)));
      assertThat(ScriptText.ofExact(joined.toString()))
          .as("version %d", version)
          .isEqualTo(made.text(version));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void eachDistinctPassageIsKeptOnceAndKnownByTheVersionsThatHoldIt(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 60);
    PassageHistory history = made.passages();
    String[] texts = new String[history.passageCount()];
    PassageTexts.forEach(history, (passage, text) -> texts[passage] = text);
    assertThat(texts).doesNotHaveDuplicates();
    for (int passage = 0; passage < texts.length; passage++) {
      BitSet holders = history.holders(passage);
      int number = passage;
      assertThat(holders.stream().boxed())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, made.latest())
                  .filter(
                      version -> IntStream.of(history.sequence(version)).anyMatch(p -> p == number))
                  .boxed()
                  .toList());
      assertThat(holders.nextSetBit(0)).isEqualTo(history.firstVersion(passage));
      assertThat(holders.length() - 1).isEqualTo(history.lastVersion(passage));
    }
  }

  private static Map<Integer, String> all(PassageHistory history) {
    Map<Integer, String> texts = new LinkedHashMap<>();
    PassageTexts.forEach(history, texts::put);
    return texts;
  }

  @ParameterizedTest
  @ValueSource(longs = {24, 25, 26})
  void textsThatAreKeptAreThoseMadeAnew(long seed) {
    PassageHistory history = MadeUpHistory.of(seed, 60).passages();
    int[] passages = IntStream.range(0, history.passageCount()).toArray();
    Map<Integer, String> made = PassageTexts.of(history, passages);
    assertThat(history.texts()).isNull();
    assertThat(all(history)).isEqualTo(made);
    assertThat(history.texts()).isNotNull();
    assertThat(all(history)).isEqualTo(made);
    assertThat(PassageTexts.of(history, passages)).isEqualTo(made);
    int kept = made.values().stream().mapToInt(String::length).sum();
    assertThat(history.weight()).isGreaterThan(kept);
  }

  @Test
  void aLongHistoryIsReadWithoutItsTextsBeingKept() {
    String long1 = "All work and no play. ".repeat(75_000) + "End.\n\n";
    String long2 = long1.replaceFirst("work", "rest");
    String[] versions = {
      long1 + long2 + "One.\n",
      long1 + long2 + long1.replaceFirst("play", "games") + "Two.\n",
      "One.\n\n" + long1 + long2 + long1.replaceFirst("All", "So much") + "Two.\n"
    };
    MadeUpHistory made = MadeUpHistory.of(versions);
    PassageHistory history = made.passages();
    Map<Integer, String> texts = all(history);
    assertThat(history.texts() == null).as("none is kept").isTrue();
    for (int version = 1; version <= made.latest(); version++) {
      StringBuilder joined = new StringBuilder();
      IntStream.of(history.sequence(version)).forEach(p -> joined.append(texts.get(p)));
      assertThat(joined.toString().equals(versions[version - 1])).as("v%d", version).isTrue();
    }
  }

  @Test
  void aVersionThatCannotBeReadHoldsNothing() {
    EarlierPassages earlier = new EarlierPassages();
    PassageHistory.Builder builder = new PassageHistory.Builder();
    NewPassages unreadable = NewPassages.unreadable(1, 0);
    builder.add(0, unreadable.changes(), unreadable.written());
    NewPassages readable = NewPassages.of(2, earlier, null, null, ScriptText.of("Here.\n"));
    builder.add(readable.texts().size(), readable.changes(), readable.written());
    PassageHistory history = builder.build();
    assertThat(history.isReadable(1)).isFalse();
    assertThat(history.isReadable(2)).isTrue();
    assertThat(history.sequence(1)).isEmpty();
    assertThat(history.holders(0).stream().boxed()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void damagedBytesAreToldAsSuchOrReadAsSomethingElse(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 2);
    EarlierPassages earlier = new EarlierPassages();
    NewPassages added = NewPassages.of(1, earlier, null, null, made.text(1));
    byte[] changes = added.changes().clone();
    for (int i = 0; i < changes.length; i++) {
      changes[i] ^= (byte) (1 + made.random().nextInt(255));
      PassageHistory.Builder builder = new PassageHistory.Builder();
      try {
        builder.add(added.texts().size(), changes, added.written());
        PassageHistory history = builder.build();
        PassageTexts.forEach(history, (passage, text) -> {});
        Origins.of(history, 1);
      } catch (BrokenPassagesException e) {
        assertThat(e).hasMessageContaining("The search index is damaged");
      }
      changes[i] = added.changes()[i];
    }
  }

  @Test
  void bytesThatEndTooEarlyAreRefused() {
    NewPassages added =
        NewPassages.of(1, new EarlierPassages(), null, null, ScriptText.of("One.\n\nTwo.\n"));
    byte[] cut = Arrays.copyOf(added.changes(), added.changes().length - 1);
    assertThatThrownBy(() -> new PassageHistory.Builder().add(2, cut, added.written()))
        .isInstanceOf(BrokenPassagesException.class);
  }
}

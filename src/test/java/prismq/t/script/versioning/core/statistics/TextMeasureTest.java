package prismq.t.script.versioning.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.statistics.LengthTarget.LengthStand;
import prismq.t.script.versioning.core.text.TextFormat;

/** How long texts are, by scene, character and place. */
class TextMeasureTest {
  private static final List<TextFormat> FORMATS = List.of(TextFormat.values());

  private static final String[] PIECES = {
    "INT. HALL - NIGHT - LATER #1#\n\n",
    "EXT. SEA / COAST - DAY\n\n",
    "int. attic\n\n",
    "ANNA\nThe lamp is *dark*.\n\n",
    "BEN (V.O.)\n(low)\nIt was dark before.\n  \nAnd it will be.\n\n",
    "CLÉO ^\nNow?\n\n",
    "They wait for the boat to come in.\n\n",
    "~Row the boat home\n\n",
    "> CUT TO:\n\n",
  };

  private static final String[] UNPRINTED = {
    "[[A note of many words]]\n\n", "/* struck out */\n\n", "= What it is about.\n\n", "# Act\n\n"
  };

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private String screenplay(boolean hasUnprinted) {
    Random pieces = new Random(seed);
    StringBuilder text = new StringBuilder("Title: The lamp\nAuthor: Ann\n\n");
    for (int i = 0; i < 30; i++) {
      text.append(PIECES[pieces.nextInt(PIECES.length)]);
      if (hasUnprinted) {
        text.append(UNPRINTED[random.nextInt(UNPRINTED.length)]);
      }
    }
    return text.toString();
  }

  private static TextMeasure measure(String text) {
    return TextMeasure.of(TextFormat.SCREENPLAY, text);
  }

  @RepeatedTest(50)
  void whatIsNotPrintedMakesNothingLonger() {
    TextMeasure plain = measure(screenplay(false));
    TextMeasure noted = measure(screenplay(true));
    assertThat(noted.words()).as("seed " + seed).isEqualTo(plain.words());
    assertThat(noted.characters()).as("seed " + seed).isEqualTo(plain.characters());
  }

  @RepeatedTest(50)
  void nobodySaysMoreThanIsThere() {
    TextMeasure measure = measure(screenplay(true));
    int spoken = measure.characters().stream().mapToInt(CharacterLength::words).sum();
    assertThat(spoken).as("seed " + seed).isLessThanOrEqualTo(measure.words());
    for (CharacterLength one : measure.characters()) {
      assertThat(one.scenes()).as("seed " + seed).isBetween(1, measure.scenes().size());
      assertThat(one.lines()).as("seed " + seed).isLessThanOrEqualTo(one.pageLines());
    }
  }

  @RepeatedTest(50)
  void moreWordsAMinuteNeverLastLonger() {
    TextMeasure measure = measure(screenplay(true));
    int rate = 20 + random.nextInt(900);
    SceneMinutes slow = measure.minutes(rate);
    SceneMinutes fast = measure.minutes(rate + 1 + random.nextInt(90));
    assertThat(slow.least()).as("seed " + seed).isLessThanOrEqualTo(slow.most());
    assertThat(fast.least()).as("seed " + seed).isLessThanOrEqualTo(slow.least());
    assertThat(fast.most()).as("seed " + seed).isLessThanOrEqualTo(slow.most());
  }

  @RepeatedTest(50)
  void everySceneIsAtOnePlaceAtOneTime() {
    TextMeasure measure = measure(screenplay(true));
    int scenes = 0;
    double minutes = 0;
    for (PlaceLength place : PlaceLength.of(measure.scenes(), 150)) {
      assertThat(place.byTime().values().stream().mapToInt(Integer::intValue).sum())
          .as("seed " + seed)
          .isEqualTo(place.scenes());
      scenes += place.scenes();
      minutes += place.minutes().middle();
    }
    assertThat(scenes).as("seed " + seed).isEqualTo(measure.scenes().size());
    assertThat(minutes).as("seed " + seed).isCloseTo(measure.minutes(150).middle(), within(1e-6));
  }

  @RepeatedTest(50)
  void whatIsKeptIsWhatWasMeasured() {
    TreeMap<Integer, TextMeasure> measures = new TreeMap<>();
    for (int version = 1 + random.nextInt(5); version < 70; version += 1 + random.nextInt(9)) {
      TextFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
      measures.put(version, TextMeasure.of(format, screenplay(random.nextBoolean())));
    }
    byte[] bytes = MeasureBytes.of(measures);
    assertThat(MeasureBytes.read(bytes)).as("seed " + seed).isEqualTo(measures);
    byte[] damaged = bytes.clone();
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
    MeasureBytes.read(damaged);
    assertThat(MeasureBytes.read(new byte[random.nextInt(3)])).isEmpty();
  }

  @RepeatedTest(50)
  void aLengthStandsToATargetAsItsDifferenceSays() {
    LengthTarget target = new LengthTarget(1 + random.nextInt(200), random.nextInt(20));
    double length = random.nextDouble() * 250;
    long difference = target.difference(length);
    LengthStand stand = target.stand(length);
    assertThat(stand == LengthStand.KEPT)
        .as("seed " + seed)
        .isEqualTo(Math.abs(difference) <= target.tolerance());
    assertThat(stand == LengthStand.OVER)
        .as("seed " + seed)
        .isEqualTo(difference > target.tolerance());
    assertThat(target.isLeft(target.seconds(), length)).isEqualTo(stand != LengthStand.KEPT);
    assertThat(target.isLeft(length, length)).isFalse();
  }

  @Test
  void wordsAndLinesAreThoseThatSomebodySpeaks() {
    TextMeasure measure =
        measure(
            """
            INT. HALL - DAY

            ANNA
            (slowly)
            One two three.

            EXT. SEA - NIGHT

            Waves.

            ANNA (CONT'D)
            Four.

            BEN ^
            Five six.
            """);
    assertThat(measure.characters())
        .extracting(
            CharacterLength::name,
            CharacterLength::words,
            CharacterLength::lines,
            CharacterLength::speeches,
            CharacterLength::scenes)
        .containsExactly(tuple("ANNA", 4, 2, 2, 2), tuple("BEN", 2, 1, 1, 1));
  }

  @Test
  void aHeadingSaysWhereAndWhenASceneIs() {
    TextMeasure measure =
        measure(
            """
            INT. HALL - NIGHT - LATER

            A.

            EXT. HALL - DAY

            B.

            int. attic - dusk

            C.

            INT. ATTIC

            D.

            INT. KÜCHE - NACHT

            E.
            """);
    assertThat(PlaceLength.of(measure.scenes(), 150))
        .extracting(PlaceLength::place, PlaceLength::settings, PlaceLength::byTime)
        .containsExactlyInAnyOrder(
            tuple("HALL", "INT / EXT", Map.of(DayTime.NIGHT, 1, DayTime.DAY, 1)),
            tuple("ATTIC", "INT", Map.of(DayTime.TWILIGHT, 1, DayTime.NOT_SAID, 1)),
            tuple("KÜCHE", "INT", Map.of(DayTime.NIGHT, 1)));
  }

  @Test
  void aSceneIsFollowedByItsNumberOrItsHeading() {
    TextMeasure before = measure("INT. HALL - DAY #1#\n\nOne.\n\nINT. SEA\n\nTwo.\n");
    TextMeasure after =
        measure("INT. HALL - NIGHT #1#\n\nOne two.\n\nint. sea\n\nThree.\n\nINT. SEA\n\nFour.\n");
    assertThat(before.minutes(after.scenes().get(0), 150)).isNotNull();
    SceneMinutes twice = after.minutes(before.scenes().get(1), 150);
    assertThat(twice).isNotNull();
    assertThat(before.minutes(new SceneLength("", "INT. ATTIC", 1, 1), 150)).isNull();
  }

  @Test
  void plainTextIsOneSectionAndMarkdownHasNoCharacters() {
    TextMeasure plain = TextMeasure.of(TextFormat.PLAIN, "One two three.\n");
    assertThat(plain.words()).isEqualTo(3);
    assertThat(plain.minutes(3).most()).isCloseTo(1, within(1e-9));
    assertThat(TextMeasure.of(TextFormat.PLAIN, "").scenes()).isEmpty();
    TextMeasure markdown = TextMeasure.of(TextFormat.MARKDOWN, "# Hook\n\nANNA\nHi.\n");
    assertThat(markdown.characters()).isEmpty();
    assertThat(markdown.scenes()).hasSize(1);
  }
}

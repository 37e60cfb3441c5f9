package prismq.t.script.versioning.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.passage.CarriedTexts;
import prismq.t.script.versioning.core.passage.MadeUpHistory;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;

class AnchorPlacerTest {
  private static final String HUM = "One night in June a bridge began to make a strange noise.\n\n";
  private static final String CALLS = "Some of them telephoned the police about the noise.\n\n";
  private static final String WIND = "Wind cannot follow a thin edge all the way around it.\n\n";
  private static final String RAIL = "The old slats of the railing were as wide as a hand.\n";

  private static Placement place(MadeUpHistory made, int version, ByteRange bytes, int target) {
    CarriedTexts texts = new CarriedTexts(made.passages());
    HistoryPaths paths =
        new HistoryPaths(made.latest(), v -> parent(made, v), v -> mergeParent(made, v), target);
    return new AnchorPlacer(texts, paths).place(version, bytes);
  }

  private static int parent(MadeUpHistory made, int version) {
    return version == 0 ? 0 : made.parent(version);
  }

  private static int mergeParent(MadeUpHistory made, int version) {
    return version == 0 ? 0 : made.mergeParent(version);
  }

  private static ByteRange bytes(MadeUpHistory made, int version, String quote) {
    String text = made.text(version).display();
    int start = text.indexOf(quote);
    assertThat(start).as("where “%s” stands", quote).isNotNegative();
    CodePointRange range =
        new CodePointRange(
            text.codePointCount(0, start), text.codePointCount(0, start + quote.length()));
    return Anchor.of(version, made.text(version), range).bytes();
  }

  /** Where a quote of one version stands in another, as "STATE: text". */
  private static String placed(MadeUpHistory made, int version, String quote, int target) {
    Placement placement = place(made, version, bytes(made, version, quote), target);
    @Nullable ByteRange found = placement.bytes();
    String text = found == null ? "" : text(made.text(target), found);
    return placement.state() + (placement.isGuess() ? "?" : "") + ": " + text;
  }

  private static String text(ScriptText text, ByteRange bytes) {
    return new String(text.read(), bytes.start(), bytes.length(), StandardCharsets.UTF_8);
  }

  @Test
  void wordsThatNobodyTouchedAreWhereTheyWere() {
    MadeUpHistory made = MadeUpHistory.of(HUM + CALLS, "A title.\n\n" + HUM + CALLS + RAIL);
    assertThat(placed(made, 1, "telephoned the police", 2))
        .isEqualTo("HERE: telephoned the police");
  }

  @Test
  void wordsSomeOfWhichChangedAreEditedToTheirLastWord() {
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + CALLS,
            HUM + CALLS.replace("telephoned the police", "called the local police"),
            HUM + CALLS.replace("telephoned the police", "called the local police station"));
    assertThat(placed(made, 1, "telephoned the police", 2))
        .isEqualTo("EDITED: called the local police");
    assertThat(placed(made, 1, "telephoned the police", 3))
        .isEqualTo("EDITED: called the local police");
  }

  @Test
  void aParagraphThatMovedTakesItsWordsAlong() {
    MadeUpHistory made = MadeUpHistory.of(HUM + CALLS + WIND + RAIL, CALLS + WIND + HUM + RAIL);
    assertThat(placed(made, 1, "a strange noise", 2)).startsWith("MOVED: a strange noise");
  }

  @Test
  void aParagraphThatIsSplitKeepsTheWordsTogether() {
    String long1 = "The wind lets go on the left side, and then it lets go on the right side.\n\n";
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + long1 + RAIL, HUM + long1.replace(", and then", ".\n\nAnd then") + RAIL);
    assertThat(placed(made, 1, "left side, and then it lets go", 2))
        .isEqualTo("EDITED: left side.\n\nAnd then it lets go");
  }

  @Test
  void otherWordsInTheirPlaceAreSaidToBeOthers() {
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + CALLS, HUM + CALLS.replace("telephoned the police", "wrote long letters"));
    Placement placement = place(made, 1, bytes(made, 1, "telephoned"), 2);
    assertThat(placement.state()).isEqualTo(AnchorState.REPLACED);
    assertThat(placement.goneIn()).isEqualTo(2);
    assertThat(text(made.text(2), Objects.requireNonNull(placement.bytes())))
        .isEqualTo("wrote long letters");
  }

  @Test
  void whatReplacedTheWordsIsFollowedWhenItIsReplacedInItsTurn() {
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + CALLS,
            HUM + CALLS.replace("telephoned", "informed"),
            HUM + CALLS.replace("telephoned", "alerted"),
            "A title.\n\n" + HUM + CALLS.replace("telephoned", "alerted"));
    assertThat(placed(made, 1, "telephoned", 4)).isEqualTo("REPLACED: alerted");
    assertThat(place(made, 1, bytes(made, 1, "telephoned"), 4).goneIn()).isEqualTo(2);
  }

  @Test
  void wordsInWhosePlaceNothingStandsAreGone() {
    MadeUpHistory made = MadeUpHistory.of(HUM + CALLS + RAIL, HUM + RAIL, HUM + RAIL + WIND);
    assertThat(placed(made, 1, "telephoned the police", 3)).isEqualTo("GONE: ");
    assertThat(place(made, 1, bytes(made, 1, "telephoned the police"), 3).goneIn()).isEqualTo(2);
  }

  @Test
  void aRollbackBringsWordsBack() {
    MadeUpHistory made = MadeUpHistory.of(HUM + CALLS + RAIL, HUM + RAIL, HUM + CALLS + RAIL);
    assertThat(placed(made, 1, "telephoned the police", 3))
        .isEqualTo("BACK: telephoned the police");
  }

  @Test
  void wordsThatComeBackOnABranchAreNotBackWhereTheyNeverWent() {
    MadeUpHistory made = MadeUpHistory.of(HUM + CALLS + RAIL, HUM + RAIL);
    made.add(1, 0, ScriptText.of(HUM + CALLS + WIND + RAIL));
    made.add(3, 2, ScriptText.of(HUM + CALLS + WIND + RAIL));
    assertThat(placed(made, 1, "telephoned the police", 4))
        .isEqualTo("HERE: telephoned the police");
    assertThat(placed(made, 2, "strange noise", 4)).isEqualTo("HERE: strange noise");
  }

  @Test
  void wordsOfABranchComeWithItsMerge() {
    MadeUpHistory made = MadeUpHistory.of(HUM + RAIL, HUM + WIND + RAIL);
    made.add(1, 0, ScriptText.of(HUM + CALLS + RAIL));
    made.add(2, 3, ScriptText.of(HUM + CALLS + WIND + RAIL));
    assertThat(placed(made, 3, "telephoned the police", 4))
        .isEqualTo("HERE: telephoned the police");
    assertThat(placed(made, 3, "telephoned the police", 2)).isEqualTo("GONE: ");
  }

  @Test
  void aCopyOfTheWordsElsewhereIsNotThem() {
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + CALLS + RAIL,
            HUM + CALLS + RAIL + "\n" + CALLS,
            HUM + RAIL + "\n" + CALLS.replace("Some", "Few"));
    assertThat(placed(made, 2, "Some of them telephoned", 1))
        .isEqualTo("HERE: Some of them telephoned");
    ByteRange second = ByteRange.ofLength((HUM + CALLS + RAIL + "\nSome of them ").length(), 10);
    assertThat(Objects.requireNonNull(place(made, 2, second, 3).bytes()).start())
        .isEqualTo((HUM + RAIL + "\nFew of them ").length());
  }

  @Test
  void ofWordsThatStandTwiceInAParagraphTheChosenOnesAreFollowed() {
    String twice = "The bell rang, and the bell fell silent, and nobody came to the door.\n";
    MadeUpHistory made =
        MadeUpHistory.of(HUM + twice, HUM + "Now " + twice.replace("door", "gate"));
    int second = twice.lastIndexOf("bell");
    ByteRange bytes = ByteRange.ofLength(HUM.length() + second, 4);
    assertThat(Objects.requireNonNull(place(made, 1, bytes, 2).bytes()).start())
        .isEqualTo(HUM.length() + 4 + second);
  }

  @Test
  void otherLineEndsChangeNoWords() {
    MadeUpHistory made =
        MadeUpHistory.of(HUM + CALLS + RAIL, (HUM + CALLS + RAIL).replace("\n", "\r\n"));
    assertThat(placed(made, 1, "telephoned the police", 2))
        .isEqualTo("HERE: telephoned the police");
  }

  @Test
  void aQuoteOverTheEndOfAParagraphIsFollowedAsOne() {
    MadeUpHistory made =
        MadeUpHistory.of(HUM + CALLS, HUM.replace("strange", "very strange") + CALLS);
    assertThat(placed(made, 1, "strange noise.\n\nSome of them", 2))
        .isEqualTo("HERE: strange noise.\n\nSome of them");
  }

  @Test
  void whereEveryParagraphIsWrittenAnewTheOneInItsPlaceIsFound() {
    MadeUpHistory made =
        MadeUpHistory.of(
            HUM + CALLS + WIND + RAIL,
            """
            It started to sing when summer had hardly arrived: our crossing over the water.

            Officers answered six people who rang them up that evening.

            Air breaks off behind sharp things, again and again, never quite able to turn.

            Formerly its balustrade had boards no narrower than your palm.
            """);
    assertThat(placed(made, 1, "telephoned the police", 2))
        .isEqualTo("REPLACED: Officers answered six people who rang them up that evening");
    assertThat(placed(made, 1, "thin edge", 2)).startsWith("REPLACED: Air breaks off");
  }

  @Test
  void signsOfSeveralCharactersAreNeverCut() {
    String text = "Sie sagte 👩‍👩‍👧 und cafe\u0301 und ging.\n";
    Anchor anchor = Anchor.of(1, ScriptText.of(text), new CodePointRange(11, 12));
    assertThat(anchor.quote()).isEqualTo("👩‍👩‍👧");
    int accent = text.codePointCount(0, text.indexOf('\u0301'));
    assertThat(Anchor.of(1, ScriptText.of(text), new CodePointRange(accent - 1, accent)).quote())
        .isEqualTo("e\u0301");
  }

  @Test
  void aLineOfAMegabyteIsFollowedToo() {
    String words = "the quick brown fox jumps over a lazy dog and ".repeat(22_000);
    MadeUpHistory made =
        MadeUpHistory.of(words + "the bridge hums.", "So " + words + "the bridge sings.");
    assertThat(placed(made, 1, "bridge", 2)).isEqualTo("HERE: bridge");
    assertThat(placed(made, 1, "hums", 2)).isEqualTo("REPLACED: sings");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noWordsAreHiddenOrPutOnOthers(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 14);
    for (int n = 0; n < 60; n++) {
      int version = 1 + made.random().nextInt(made.latest());
      int target = 1 + made.random().nextInt(made.latest());
      int size = made.text(version).read().length;
      if (size > 0) {
        int start = made.random().nextInt(size);
        ByteRange bytes =
            ByteRange.ofLength(start, 1 + made.random().nextInt(Math.min(80, size - start)));
        check(made, version, bytes, target, place(made, version, bytes, target));
      }
    }
  }

  private static void check(
      MadeUpHistory made, int version, ByteRange bytes, int target, Placement placement) {
    String quote = text(made.text(version), bytes);
    String what = "v" + version + " " + bytes + " “" + quote + "” in v" + target + " " + placement;
    @Nullable ByteRange found = placement.bytes();
    if (found == null) {
      assertThat(placement.state()).as(what).isEqualTo(AnchorState.GONE);
      assertThat(placement.goneIn()).as(what).isPositive();
      return;
    }
    assertThat(found.end()).as(what).isLessThanOrEqualTo(made.text(target).read().length);
    assertThat(found.isEmpty()).as(what).isFalse();
    String text = text(made.text(target), found);
    if (made.text(version).equals(made.text(target))) {
      assertThat(found).as(what).isEqualTo(bytes);
    }
    switch (placement.state()) {
      case HERE, MOVED, BACK -> assertThat(spaced(text)).as(what).isEqualTo(spaced(quote));
      case REPLACED -> assertThat(placement.goneIn()).as(what).isPositive();
      default -> assertThat(placement.state()).as(what).isEqualTo(AnchorState.EDITED);
    }
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

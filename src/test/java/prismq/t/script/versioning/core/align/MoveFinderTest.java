package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;

class MoveFinderTest {
  /** Two texts, what of the left one is kept, and the moves found. */
  private static final class Found {
    private final SequencePair pair;
    private final int[] toRight;
    private final int[] toLeft;
    private final MoveFinder finder;

    /**
     * @param kept the tokens kept, each with where it goes
     */
    Found(SequencePair pair, int[] kept, boolean isCoarse) {
      this.pair = pair;
      this.toRight = kept.clone();
      this.toLeft = Sequences.kept(pair.b().length);
      for (int i = 0; i < toRight.length; i++) {
        if (toRight[i] >= 0) {
          toLeft[toRight[i]] = i;
        }
      }
      this.finder = new MoveFinder(pair, toRight, toLeft);
      finder.find(isCoarse);
    }

    static Found of(String from, String to, int... kept) {
      SequencePair pair = Sequences.pair(from, to);
      return new Found(pair, Sequences.kept(pair.a().length, kept), false);
    }

    /** The texts of the tokens of each move. */
    List<String> moves() {
      List<String> moves = new ArrayList<>();
      for (int move = 1; move <= finder.count(); move++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < toRight.length; i++) {
          if (finder.moveOfLeft()[i] == move) {
            text.append(text.isEmpty() ? "" : " ").append(pair.left().text(i));
          }
        }
        moves.add(text.toString());
      }
      return moves;
    }

    String kept() {
      return Sequences.kept(pair, toRight);
    }
  }

  private static int[] shortest(SequencePair pair) {
    int[] kept = Sequences.kept(pair.a().length);
    new ShortestAlignment(pair.a(), pair.b(), pair.kinds(), kept, new WorkBudget(1_000_000))
        .align(0, pair.a().length, 0, pair.b().length);
    return kept;
  }

  private static String sentence(Random random) {
    int kinds = 12 << random.nextInt(5);
    return random
            .ints(1 + random.nextInt(9), 0, kinds)
            .mapToObj(i -> i < 4 ? "the" : i < 8 ? "a" + i + "," : "word" + i)
            .collect(Collectors.joining(" "))
        + (random.nextInt(6) == 0 ? "\n" : ". ");
  }

  /** Sentences shuffled, and some words of them changed. */
  private static Found shuffled(Random random) {
    List<String> sentences = new ArrayList<>();
    IntStream.range(0, 2 + random.nextInt(6)).forEach(i -> sentences.add(sentence(random)));
    String from = String.join("", sentences);
    Collections.swap(sentences, random.nextInt(sentences.size()), random.nextInt(sentences.size()));
    Collections.swap(sentences, random.nextInt(sentences.size()), random.nextInt(sentences.size()));
    String to =
        Arrays.stream(String.join("", sentences).split("(?<= )"))
            .map(word -> random.nextInt(15) == 0 ? "new " : word)
            .collect(Collectors.joining());
    SequencePair pair = Sequences.pair(from, to);
    return new Found(pair, shortest(pair), false);
  }

  @Test
  void whatMovedIsTheSameOnBothSidesAndNeitherKeptNorMovedTwice() {
    Cases.each(
        95,
        3_000,
        random -> {
          Found found = shuffled(random);
          int[] movedFrom = Sequences.kept(found.toLeft.length);
          for (int i = 0; i < found.toRight.length; i++) {
            int to = found.finder.movedTo()[i];
            if (to >= 0) {
              assertThat(found.pair.b()[to]).isEqualTo(found.pair.a()[i]);
              assertThat(found.toRight[i]).as("kept and moved").isNegative();
              assertThat(found.toLeft[to]).as("kept and moved").isNegative();
              assertThat(movedFrom[to]).as("moved twice").isNegative();
              movedFrom[to] = i;
              assertThat(found.finder.moveOfLeft()[i]).isBetween(1, found.finder.count());
              assertThat(found.finder.moveOfRight()[to]).isEqualTo(found.finder.moveOfLeft()[i]);
            } else {
              assertThat(found.finder.moveOfLeft()[i]).isZero();
            }
            int kept = found.toRight[i];
            assertThat(kept < 0 || found.toLeft[kept] == i).isTrue();
          }
          assertEachMoveIsInOrder(found);
        });
  }

  /** A move has five words, or is a sentence of three; in it both sides go on in their order. */
  private static void assertEachMoveIsInOrder(Found found) {
    for (int move = 1; move <= found.finder.count(); move++) {
      int last = -1;
      int words = 0;
      for (int i = 0; i < found.toRight.length; i++) {
        if (found.finder.moveOfLeft()[i] == move) {
          assertThat(found.finder.movedTo()[i]).isGreaterThan(last);
          last = found.finder.movedTo()[i];
          words += found.pair.left().isWord(i) ? 1 : 0;
        }
      }
      assertThat(words).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void aSentenceOfThreeWordsMovesAndOneOfTwoDoesNot() {
    assertThat(Found.of("Birds fly south. Rain", "Rain. Birds fly south.", 4, 0, 3, 1).moves())
        .containsExactly("Birds fly south .");
    assertThat(Found.of("Birds fly. Rain", "Rain. Birds fly.", 3, 0).moves()).isEmpty();
  }

  @Test
  void partOfASentenceMovesWhereItHasFiveWordsAndABorderOrEightWords() {
    String four = "under cold northern stars";
    String five = "under very cold northern stars";
    String seven = "far away under very cold northern stars";
    String eight = "so far away under very cold northern stars";
    assertThat(Found.of(four + " wait", "wait\n" + four + " too", 4, 0).moves()).isEmpty();
    assertThat(Found.of(five + " wait", "wait\n" + five + " too", 5, 0).moves())
        .containsExactly(five);
    assertThat(Found.of("We " + seven + " wait", "We wait " + seven + " too", 0, 0, 8, 1).moves())
        .isEmpty();
    assertThat(Found.of("We " + eight + " wait", "We wait " + eight + " too", 0, 0, 9, 1).moves())
        .containsExactly(eight);
  }

  @Test
  void wordsThatTellNothingMoveOnlyAsASentence() {
    assertThat(Found.of("as it is to me, we go", "go as it is to us", 7, 0).moves()).isEmpty();
    assertThat(Found.of("we go\nAs it is to me.", "As it is to me.\nwe go", 0, 7, 1, 8).moves())
        .containsExactly("As it is to me .");
  }

  @Test
  void aMoveGoesOnOverUpToFourWordsOnEitherSide() {
    String gap = "Seven tired riders quietly stop a b c d outside every ruined village. Rain";
    String filled = "Rain. Seven tired riders quietly stop e f g h outside every ruined village.";
    assertThat(Found.of(gap, filled, 14, 0).moves())
        .containsExactly("Seven tired riders quietly stop outside every ruined village .");
  }

  @Test
  void signsThatWereKeptElsewhereGoWithTheirWords() {
    Found found =
        Found.of(
            "Somebody (seven tired riders stop here every single night) sleeps.",
            "Somebody (long ago) sleeps.\n(seven tired riders stop here every single night)",
            0,
            0,
            1,
            1,
            10,
            4,
            11,
            5,
            12,
            6);
    assertThat(found.moves())
        .containsExactly("( seven tired riders stop here every single night )");
    assertThat(found.kept()).isEqualTo("Somebody sleeps .");
    Found ended =
        Found.of(
            "Dawn. Seven tired riders stop here. Dogs bark twice there.",
            "Dawn. Dogs bark twice there. Seven tired riders stop here.",
            0,
            0,
            7,
            1,
            8,
            2,
            9,
            3,
            10,
            4,
            11,
            5,
            12,
            6);
    assertThat(ended.moves()).containsExactly("Seven tired riders stop here .");
    assertThat(ended.kept()).isEqualTo("Dawn Dogs bark twice there .");
  }

  @Test
  void aLightWordKeptInsideOfAMoveIsGivenUp() {
    Found found =
        Found.of(
            "Seven riders stop at the old well outside. Dogs bark.",
            "Dogs bark the night. Seven riders stop at the old well outside.",
            9,
            0,
            10,
            1);
    assertThat(found.moves()).hasSize(1);
    Found crumb =
        Found.of(
            "Seven riders stop at the old well outside",
            "the dogs\nSeven riders stop at the old well outside",
            4,
            0);
    assertThat(crumb.moves()).containsExactly("Seven riders stop at the old well outside");
    assertThat(crumb.kept()).isEmpty();
  }

  @Test
  void withTooManyWordsOfWhichMuchMayBeMarkedWithoutNeedNoMoveIsLookedFor() {
    String many = "x ".repeat(200_001);
    SequencePair pair = Sequences.pair("Birds fly south.\n" + many, "new\nBirds fly south.\n");
    int[] nothing = Sequences.kept(pair.a().length);
    assertThat(new Found(pair, nothing, true).moves()).isEmpty();
    assertThat(new Found(pair, nothing, false).moves()).hasSize(1);
    SequencePair few = Sequences.pair("Birds fly south.\nx", "new\nBirds fly south.\n");
    assertThat(new Found(few, Sequences.kept(few.a().length), true).moves()).hasSize(1);
  }
}

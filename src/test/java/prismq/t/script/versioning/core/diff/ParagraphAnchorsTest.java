package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

class ParagraphAnchorsTest {
  private static final String SHORT = "Yes.";

  /** How many paragraphs a run comes before or after. */
  private static final int OTHERS = 70;

  /** Both texts as paragraphs, and where on the right side each of the left one stayed or went. */
  private static final class Edited {
    private final List<String> from = new ArrayList<>();
    private final List<String> to = new ArrayList<>();
    private final List<Integer> stayed = new ArrayList<>();
    private final List<Integer> moved = new ArrayList<>();

    /** Some of a hundred paragraphs were removed, added or replaced. */
    static Edited inPlace(Random random, int paragraphs, int percent) {
      Edited edited = new Edited();
      for (int i = 0; i < paragraphs; i++) {
        int edit = random.nextInt(100) < percent ? random.nextInt(3) : 3;
        if (edit < 2) {
          edited.to.add(paragraph(random));
        }
        if (edit % 2 == 0) {
          edited.went(paragraph(random), -1);
        } else {
          edited.stayed(paragraph(random));
        }
      }
      return edited;
    }

    /** Each run of paragraphs comes before or after many others, which stay. */
    static Edited moved(Random random, List<List<String>> runs) {
      Edited edited = new Edited();
      for (List<String> run : runs) {
        edited.stayed(random, OTHERS);
        boolean isDown = random.nextBoolean();
        int there = edited.to.size() + (isDown ? OTHERS : 0);
        if (isDown) {
          edited.went(run, there);
          edited.stayed(random, OTHERS);
          edited.to.addAll(run);
        } else {
          edited.to.addAll(run);
          edited.stayed(random, OTHERS);
          edited.went(run, there);
        }
      }
      return edited;
    }

    private void stayed(Random random, int paragraphs) {
      IntStream.range(0, paragraphs).forEach(i -> stayed(paragraph(random)));
    }

    private void stayed(String paragraph) {
      from.add(paragraph);
      stayed.add(to.size());
      moved.add(-1);
      to.add(paragraph);
    }

    private void went(List<String> run, int there) {
      IntStream.range(0, run.size()).forEach(k -> went(run.get(k), there + k));
    }

    private void went(String paragraph, int there) {
      from.add(paragraph);
      stayed.add(-1);
      moved.add(there);
    }

    ParagraphAnchors anchors() {
      return anchorsOf(from, to);
    }

    /** Whether a paragraph stayed, and those beside it where they were beside it, too. */
    boolean isHeld(int i) {
      return stayed.get(i) >= 0 && stayedBeside(i, -1) && stayedBeside(i, 1);
    }

    private boolean stayedBeside(int i, int step) {
      int other = i + step;
      int there = stayed.get(i) + step;
      boolean isEnd = other < 0 || other == from.size();
      boolean isEndThere = there < 0 || there == to.size();
      return isEnd ? isEndThere : stayed.get(other) == there && there >= 0;
    }
  }

  private static ParagraphAnchors anchorsOf(List<String> from, List<String> to) {
    return ParagraphAnchors.of(side(from), side(to));
  }

  private static Side side(List<String> paragraphs) {
    Pieces lines = ScriptText.of(String.join("\n\n", paragraphs) + "\n\n").exactLines();
    return new Side(lines, 0, lines.size());
  }

  /** A hundred bytes, and none as any other. */
  private static String paragraph(Random random) {
    return random
        .ints(14, 0, 36 * 36 * 36 * 36 * 36)
        .mapToObj(number -> Integer.toString(number, 36))
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  private static void assertFinds(Edited edited, ParagraphAnchors anchors) {
    for (int i = 0; i < edited.from.size(); i++) {
      assertThat(anchors.of(i))
          .as("anchor of " + i)
          .isEqualTo(edited.isHeld(i) ? edited.stayed.get(i) : -1);
      assertThat(anchors.movedTo(i)).as("move of " + i).isEqualTo(edited.moved.get(i));
    }
    assertReadsOnlyTheRest(edited, anchors);
  }

  private static void assertReadsOnlyTheRest(Edited edited, ParagraphAnchors anchors) {
    TreeSet<Integer> left = new TreeSet<>();
    TreeSet<Integer> right = new TreeSet<>();
    IntStream.range(0, edited.to.size()).forEach(right::add);
    for (int i = 0; i < edited.from.size(); i++) {
      int settled = edited.isHeld(i) ? edited.stayed.get(i) : edited.moved.get(i);
      if (settled < 0) {
        left.add(i);
      } else {
        right.remove(settled);
      }
    }
    TextAlignment alignment = anchors.align();
    assertThat(read(alignment.left())).isEqualTo(left);
    assertThat(read(alignment.right())).isEqualTo(right);
    for (int token = 0; token < alignment.left().size(); token++) {
      int stayed = edited.stayed.get(alignment.left().paragraph(token));
      if (stayed >= 0 && alignment.left().isText(token)) {
        assertThat(alignment.keptAs(token)).isNotNegative();
        assertThat(alignment.right().paragraph(alignment.keptAs(token))).isEqualTo(stayed);
      }
    }
  }

  private static Set<Integer> read(TokenSequence tokens) {
    TreeSet<Integer> paragraphs = new TreeSet<>();
    for (int token = 0; token < tokens.size(); token++) {
      paragraphs.add(tokens.paragraph(token));
    }
    return paragraphs;
  }

  @Test
  void paragraphsAreSettledThatStayedAndWhoseNeighboursStayed() {
    Cases.each(
        40,
        20,
        random -> {
          Edited edited = Edited.inPlace(random, 150 + random.nextInt(100), 3);
          assertFinds(edited, edited.anchors());
        });
  }

  @Test
  void textsThatAreTheSameAreSettledWhole() {
    Edited same = Edited.inPlace(Seeds.random(41), 150, 0);
    assertThat(IntStream.range(0, 150)).allMatch(same::isHeld);
    assertFinds(same, same.anchors());
  }

  @Test
  void runsOfParagraphsThatMovedAsTheyWereAreSettledWithTheShortOnesInThem() {
    Cases.each(
        42,
        20,
        random -> {
          List<List<String>> runs = new ArrayList<>();
          for (int run = 0; run < 1 + random.nextInt(3); run++) {
            List<String> paragraphs = new ArrayList<>();
            paragraphs.add(paragraph(random));
            for (int more = random.nextInt(5); more > 0; more--) {
              paragraphs.add(
                  random.nextInt(paragraphs.size() + 1),
                  random.nextBoolean() ? SHORT : paragraph(random));
            }
            runs.add(paragraphs);
          }
          Edited edited = Edited.moved(random, runs);
          assertFinds(edited, edited.anchors());
        });
  }

  @ParameterizedTest
  @CsvSource({"27, false", "28, true"})
  void aParagraphOfFewerThanThirtyBytesWithItsBlankLineMayBeAnyOther(int length, boolean moves) {
    Edited edited = Edited.moved(Seeds.random(43), List.of(List.of("x".repeat(length))));
    ParagraphAnchors anchors = edited.anchors();
    for (int i = 0; i < edited.from.size(); i++) {
      assertThat(anchors.movedTo(i)).isEqualTo(moves ? edited.moved.get(i) : -1);
    }
  }

  @Test
  void aParagraphThatWentFromTwoPlacesOrCameToTwoMayBeEither() {
    String twice = paragraph(Seeds.random(44));
    Edited edited = Edited.moved(Seeds.random(45), List.of(List.of(twice), List.of(twice)));
    ParagraphAnchors anchors = edited.anchors();
    assertThat(IntStream.range(0, edited.from.size())).allMatch(i -> anchors.movedTo(i) < 0);
    Edited once = Edited.moved(Seeds.random(46), List.of(List.of(twice)));
    once.to.add(twice);
    once.to.add("The end.");
    assertThat(IntStream.range(0, once.from.size())).allMatch(i -> once.anchors().movedTo(i) < 0);
    once.from.addAll(List.of(twice, "The very end."));
    once.to.remove(once.to.size() - 2);
    assertThat(IntStream.range(0, once.from.size())).allMatch(i -> once.anchors().movedTo(i) < 0);
  }

  /** A paragraph has 87 bytes or so. */
  @ParameterizedTest
  @CsvSource({
    "100, 2, false",
    "130, 2, true",
    "130, 60, false",
    "1000, 60, false",
    "1400, 60, true"
  })
  void shortTextsAreReadWholeAndLongerOnesWhereMuchChanged(
      int paragraphs, int percent, boolean isSettled) {
    Edited edited = Edited.inPlace(Seeds.random(47), paragraphs, percent);
    ParagraphAnchors anchors = edited.anchors();
    assertThat(IntStream.range(0, paragraphs).filter(i -> anchors.of(i) >= 0).count() > 0)
        .isEqualTo(isSettled);
  }

  /** One-letter words, so that there are more than two million in texts of four megabytes. */
  @Test
  void millionsOfWordsAreTooManyToBeReadUnlessTheyStayed() {
    String many = "a ".repeat(25_000);
    List<String> from = new ArrayList<>(IntStream.range(0, 45).mapToObj(i -> i + many).toList());
    List<String> to = new ArrayList<>(from);
    to.set(0, "New. " + many);
    assertThat(anchorsOf(from, to).align().coarse()).isFalse();
    to.replaceAll(paragraph -> paragraph + "new");
    assertThat(anchorsOf(from, to).align().coarse()).isTrue();
    String oneLine = "a".repeat(2_200_000);
    assertThat(anchorsOf(List.of(oneLine), List.of(oneLine + "b")).align().coarse()).isFalse();
  }
}

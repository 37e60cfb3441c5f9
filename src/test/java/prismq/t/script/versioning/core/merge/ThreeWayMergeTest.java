package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.MergePart.Merged;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.ScriptText;

class ThreeWayMergeTest {
  private static final int TRIPLES = 1_000;

  private final ThreeWayMerge threeWayMerge = new ThreeWayMerge();

  private Merge merge(String base, String ours, String theirs) {
    return threeWayMerge.merge(ScriptText.of(base), ScriptText.of(ours), ScriptText.of(theirs));
  }

  private String merged(String base, String ours, String theirs) {
    return merge(base, ours, theirs).text().display();
  }

  private static Conflict conflict(String base, String ours, String theirs) {
    return new Conflict(ScriptText.of(base), ScriptText.of(ours), ScriptText.of(theirs));
  }

  private static Merged stretch(String text) {
    return new Merged(ScriptText.of(text));
  }

  private static ScriptText settled(Merge merge, Function<Conflict, ScriptText> choice) {
    return merge.resolved(merge.conflicts().stream().map(choice).toList());
  }

  private static String exact(ScriptText text) {
    return text.exactLines().text();
  }

  /** Changes some bytes in a few places, wherever they are. */
  private static ScriptText scratched(Texts texts, ScriptText text) {
    Random random = texts.random();
    StringBuilder exact = new StringBuilder(exact(text));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int start = random.nextInt(exact.length() + 1);
      int end = Math.min(exact.length(), start + random.nextInt(9));
      String line = exact(ScriptText.of(texts.line() + (random.nextInt(3) == 0 ? "\n" : "")));
      exact.replace(start, end, random.nextBoolean() ? "" : line);
    }
    return ScriptText.ofExact(exact.toString());
  }

  private static ScriptText changed(Texts texts, ScriptText base) {
    return switch (texts.random().nextInt(8)) {
      case 0 -> texts.any();
      case 1, 2, 3 -> texts.edited(base);
      default -> scratched(texts, base);
    };
  }

  @Test
  void whatOnlyOneSideOrBothEquallyChangedIsTaken() {
    Texts texts = new Texts(30);
    for (int i = 0; i < TRIPLES; i++) {
      ScriptText base = texts.any();
      ScriptText changed = changed(texts, base);
      assertThat(threeWayMerge.merge(base, changed, base).text()).isEqualTo(changed);
      assertThat(threeWayMerge.merge(base, base, changed).text()).isEqualTo(changed);
      assertThat(threeWayMerge.merge(base, changed, changed).text()).isEqualTo(changed);
    }
  }

  @Test
  void swappingTheSidesSwapsThemInTheConflictsAndChangesNothingElse() {
    Texts texts = new Texts(31);
    int clean = 0;
    for (int i = 0; i < TRIPLES; i++) {
      ScriptText base = texts.any();
      ScriptText ours = changed(texts, base);
      ScriptText theirs = changed(texts, base);
      Merge merge = threeWayMerge.merge(base, ours, theirs);
      Merge swapped = threeWayMerge.merge(base, theirs, ours);
      assertThat(swapped(swapped)).isEqualTo(merge.parts());
      clean += merge.isClean() ? 1 : 0;
    }
    assertThat(clean).isBetween(TRIPLES / 10, TRIPLES * 9 / 10);
  }

  private static List<MergePart> swapped(Merge merge) {
    List<MergePart> swapped = new ArrayList<>();
    for (MergePart part : merge.parts()) {
      swapped.add(
          part instanceof Conflict conflict
              ? new Conflict(
                  conflict.base(),
                  /* ours= */ conflict.theirs(),
                  /* theirs= */ conflict.ours(),
                  conflict.cause())
              : part);
    }
    return swapped;
  }

  @Test
  void swappingTheSidesOfProseSwapsThemInTheConflictsAndChangesNothingElse() {
    MadeUpCases cases = new MadeUpCases(40);
    for (int i = 0; i < 2 * TRIPLES; i++) {
      MergeCase madeUp = cases.prose();
      assertThat(swapped(madeUp.swapped().merge())).isEqualTo(madeUp.merge().parts());
    }
  }

  @Test
  void noWordThatASidePutIntoProseGetsLost() {
    MadeUpCases cases = new MadeUpCases(41);
    for (int i = 0; i < 2 * TRIPLES; i++) {
      MergeCase madeUp = cases.prose();
      Merge merge = madeUp.merge();
      Set<String> kept = words(settled(merge, Conflict::ours));
      kept.addAll(words(settled(merge, Conflict::theirs)));
      assertThat(kept).containsAll(newWords(madeUp.ours())).containsAll(newWords(madeUp.theirs()));
    }
  }

  private static Set<String> newWords(ScriptText text) {
    Set<String> words = words(text);
    words.removeIf(word -> !word.startsWith(MadeUpCases.NEW));
    return words;
  }

  /** What stands between white space and full stops. */
  private static Set<String> words(ScriptText text) {
    return new HashSet<>(List.of(text.display().split("[\\s.]+", -1)));
  }

  @Test
  void everyLineOfACleanMergeIsOfOneSideOrMadeOfTheirWords() {
    MadeUpCases cases = new MadeUpCases(42);
    int ofBoth = 0;
    for (int i = 0; i < 2 * TRIPLES; i++) {
      MergeCase madeUp = cases.next();
      Merge merge = madeUp.merge();
      if (!merge.isClean()) {
        continue;
      }
      Set<String> lines = new HashSet<>(madeUp.ours().exactLines());
      lines.addAll(madeUp.theirs().exactLines());
      Set<String> words = words(madeUp.ours());
      words.addAll(words(madeUp.theirs()));
      for (String line : merge.text().exactLines()) {
        if (!lines.contains(line)) {
          ofBoth++;
          assertThat(words).containsAll(words(ScriptText.ofExact(line)));
        }
      }
    }
    assertThat(ofBoth).isPositive();
  }

  @Test
  void pickingAChangeThatIsThereAlreadyChangesNothing() {
    MadeUpCases cases = new MadeUpCases(43);
    String after = "\n\nThis comes far behind it.\n\nAnd this was written since.\n";
    for (int i = 0; i < TRIPLES; i++) {
      MergeCase madeUp = cases.prose();
      ScriptText picked = madeUp.theirs();
      assertThat(threeWayMerge.merge(madeUp.base(), picked, picked).text()).isEqualTo(picked);
      String base = exact(madeUp.base()) + after.replace("And", "But");
      String withIt = exact(picked) + after.replace("And", "But");
      String head = exact(picked) + after;
      assertThat(
              threeWayMerge
                  .merge(
                      ScriptText.ofExact(base),
                      ScriptText.ofExact(head),
                      ScriptText.ofExact(withIt))
                  .text())
          .isEqualTo(ScriptText.ofExact(head));
    }
  }

  @Test
  void aConflictIsOfWholeLinesWhicheverSideSettlesIt() {
    Texts texts = new Texts(32);
    for (int i = 0; i < TRIPLES; i++) {
      ScriptText base = texts.any();
      Merge merge = threeWayMerge.merge(base, changed(texts, base), changed(texts, base));
      assertIsOfWholeLines(merge, Conflict::base);
      assertIsOfWholeLines(merge, Conflict::ours);
      assertIsOfWholeLines(merge, Conflict::theirs);
    }
  }

  private static void assertIsOfWholeLines(Merge merge, Function<Conflict, ScriptText> choice) {
    StringBuilder before = new StringBuilder();
    for (MergePart part : merge.parts()) {
      ScriptText text =
          part instanceof Merged merged ? merged.text() : choice.apply((Conflict) part);
      if (part instanceof Conflict) {
        assertThat(before.isEmpty() || LineEnds.endsAt(before, before.length() - 1)).isTrue();
        boolean last = part.equals(merge.parts().get(merge.parts().size() - 1));
        assertThat(last || text.endsWithNewline()).isTrue();
      }
      before.append(exact(text));
    }
    assertThat(exact(settled(merge, choice))).isEqualTo(before.toString());
  }

  @Test
  void settlingEveryConflictWithOneSideKeepsAllThatItChangedThere() {
    Texts texts = new Texts(33);
    for (int i = 0; i < TRIPLES; i++) {
      ScriptText base = texts.any();
      ScriptText ours = changed(texts, base);
      ScriptText theirs = changed(texts, base);
      Merge merge = threeWayMerge.merge(base, ours, theirs);
      String withOurs = exact(settled(merge, Conflict::ours));
      String withTheirs = exact(settled(merge, Conflict::theirs));
      for (Conflict conflict : merge.conflicts()) {
        assertThat(exact(ours)).contains(exact(conflict.ours()));
        assertThat(exact(theirs)).contains(exact(conflict.theirs()));
        assertThat(exact(base)).contains(exact(conflict.base()));
        assertThat(withOurs).contains(exact(conflict.ours()));
        assertThat(withTheirs).contains(exact(conflict.theirs()));
      }
    }
  }

  @Test
  void editsInParagraphsFarApartAreBothIn() {
    Texts texts = new Texts(34);
    Random random = texts.random();
    for (int i = 0; i < TRIPLES; i++) {
      List<String> base = new ArrayList<>();
      for (int n = 0; n < 12; n++) {
        base.add("Paragraph " + n + " says " + texts.line().replace("\n", "") + " and ends.\n");
        base.add("\n");
      }
      List<String> ours = new ArrayList<>(base);
      List<String> theirs = new ArrayList<>(base);
      List<String> both = new ArrayList<>(base);
      int early = 2 * random.nextInt(5);
      int late = 14 + 2 * random.nextInt(5);
      String ourLine = random.nextInt(4) == 0 ? "" : "One was " + random.nextInt() + " here.\n";
      String theirLine = base.get(late).replace("says", random.nextInt(2) == 0 ? "" : "shouts");
      ours.set(early, ourLine);
      theirs.set(late, theirLine);
      both.set(early, ourLine);
      both.set(late, theirLine);
      assertThat(merged(joined(base), joined(ours), joined(theirs))).isEqualTo(joined(both));
    }
  }

  private static String joined(List<String> lines) {
    return String.join("", lines);
  }

  @Test
  void differentWordsOfOneSentenceAreMerged() {
    assertThat(
            merged(
                "The old bridge hums at night, they say.\n",
                "The new bridge hums at night, they say.\n",
                "The old bridge hums at dawn, they say.\n"))
        .isEqualTo("The new bridge hums at dawn, they say.\n");
  }

  @Test
  void aWordThatBothChangedIsAConflictOfItsParagraph() {
    Merge merge =
        merge(
            "First.\n\nThe old bridge hums.\n\nLast.\n",
            "First!\n\nThe new bridge hums.\n\nLast.\n",
            "First.\n\nThe rusty bridge hums.\n\nLast!\n");
    assertThat(merge.parts())
        .containsExactly(
            stretch("First!\n\n"),
            conflict(
                "The old bridge hums.\n\n",
                "The new bridge hums.\n\n",
                "The rusty bridge hums.\n\n"),
            stretch("Last!\n"));
    assertThat(merge.isClean()).isFalse();
    assertThat(settled(merge, Conflict::theirs))
        .isEqualTo(ScriptText.of("First!\n\nThe rusty bridge hums.\n\nLast!\n"));
  }

  @Test
  void twoConflictsInOneParagraphAreOneAndInNeighboursTwo() {
    String base = "The old bridge hums at night, they say.\n\nNobody knows why.\n";
    String ours = "The new bridge hums at dawn, they say.\n\nEverybody knows why.\n";
    String theirs = "The rusty bridge hums at noon, they say.\n\nSomebody knows why.\n";
    assertThat(merge(base, ours, theirs).parts())
        .containsExactly(
            conflict(
                "The old bridge hums at night, they say.\n\n",
                "The new bridge hums at dawn, they say.\n\n",
                "The rusty bridge hums at noon, they say.\n\n"),
            conflict("Nobody knows why.\n", "Everybody knows why.\n", "Somebody knows why.\n"));
  }

  @Test
  void differentParagraphsInOnePlaceAreAConflictOfWhichNothingWasThereBefore() {
    assertThat(
            merge("One.\n\nTwo.\n", "One.\n\nOurs.\n\nTwo.\n", "One.\n\nTheirs.\n\nTwo.\n").parts())
        .containsExactly(
            stretch("One.\n\n"), conflict("", "Ours.\n\n", "Theirs.\n\n"), stretch("Two.\n"));
  }

  @Test
  void wordsPutInAtTheStartOrTheEndOfAParagraphAreAConflictOfAllOfIt() {
    assertThat(merge("A.\n\nIt hums.\n", "A.\n\nThen, it hums.\n", "A.\n\nBut it hums.\n").parts())
        .containsExactly(
            stretch("A.\n\n"), conflict("It hums.\n", "Then, it hums.\n", "But it hums.\n"));
    assertThat(merge("A.\n\nIt hums", "A.\n\nIt hums on", "A.\n\nIt hums low").parts())
        .containsExactly(stretch("A.\n\n"), conflict("It hums", "It hums on", "It hums low"));
  }

  @Test
  void aParagraphThatOneSideJoinedToAConflictBelongsToIt() {
    assertThat(
            merge(
                    "The first one.\n\nThe second one hums.\n\nThe third one.\n",
                    "The first one. The second one hums low.\n\nThe third one.\n",
                    "The first one.\n\nThe second one hums on.\n\nThe third one.\n")
                .parts())
        .containsExactly(
            conflict(
                "The first one.\n\nThe second one hums.\n\n",
                "The first one. The second one hums low.\n\n",
                "The first one.\n\nThe second one hums on.\n\n"),
            stretch("The third one.\n"));
  }

  @Test
  void aParagraphThatOneSideTookOutAndTheOtherChangedIsAConflict() {
    assertThat(
            merge(
                    "One.\n\nTwo hums.\n\nThree.\n",
                    "One.\n\nThree.\n",
                    "One.\n\nTwo sings.\n\nThree.\n")
                .parts())
        .containsExactly(
            stretch("One.\n\n"),
            conflict("Two hums.\n\n", "", "Two sings.\n\n"),
            stretch("Three.\n"));
  }

  @Test
  void lineEndingsTheByteOrderMarkAndOddBytesStay() {
    assertThat(
            merged(
                "\uFEFFOne.\r\n\r\nTwo.\r\nThree",
                "\uFEFF1.\r\n\r\nTwo.\r\nThree",
                "\uFEFFOne.\r\n\r\nTwo.\r\n3"))
        .isEqualTo("1.\r\n\r\nTwo.\r\n3");
    ScriptText base = latin1("caf\u00e9 one\r\n\nna\u00efve two\r");
    ScriptText ours = latin1("caf\u00e9 1\r\n\nna\u00efve two\r");
    ScriptText theirs = latin1("caf\u00e9 one\r\n\nna\u00efve 2\r");
    assertThat(threeWayMerge.merge(base, ours, theirs).text())
        .isEqualTo(latin1("caf\u00e9 1\r\n\nna\u00efve 2\r"));
  }

  @Test
  void anEmptyTextIsOneLikeAnyOther() {
    assertThat(merge("", "", "").parts()).isEmpty();
    assertThat(merged("", "", "New.\n")).isEqualTo("New.\n");
    assertThat(merged("Old.\n", "", "Old.\n")).isEmpty();
    assertThat(merged("Old.\n", "", "")).isEmpty();
    assertThat(merge("", "One.\n", "Two.\n").parts())
        .containsExactly(conflict("", "One.\n", "Two.\n"));
    assertThat(merge("Old.\n", "", "New.\n").parts())
        .containsExactly(conflict("Old.\n", "", "New.\n"));
  }

  @Test
  void aLineEndingPutOrTakenAwayAtTheEndIsAChangeLikeAnyOther() {
    assertThat(merged("One.\n\nTwo.", "1.\n\nTwo.", "One.\n\nTwo.\n")).isEqualTo("1.\n\nTwo.\n");
    assertThat(merged("One.\n\nTwo.\n", "One.\n\nTwo.", "1.\n\nTwo.\n")).isEqualTo("1.\n\nTwo.");
    assertThat(merged("It hums at night", "It sang at night", "It hums at night\n"))
        .isEqualTo("It sang at night\n");
    assertThat(merged("\uFEFFIt hums.\n", "It hums.\n", "\uFEFFIt hums.\n\nLow.\n"))
        .isEqualTo("It hums.\n\nLow.\n");
    assertThat(merged("It\nhums.\n", "It\r\nhums.\r\n", "It\nhums.\n"))
        .isEqualTo("It\r\nhums.\r\n");
  }

  @Test
  void severalConflictsWithinLinesThatGitHasAsOneAreOne() {
    String base =
        "The old bridge hums at night.\nIt is far from here.\nNobody knows why it does.\n";
    String ours = "The new bridge hums at night.\nIt is far from home.\nWe know why it does.\n";
    String theirs =
        "The rusty bridge hums at night.\nIt was far from here.\nYou know why it does.\n";
    assertThat(merge(base, ours, theirs).parts()).containsExactly(conflict(base, ours, theirs));
  }

  private static ScriptText latin1(String text) {
    return ScriptText.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aConflictThatIsNotSettledOrSettledTwiceIsRefused() {
    Merge merge = merge("old\n", "new\n", "rusty\n");
    ScriptText answer = ScriptText.of("old\n");
    assertThatThrownBy(merge::text).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> merge.resolved(List.of(answer, answer)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(merge.resolved(List.of(answer))).isEqualTo(answer);
  }
}

package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;

class DiffGeneratorTest {
  private final DiffGenerator generator = new DiffGenerator();

  private void assertTurnsOneIntoTheOther(ScriptText from, ScriptText to)
      throws PatchFailedException {
    Diff diff = generator.diff(from, to);
    assertThat(ScriptText.ofExactLines(diff.patch().applyTo(from.exactLines()))).isEqualTo(to);
    assertThat(ScriptText.ofExactLines(diff.patch().restore(to.exactLines()))).isEqualTo(from);
    assertThat(generator.diff(from, to).edits()).isEqualTo(diff.edits());
    assertThat(diff.isEmpty()).isEqualTo(from.equals(to));
    int unchanged = -1;
    int shift = 0;
    for (Edit edit : diff.edits()) {
      assertThat(edit.fromStart()).isGreaterThan(unchanged);
      assertThat(edit.toStart() - edit.fromStart()).isEqualTo(shift);
      assertThat(edit.deleted() + edit.inserted()).isPositive();
      unchanged = edit.fromEnd();
      shift = edit.toEnd() - edit.fromEnd();
    }
    assertThat(diff.apply()).isEqualTo(to);
    assertThat(diff.undo()).isEqualTo(from);
    assertThat(Exact.applied(diff.exactEdits(), from, to)).isEqualTo(to);
    assertSharesEachByteOnce(diff);
    assertShowsBothTexts(diff, from, to);
    assertReadsAsBothTexts(diff, from, to);
  }

  private static void assertSharesEachByteOnce(Diff diff) {
    int end = 0;
    BitSet used = new BitSet();
    for (CommonRange range : diff.commonRanges()) {
      int fromEnd = range.fromStart() + range.length();
      assertThat(range.toStart()).isGreaterThanOrEqualTo(end);
      end = range.toStart() + range.length();
      assertThat(used.get(range.fromStart(), fromEnd).isEmpty()).isTrue();
      used.set(range.fromStart(), fromEnd);
      assertThat(diff.to().text().substring(range.toStart(), end))
          .isEqualTo(diff.from().text().substring(range.fromStart(), fromEnd));
    }
  }

  /**
   * What is read in all blocks, without what went or without what came, is the one or the other.
   */
  private static void assertReadsAsBothTexts(Diff diff, ScriptText from, ScriptText to) {
    Map<Integer, String> moved = new HashMap<>();
    for (Block block : diff.blocks()) {
      if (block.kind() == Block.Kind.MOVED_HERE) {
        moved.put(block.change(), read(diff, block, Segment.SegmentKind.INSERTED));
      }
    }
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (Block block : diff.blocks()) {
      if (block.kind() == Block.Kind.MOVED_AWAY) {
        assertThat(read(diff, block, Segment.SegmentKind.INSERTED))
            .isEqualTo(moved.get(block.change()));
        left.append(moved.get(block.change()));
      } else if (block.kind() == Block.Kind.MOVED_HERE) {
        right.append(read(diff, block, Segment.SegmentKind.DELETED));
      } else {
        left.append(read(diff, block, Segment.SegmentKind.INSERTED));
        right.append(read(diff, block, Segment.SegmentKind.DELETED));
      }
    }
    if (from.exactlyDecoded() && to.exactlyDecoded()) {
      assertThat(ScriptText.of(left.toString())).isEqualTo(from);
      assertThat(ScriptText.of(right.toString())).isEqualTo(to);
    }
  }

  private static String read(Diff diff, Block block, Segment.SegmentKind without) {
    return diff.segments(block).stream()
        .filter(segment -> segment.kind() != without)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  private static void assertShowsBothTexts(Diff diff, ScriptText from, ScriptText to) {
    List<Hunk> hunks = diff.hunks(Integer.MAX_VALUE);
    if (hunks.isEmpty()) {
      return;
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (Row row : hunks.get(0).rows()) {
      if (row.kind() != Segment.SegmentKind.INSERTED) {
        left.add(row.exactLine());
        assertThat(row.fromLine()).isEqualTo(left.size());
      }
      if (row.kind() != Segment.SegmentKind.DELETED) {
        right.add(row.exactLine());
        assertThat(row.toLine()).isEqualTo(right.size());
      }
      assertThat(String.join("", row.segments().stream().map(Segment::text).toList()))
          .isEqualTo(row.text());
    }
    assertThat(hunks).hasSize(1);
    assertThat(ScriptText.ofExactLines(left)).isEqualTo(from);
    assertThat(ScriptText.ofExactLines(right)).isEqualTo(to);
  }

  @Test
  @Tag("long")
  void everyDiffTurnsItsLeftTextIntoExactlyItsRightOneAndBack() throws PatchFailedException {
    Texts texts = new Texts(10);
    for (int i = 0; i < 3_000; i++) {
      ScriptText from = texts.any();
      assertTurnsOneIntoTheOther(from, i % 4 == 0 ? texts.any() : texts.edited(from));
    }
  }

  @Test
  @Tag("long")
  void tangledTextsOfThousandsOfLinesAreComparedToo() throws PatchFailedException {
    Texts texts = new Texts(11);
    assertTurnsOneIntoTheOther(
        ScriptText.of(texts.twoDistinctLines(20_000)),
        ScriptText.of(texts.twoDistinctLines(19_000)));
    assertTurnsOneIntoTheOther(numbered("left "), numbered("right "));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add("line " + i / 2 + "\n");
    }
    ScriptText inOrder = ScriptText.ofExactLines(lines);
    Collections.shuffle(lines, texts.random());
    assertTurnsOneIntoTheOther(inOrder, ScriptText.ofExactLines(lines));
  }

  @Test
  void manyLongParagraphsOfFewWordsAreEachThePlaceOfTheirOwnChange() {
    Texts texts = new Texts(14);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String paragraph =
          texts
              .random()
              .ints(300, 0, 40)
              .mapToObj(word -> "word" + word)
              .collect(Collectors.joining(" "));
      before.add(paragraph + "\n\n");
      after.add(paragraph.replaceFirst("word7 ", "word8 ") + "\n\n");
    }
    Diff diff = generator.diff(ScriptText.ofExactLines(before), ScriptText.ofExactLines(after));
    assertThat(diff.changes()).hasSize(500);
    assertThat(diff.statistics().wordsDeleted()).isEqualTo(500);
    assertThat(diff.statistics().wordsInserted()).isEqualTo(500);
  }

  private static ScriptText numbered(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(word).append(i).append('\n');
    }
    return ScriptText.of(text.toString());
  }

  @Test
  @Tag("long")
  void textsOfFiveMebibytesOfVeryShortLinesFitIntoMemory() {
    ScriptText blank = ScriptText.of("\n".repeat(5 << 20));
    assertThat(generator.diff(blank, ScriptText.of("\n".repeat((5 << 20) - 1))).edits()).hasSize(1);
    Texts texts = new Texts(12);
    Diff tangled =
        generator.diff(
            ScriptText.of(texts.twoDistinctLines(900_000)),
            ScriptText.of(texts.twoDistinctLines(900_000)));
    assertThat(tangled.statistics().linesDeleted()).isPositive();
    Diff fromNothing = generator.diff(ScriptText.of(""), blank);
    assertThat(fromNothing.hunks(3).get(0).rows()).hasSize(5 << 20);
  }

  @Test
  @Tag("long")
  void millionsOfLinesThatDifferAreOneChangeBetweenWhatIsTheSame() {
    Texts texts = new Texts(13);
    ScriptText from =
        ScriptText.of("One.\n\nTwo.\n\n" + texts.twoDistinctLines(1_100_000) + "\nThe end.\n");
    ScriptText to =
        ScriptText.of("One.\n\nTwo.\n\n" + texts.twoDistinctLines(1_200_000) + "\nThe end.\n");
    Diff diff = generator.diff(from, to);
    assertThat(diff.coarse()).isTrue();
    assertThat(diff.changes()).extracting(Change::type).containsExactly(Change.Type.REPLACED);
    assertThat(diff.reading().from(new LineRange(0, 3))).startsWith("One.");
    assertThat(diff.blocks().get(0).kind()).isEqualTo(Block.Kind.UNCHANGED);
    assertThat(diff.blocks().get(3).kind()).isEqualTo(Block.Kind.UNCHANGED);
    assertThat(diff.apply()).isEqualTo(to);
    assertThat(diff.undo()).isEqualTo(from);
  }

  @Test
  void moreLinesThanAreLookedAtOneByOneAreReplacedWhereTheyDiffer() {
    ScriptText from = ScriptText.of("One.\n\nTwo.\n\n" + "a\n".repeat(1_000_010) + "\nEnd.\n");
    ScriptText to = ScriptText.of("One.\n\nTwo.\n\n" + "b\n".repeat(1_000_020) + "\nEnd.\n");
    Diff diff = generator.diff(from, to);
    assertThat(diff.coarse()).isTrue();
    assertThat(diff.changes()).extracting(Change::type).containsExactly(Change.Type.REPLACED);
    assertThat(diff.blocks())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.UNCHANGED, Block.Kind.DELETED, Block.Kind.INSERTED, Block.Kind.UNCHANGED);
    assertThat(diff.edits()).hasSize(1);
    assertThat(diff.apply()).isEqualTo(to);
    assertThat(diff.undo()).isEqualTo(from);
    Diff whole =
        generator.diff(
            ScriptText.of("a\n".repeat(1_000_010)), ScriptText.of("b\n".repeat(1_000_010)));
    assertThat(whole.blocks())
        .extracting(Block::kind)
        .containsExactly(Block.Kind.DELETED, Block.Kind.INSERTED);
  }

  @Test
  void eitherEndOfAMoveLeadsToTheOther() {
    String first = "A long road leads to the house on the hill.";
    Diff moved =
        generator.diff(
            ScriptText.of(first + "\n\nRain falls all night.\n\nThe end of the first part.\n"),
            ScriptText.of(
                "Rain falls all night.\n\nThe end of the first part.\n\n" + first + "\n"));
    List<Block> ends = moved.blocks().stream().filter(Block::isMoved).toList();
    assertThat(ends).hasSize(2);
    assertThat(moved.otherEnd(ends.get(0), ends.get(0).move())).isEqualTo(ends.get(1));
    assertThat(moved.otherEnd(ends.get(1), ends.get(1).move())).isEqualTo(ends.get(0));
  }

  @Test
  void oneChangedWordInALineOfAHundredThousandIsAllThatIsMarked() {
    String line = "word and ".repeat(50_000);
    String changed = line.substring(0, 180_000) + "CHANGED" + line.substring(180_004);
    Diff diff = generator.diff(ScriptText.of(line), ScriptText.of(changed));
    assertThat(diff.statistics()).isEqualTo(new Diff.Statistics(1, 1, 1, 1, 0));
    assertThat(diff.hunks(0).get(0).rows().get(1).segments())
        .filteredOn(segment -> segment.kind() == Segment.SegmentKind.INSERTED)
        .containsExactly(
            new Segment(Segment.SegmentKind.INSERTED, ChangeCategory.WORDS, 0, 0, "CHANGED"));
  }

  @Test
  void changesFarApartStandInHunksOfTheirOwn() {
    String middle = "same\n".repeat(7);
    Diff diff =
        generator.diff(
            ScriptText.of("a\n" + middle + "b\n"), ScriptText.of("A\n" + middle + "B\n"));
    assertThat(diff.hunks(3)).hasSize(2);
    assertThat(diff.hunks(4)).hasSize(1);
    assertThat(diff.hunks(3).get(1).header()).isEqualTo("@@ -6,4 +6,4 @@");
    assertThatThrownBy(() -> diff.hunks(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInsertedParagraphThatRepeatsItsNeighboursEndsOnItsBlankLine() {
    String before = "INT. HOUSE\n\nHe waits.\n\n";
    Diff diff =
        generator.diff(
            ScriptText.of(before + "The end.\n"),
            ScriptText.of(before + "INT. HOUSE\n\nShe waits.\n\n" + "The end.\n"));
    assertThat(diff.edits()).containsExactly(new Edit(4, 4, 4, 8));
    Diff repeated =
        generator.diff(
            ScriptText.of("One.\n\nTwo.\n\nThree.\n"),
            ScriptText.of("One.\n\nTwo.\n\nTwo.\n\nThree.\n"));
    assertThat(repeated.edits()).containsExactly(new Edit(4, 4, 4, 6));
  }

  @Test
  void theSpaceBeforeAWordIsNotPartOfItsChangeInAnyScript() {
    String sung = "Паром поёт, “всё” — “да” 🐱 é\n";
    String hums = "Паром жужжит, “ничего” - «да» 🐶 è\n";
    Diff diff = generator.diff(ScriptText.of(sung), ScriptText.of(hums));
    assertThat(diff.segments(diff.blocks().get(0)))
        .filteredOn(segment -> segment.kind() != Segment.SegmentKind.UNCHANGED)
        .isNotEmpty()
        .noneMatch(segment -> segment.text().startsWith(" ") || segment.text().endsWith(" "));
    Diff combined = generator.diff(ScriptText.of("a x\n"), ScriptText.of("a \u0301x\n"));
    assertThat(combined.segments(combined.blocks().get(0)))
        .isNotEmpty()
        .noneMatch(segment -> segment.text().startsWith("\u0301"));
  }

  @Test
  void aSceneThatCameStartsAtItsOwnHeadingAndASpeechAtItsSpeaker() {
    String scene = "# One\n\nIt rains.\n\n";
    Diff aScene =
        generator.diff(
            ScriptText.of(scene + "# Two\n\nIt rains.\n\n# Three\n\nSun.\n"),
            ScriptText.of(
                scene + "# New\n\nIt rains.\n\n" + "# Two\n\nIt rains.\n\n# Three\n\nSun.\n"));
    assertThat(aScene.edits()).containsExactly(new Edit(4, 4, 4, 8));
    Diff aSpeech =
        generator.diff(
            ScriptText.of("Door.\n\nANNA\nYes.\n"),
            ScriptText.of("Door.\n\nANNA\nNo.\n\nANNA\nYes.\n"));
    assertThat(aSpeech.edits()).containsExactly(new Edit(2, 2, 2, 5));
  }

  @Test
  void everyChangeHasARowAmongTheLines() {
    Texts texts = new Texts(15);
    for (int i = 0; i < 1_000; i++) {
      ScriptText from = texts.any();
      Diff diff = generator.diff(from, texts.edited(from));
      Set<Integer> inRows = new HashSet<>();
      diff.hunks(0).stream()
          .flatMap(hunk -> hunk.rows().starts().stream())
          .forEach(start -> inRows.add(start.block().change()));
      assertThat(inRows).containsAll(diff.changes().stream().map(Change::number).toList());
    }
  }

  @Test
  void changedLinesArePairedWithinTheirParagraphHoweverManyBlankLinesAreAround() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder("Terms\n\nSomething new stands here.\n\n");
    for (int i = 0; i < 9; i++) {
      String rule = "Rule number " + i + " says that boats of pier " + i * 7 + " wait ";
      before.append(rule).append("until noon.\n\n");
      after.append(rule).append("until one.\n\n");
      after.append(i % 3 == 0 ? "All new, and about " + i + " birds.\n\n" : "");
    }
    Diff diff = generator.diff(ScriptText.of(before.toString()), ScriptText.of(after.toString()));
    int pairs = 0;
    for (Hunk hunk : diff.hunks(0)) {
      for (int row = 0; row < hunk.rows().size(); row++) {
        int beside = hunk.rows().lineBeside(row);
        if (beside > 0) {
          assertThat(linesThatCameWith(hunk.rows(), row)).contains(beside);
          pairs++;
        }
      }
    }
    assertThat(pairs).isEqualTo(9);
  }

  /** What came in the place of a row that went: the numbers of the lines that follow it. */
  private static List<Integer> linesThatCameWith(Rows rows, int deleted) {
    List<Integer> lines = new ArrayList<>();
    int row = deleted;
    while (row < rows.size() && rows.kind(row) == Segment.SegmentKind.DELETED) {
      row++;
    }
    while (row < rows.size() && rows.kind(row) == Segment.SegmentKind.INSERTED) {
      lines.add(rows.get(row++).toLine());
    }
    return lines;
  }

  @Test
  void theBlankLineAfterAParagraphThatWasReplacedStays() {
    Diff diff =
        generator.diff(
            ScriptText.of("One.\n\nA lamp burns all night.\n\nTwo.\n"),
            ScriptText.of("One.\n\nNobody came here yesterday\n\nTwo.\n"));
    assertThat(diff.changes()).extracting(Change::type).containsExactly(Change.Type.REPLACED);
    assertThat(diff.edits()).containsExactly(new Edit(2, 3, 2, 3));
  }

  @Test
  void whatCameBesideAChangeOfCapitalsIsNotIgnoredWithIt() {
    Diff diff =
        generator.diff(
            ScriptText.of("the keeper sleeps\nall of the night.\n"),
            ScriptText.of("The keeper sleeps all of the night.\n\nA new line."));
    assertThat(diff.hunks(0, Set.of(ChangeCategory.CASE, ChangeCategory.WHITESPACE)))
        .flatExtracting(Hunk::rows)
        .extracting(Row::exactLine)
        .contains("A new line.");
  }
}

package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.ScriptText;

/** What is too long to be shown at once, in parts. */
class BlockCutterTest {
  private static final int MAX_SIZE = 300;
  private static final int COST_OF_MARK = 20;

  private static final List<String> WORDS =
      List.of("lamp", "harbour", "é", "日本語", "🚢", "\n", ".", "pilot\n\n", "a".repeat(700));

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(400), 0, WORDS.size())
        .mapToObj(i -> WORDS.get(i) + (random.nextInt(8) == 0 ? "" : " "))
        .collect(Collectors.joining());
  }

  private static String edited(String text, Random random) {
    return text.chars()
        .mapToObj(c -> c == ' ' && random.nextInt(6) == 0 ? " new " : Character.toString(c))
        .collect(Collectors.joining())
        .replace("\uD83D\uDEA2", random.nextBoolean() ? "🚢" : "ship");
  }

  private static String shown(List<Segment> segments, Segment.SegmentKind kind) {
    return segments.stream()
        .filter(segment -> segment.kind() == kind)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void thePartsOfABlockHaveAllOfItInItsOrderAndNoneIsTooLongOrTiny(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 20; run++) {
      String from = text(random);
      String to = random.nextInt(5) == 0 ? text(random) : edited(from, random);
      Diff diff = new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
      for (Block block : diff.blocks()) {
        List<BlockPart> parts = isThereOnce(diff, block);
        for (BlockPart part : parts) {
          int size = size(diff.reading().segments(block, part), isMarked(block) ? COST_OF_MARK : 0);
          boolean isLast = part.equals(parts.get(parts.size() - 1));
          assertThat(size).isBetween(isLast ? 0 : MAX_SIZE / 2 - 3, MAX_SIZE);
        }
      }
    }
  }

  /** Where each line of a text ends. */
  private static List<MatchResult> lineEnds(String text) {
    return Pattern.compile("\r\n|\r|\n").matcher(text).results().toList();
  }

  private static Set<Integer> paragraphEnds(String text) {
    Set<Integer> ends = new HashSet<>();
    List<MatchResult> lines = lineEnds(text);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).start() == lines.get(i - 1).end()) {
        ends.add(lines.get(i).end());
      }
    }
    return ends;
  }

  private static int last(Stream<Integer> places, int after, int upTo) {
    return places.filter(place -> after < place && place <= upTo).max(Integer::compare).orElse(-1);
  }

  /** The best place for a cut, looked for in all of the text. */
  private static int cut(String text, int start, int most) {
    int limit = start + most;
    int half = start + most / 2;
    int paragraph = last(paragraphEnds(text).stream(), half, limit);
    int line = last(lineEnds(text).stream().map(MatchResult::end), half, limit);
    int word =
        last(
            Pattern.compile("[\\x00- ]").matcher(text).results().map(MatchResult::end),
            half,
            limit);
    if (paragraph > 0 || line > 0 || word > 0) {
      return paragraph > 0 ? paragraph : line > 0 ? line : word;
    }
    int cut = limit;
    while (cut > start + 1 && text.charAt(cut) >= 0x80 && text.charAt(cut) < 0xC0) {
      cut--;
    }
    return cut;
  }

  private static List<BlockPart> cutOneByOne(String text, int most) {
    List<BlockPart> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > most) {
      int end = cut(text, start, most);
      parts.add(new BlockPart(0, 0, start, end, !paragraphEnds(text).contains(end)));
      start = end;
    }
    if (start < text.length() || parts.isEmpty()) {
      parts.add(new BlockPart(0, 0, start, text.length(), false));
    }
    return parts;
  }

  @Test
  void aTextIsCutAtTheEndOfAParagraphElseOfALineElseOfAWord() {
    List<String> pieces =
        List.of("lamp", "é", "日本語", "🚢", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", " ", "x");
    Cases.each(
        20,
        400,
        random -> {
          int spaces = random.nextInt(12);
          int kinds = 4 + random.nextInt(pieces.size() - 3);
          String text =
              ExactText.of(
                  random
                      .ints(random.nextInt(60), 0, kinds)
                      .mapToObj(i -> pieces.get(i) + (random.nextInt(12) < spaces ? " " : ""))
                      .collect(Collectors.joining()));
          int most = 1 + random.nextInt(40);
          BlockPart whole = new BlockPart(0, 0, 0, text.length(), false);
          assertThat(new BlockCutter("", text, most, 0).parts(whole, List.of()))
              .isEqualTo(cutOneByOne(text, most));
        });
  }

  private static boolean isMarked(Block block) {
    return block.kind() == Block.Kind.CHANGED || block.kind() == Block.Kind.MOVED_HERE;
  }

  private static int size(List<Segment> segments, int costOfMark) {
    return segments.stream()
        .mapToInt(
            segment ->
                ExactText.of(segment.text()).length()
                    + (segment.kind() == Segment.SegmentKind.UNCHANGED ? 0 : costOfMark))
        .sum();
  }

  private static List<BlockPart> isThereOnce(Diff diff, Block block) {
    boolean left = block.kind() == Block.Kind.DELETED || block.kind() == Block.Kind.MOVED_AWAY;
    List<BlockPart> parts =
        isMarked(block)
            ? diff.reading().cut(block, MAX_SIZE, COST_OF_MARK)
            : diff.reading()
                .cut(
                    left
                        ? diff.reading().fromPart(block.fromLines())
                        : diff.reading().toPart(block.toLines()),
                    MAX_SIZE);
    List<Segment> whole = diff.reading().segments(block);
    List<Segment> cut =
        parts.stream().flatMap(part -> diff.reading().segments(block, part).stream()).toList();
    for (Segment.SegmentKind kind : Segment.SegmentKind.values()) {
      assertThat(shown(cut, kind)).isEqualTo(shown(whole, kind)).doesNotContain("\ufffd");
    }
    return parts;
  }
}

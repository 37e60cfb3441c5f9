package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;

/** What is too long to be shown at once, in parts. */
class BlockCutterTest {
  private static final int MAX_SIZE = 300;

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
  void thePartsOfABlockHaveAllOfItInItsOrderAndNoneIsTooLong(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 20; run++) {
      String from = text(random);
      String to = random.nextInt(5) == 0 ? text(random) : edited(from, random);
      Diff diff = new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
      for (Block block : diff.blocks()) {
        for (BlockPart part : isThereOnce(diff, block)) {
          int shown =
              diff.reading().segments(block, part).stream().mapToInt(s -> s.text().length()).sum();
          assertThat(shown).isLessThanOrEqualTo(MAX_SIZE);
        }
      }
    }
  }

  private static List<BlockPart> isThereOnce(Diff diff, Block block) {
    boolean left = block.kind() == Block.Kind.DELETED || block.kind() == Block.Kind.MOVED_AWAY;
    boolean isMarked = block.kind() == Block.Kind.CHANGED || block.kind() == Block.Kind.MOVED_HERE;
    List<BlockPart> parts =
        isMarked
            ? diff.reading().cut(block, MAX_SIZE, 20)
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

package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;

/** Converts places in bytes to code points, all of a text in one go. */
final class PointRanges {
  private PointRanges() {}

  /** The ranges of the placements, null of those that have none. */
  static List<@Nullable CodePointRange> of(ScriptText text, List<Placement> placements) {
    int[] borders =
        placements.stream()
            .map(Placement::bytes)
            .filter(Objects::nonNull)
            .flatMapToInt(bytes -> IntStream.of(bytes.start(), bytes.end()))
            .sorted()
            .distinct()
            .toArray();
    int[] points = CharacterPositions.of(text.read(), borders);
    String read = new String(text.read(), StandardCharsets.UTF_8);
    int at = 0;
    int counted = 0;
    for (int i = 0; i < points.length; i++) {
      counted += read.codePointCount(at, points[i]);
      at = points[i];
      points[i] = counted;
    }
    List<@Nullable CodePointRange> ranges = new ArrayList<>();
    for (Placement placement : placements) {
      @Nullable ByteRange bytes = placement.bytes();
      ranges.add(
          bytes == null
              ? null
              : new CodePointRange(
                  points[Arrays.binarySearch(borders, bytes.start())],
                  points[Arrays.binarySearch(borders, bytes.end())]));
    }
    return ranges;
  }
}

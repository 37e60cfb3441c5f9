package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;

/** Texts so long that paragraphs that are the same, or moved as they were, are settled first. */
class LongTextsTest {
  /** A text, what was done to it, and what should be said of that. */
  private static final class Edited {
    private final Random random;
    private final List<String> from = new ArrayList<>();
    private final List<String> to = new ArrayList<>();
    private final Set<String> removed = new TreeSet<>();
    private final Set<String> added = new TreeSet<>();
    private final Set<String> moved = new TreeSet<>();

    Edited(long seed, int paragraphs) {
      this.random = new Random(seed);
      Set<Integer> changed = new HashSet<>();
      for (int i = 0; i < paragraphs; i++) {
        from.add(paragraph());
      }
      List<List<String>> runs = new ArrayList<>();
      for (int i = 0; i < paragraphs; i++) {
        int kind = random.nextInt(60);
        boolean isApart = changed.isEmpty() || i > java.util.Collections.max(changed) + 6;
        if (kind == 0 && isApart) {
          removed.add(from.get(i));
          changed.add(i);
        } else if (kind == 1 && isApart) {
          String paragraph = paragraph();
          added.add(paragraph);
          to.add(paragraph);
          to.add(from.get(i));
          changed.add(i);
        } else if (kind == 2 && isApart && i + 3 < paragraphs && runs.size() < 3) {
          int length = 1 + random.nextInt(3);
          runs.add(new ArrayList<>(from.subList(i, i + length)));
          moved.addAll(from.subList(i, i + length));
          changed.add(i + length);
          i += length - 1;
        } else {
          to.add(from.get(i));
        }
      }
      // Each run goes far from where it was.
      for (List<String> run : runs) {
        to.addAll(to.size() - 40 * (1 + runs.indexOf(run)), run);
      }
    }

    private String paragraph() {
      StringBuilder paragraph = new StringBuilder();
      for (int word = 0; word < 14; word++) {
        paragraph.append(word == 0 ? "" : " ").append(Integer.toString(random.nextInt(), 36));
      }
      return paragraph.append('.').toString();
    }
  }

  private static ScriptText text(List<String> paragraphs) {
    return ScriptText.of(String.join("\n\n", paragraphs) + "\n");
  }

  private static Set<String> paragraphs(Diff diff, Block.Kind kind) {
    Set<String> paragraphs = new TreeSet<>();
    for (Block block : diff.blocks()) {
      if (block.kind() == kind) {
        boolean isLeft = kind == Block.Kind.DELETED || kind == Block.Kind.MOVED_AWAY;
        int start = isLeft ? block.fromStart() : block.toStart();
        int end = isLeft ? block.fromEnd() : block.toEnd();
        for (int line = start; line < end; line++) {
          String text = (isLeft ? diff.from() : diff.to()).get(line).strip();
          if (!text.isEmpty()) {
            paragraphs.add(text);
          }
        }
      }
    }
    return paragraphs;
  }

  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83, 84, 85, 86})
  void whatWasAddedRemovedAndMovedIsSaidOfEachParagraphAndOfNoOther(long seed) {
    Edited edited = new Edited(seed, seed % 2 == 0 ? 1_500 : 150);
    Diff diff = new DiffGenerator().diff(text(edited.from), text(edited.to));
    assertThat(diff.coarse()).isFalse();
    assertThat(paragraphs(diff, Block.Kind.DELETED)).isEqualTo(edited.removed);
    assertThat(paragraphs(diff, Block.Kind.INSERTED)).isEqualTo(edited.added);
    assertThat(paragraphs(diff, Block.Kind.MOVED_HERE)).isEqualTo(edited.moved);
    assertThat(paragraphs(diff, Block.Kind.MOVED_AWAY)).isEqualTo(edited.moved);
    assertThat(paragraphs(diff, Block.Kind.CHANGED)).isEmpty();
    assertThat(diff.apply()).isEqualTo(text(edited.to));
    assertThat(diff.undo()).isEqualTo(text(edited.from));
  }

  @ParameterizedTest
  @ValueSource(longs = {91, 92, 93})
  void aWordChangedInAFewParagraphsIsAllThatIsMarked(long seed) {
    Edited edited = new Edited(seed, 1_500);
    List<String> to = new ArrayList<>(edited.from);
    Random random = new Random(seed);
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      int place = random.nextInt(to.size());
      places.add(place);
      to.set(place, to.get(place).replaceFirst(" \\S+ ", " lantern "));
    }
    Diff diff = new DiffGenerator().diff(text(edited.from), text(to));
    assertThat(diff.statistics())
        .isEqualTo(
            new Diff.Statistics(places.size(), places.size(), places.size(), places.size(), 0));
  }
}

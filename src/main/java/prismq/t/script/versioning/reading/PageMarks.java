package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.WordEdit;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.ScriptText;

/** What was removed, added and moved, in {@code char}s of both texts and in order. */
final class PageMarks {
  /**
   * What was removed.
   *
   * @param at where it would stand in the right text
   * @param start in the left text
   * @param move of paragraphs that stand elsewhere now, or of a sentence; 0 for none
   * @param isAway whether it is whole paragraphs that moved
   */
  record RemovedText(int at, int start, int end, int move, int change, boolean isAway) {}

  /**
   * What was added.
   *
   * @param move the number of the move that it is one end of; 0 for none
   */
  record AddedText(int start, int end, int move, int change) {}

  /** Paragraphs that stood elsewhere. */
  record MovedHere(int start, int end, int move, int change) {}

  /**
   * What stayed in paragraphs that changed or moved.
   *
   * @param from where it stands in the left text
   */
  record KeptText(int start, int end, int from, int change) {}

  private final Diff diff;
  private final Predicate<ChangeCategory> isIgnored;
  private final List<RemovedText> removed = new ArrayList<>();
  private final List<AddedText> added = new ArrayList<>();
  private final List<MovedHere> moved = new ArrayList<>();
  private final List<KeptText> kept = new ArrayList<>();

  private PageMarks(Diff diff, Predicate<ChangeCategory> isIgnored) {
    this.diff = diff;
    this.isIgnored = isIgnored;
  }

  /** Those of a comparison of two texts, but for what is only of ignored categories. */
  static PageMarks of(
      Diff diff, ScriptText from, ScriptText to, Predicate<ChangeCategory> isIgnored) {
    PageMarks inBytes = new PageMarks(diff, isIgnored);
    diff.blocks().forEach(inBytes::add);
    return inBytes.inCharacters(from.read(), to.read());
  }

  private void add(Block block) {
    if (!block.isChange()) {
      return;
    }
    ByteRange left = diff.fromBytes(block.fromLines());
    ByteRange right = diff.toBytes(block.toLines());
    switch (block.kind()) {
      case MOVED_AWAY ->
          removed.add(
              new RemovedText(
                  right.start(), left.start(), left.end(), block.move(), block.change(), true));
      case MOVED_HERE ->
          moved.add(new MovedHere(right.start(), right.end(), block.move(), block.change()));
      case DELETED -> {
        if (block.words().isEmpty()) {
          removed.add(
              new RemovedText(right.start(), left.start(), left.end(), 0, block.change(), false));
        }
      }
      case INSERTED -> {
        if (block.words().isEmpty()) {
          added.add(new AddedText(right.start(), right.end(), 0, block.change()));
        }
      }
      case UNCHANGED, CHANGED -> {
        // Its words are what is marked.
      }
    }
    block.words().forEach(words -> add(block, words));
    if (block.kind() == Block.Kind.CHANGED) {
      addKept(block, left.start(), right);
    } else if (block.kind() == Block.Kind.MOVED_HERE) {
      addKept(block, startOfMoved(block), right);
    }
  }

  private int startOfMoved(Block here) {
    return diff.changes().get(here.change() - 1).blocks().stream()
        .filter(block -> block.kind() == Block.Kind.MOVED_AWAY)
        .mapToInt(away -> diff.fromBytes(away.fromLines()).start())
        .findFirst()
        .orElse(0);
  }

  private void addKept(Block block, int leftStart, ByteRange right) {
    int from = leftStart;
    int to = right.start();
    for (WordEdit words : block.words()) {
      if (to < words.toStart()) {
        kept.add(new KeptText(to, words.toStart(), from, block.change()));
      }
      from = words.fromEnd();
      to = words.toEnd();
    }
    if (to < right.end()) {
      kept.add(new KeptText(to, right.end(), from, block.change()));
    }
  }

  private void add(Block block, WordEdit words) {
    if (isIgnored.test(words.category())) {
      return;
    }
    if (words.fromStart() < words.fromEnd()) {
      removed.add(
          new RemovedText(
              words.toStart(),
              words.fromStart(),
              words.fromEnd(),
              words.move(),
              block.change(),
              false));
    }
    if (words.toStart() < words.toEnd()) {
      added.add(new AddedText(words.toStart(), words.toEnd(), words.move(), block.change()));
    }
  }

  private PageMarks inCharacters(byte[] left, byte[] right) {
    List<Integer> ofLeft = new ArrayList<>();
    List<Integer> ofRight = new ArrayList<>();
    removed.forEach(one -> ofRight.add(one.at));
    removed.forEach(one -> ofLeft.addAll(List.of(one.start, one.end)));
    added.forEach(one -> ofRight.addAll(List.of(one.start, one.end)));
    moved.forEach(one -> ofRight.addAll(List.of(one.start, one.end)));
    kept.forEach(one -> ofRight.addAll(List.of(one.start, one.end)));
    kept.forEach(one -> ofLeft.add(one.from));
    Characters from = new Characters(left, ofLeft);
    Characters to = new Characters(right, ofRight);
    PageMarks marks = new PageMarks(diff, isIgnored);
    for (RemovedText one : removed) {
      marks.removed.add(
          new RemovedText(
              to.of(one.at),
              from.of(one.start),
              from.of(one.end),
              one.move,
              one.change,
              one.isAway));
    }
    for (AddedText one : added) {
      marks.added.add(new AddedText(to.of(one.start), to.of(one.end), one.move, one.change));
    }
    for (MovedHere one : moved) {
      marks.moved.add(new MovedHere(to.of(one.start), to.of(one.end), one.move, one.change));
    }
    for (KeptText one : kept) {
      marks.kept.add(new KeptText(to.of(one.start), to.of(one.end), from.of(one.from), one.change));
    }
    return marks;
  }

  private static final class Characters {
    private final int[] bytes;
    private final int[] characters;

    Characters(byte[] text, List<Integer> positions) {
      bytes = positions.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
      characters = CharacterPositions.of(text, bytes);
    }

    int of(int position) {
      return characters[Arrays.binarySearch(bytes, position)];
    }
  }

  /** Whether something was added that begins at a place, or goes on there. */
  boolean isAddedAt(int position) {
    int low = 0;
    int high = added.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (added.get(middle).end <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < added.size() && added.get(low).start <= position;
  }

  List<RemovedText> removed() {
    return removed;
  }

  List<AddedText> added() {
    return added;
  }

  List<MovedHere> moved() {
    return moved;
  }

  List<KeptText> kept() {
    return kept;
  }
}

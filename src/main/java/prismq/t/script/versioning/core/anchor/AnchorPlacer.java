package prismq.t.script.versioning.core.anchor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.CarriedText;
import prismq.t.script.versioning.core.passage.CarriedTexts;
import prismq.t.script.versioning.core.passage.VersionPassages;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * Finds where words of any version stand in one version, along the lineage of words. What replaced
 * them is followed in its turn, so that a rewrite of a rewrite is found. For one thread.
 */
public final class AnchorPlacer {
  private final CarriedTexts texts;
  private final HistoryPaths paths;
  private final int target;

  /** Of stretches of the target that are new. */
  private final Map<ByteRange, TextTokens> newTokens = new HashMap<>();

  /** Places anchors in the version that the paths lead to. */
  public AnchorPlacer(CarriedTexts texts, HistoryPaths paths) {
    this.texts = texts;
    this.paths = paths;
    this.target = paths.target();
  }

  /**
   * Where a stretch stands.
   *
   * @param version where it is known
   * @param bytes where it stands there, at least one byte
   */
  public Placement place(int version, ByteRange bytes) {
    if (version == target) {
      return Placement.of(AnchorState.HERE, bytes);
    }
    CarriedText carried = texts.of(version, target);
    Optional<ByteRange> unchanged = carried.unchanged(bytes);
    if (unchanged.isPresent()) {
      boolean isMoved = carried.isMoved(bytes.start(), unchanged.get().start());
      boolean isBack =
          texts.mayHaveComeBack(version, bytes) && wasAway(version, words(version, bytes));
      return Placement.of(sameState(isBack, isMoved), unchanged.get());
    }
    TextTokens words = words(version, bytes);
    Survivors left = Survivors.of(carried, bytes, words);
    if (left == null) {
      return lost(version, bytes, words);
    }
    ByteRange found = left.bytes();
    if (left.areFew()) {
      return Placement.replaced(found, mostlyGoneIn(version, bytes, words));
    }
    return isSame(texts.version(version).text(bytes), texts.version(target).text(found))
        ? Placement.of(sameState(wasAway(version, words), left.isMoved()), found)
        : Placement.of(AnchorState.EDITED, found);
  }

  /**
   * The same where it is known for an earlier version, which takes no time where nothing changed.
   *
   * @param known where the stretch stands in that version
   */
  public Placement place(int version, ByteRange bytes, int earlier, Placement known) {
    CarriedText carried = texts.of(earlier, target);
    @Nullable ByteRange before = known.bytes();
    @Nullable ByteRange now = before == null ? null : carried.unchanged(before).orElse(null);
    boolean isSame =
        before == null || (now != null && !carried.isMoved(before.start(), now.start()));
    boolean mayComeBack =
        switch (known.state()) {
          // Between a version and the next one nothing can have been away.
          case HERE, MOVED -> !paths.isNext(earlier) && texts.mayHaveComeBack(version, bytes);
          case BACK -> false;
          case EDITED, REPLACED, GONE ->
              !texts.bringsNothing(earlier, target)
                  && texts.brings(earlier, target, version, words(version, bytes).telling());
        };
    return isSame && !known.isGuess() && !mayComeBack
        ? new Placement(known.state(), now, known.goneIn(), false)
        : place(version, bytes);
  }

  /** The version on the way that has few of the words, while those before it have more. */
  private int mostlyGoneIn(int version, ByteRange bytes, TextTokens words) {
    List<Integer> path = paths.from(version);
    int first =
        BinarySearch.first(
            path.size() - 1,
            i -> {
              Survivors left = Survivors.of(texts.of(version, path.get(i)), bytes, words);
              return left == null || left.areFew();
            });
    return path.get(first);
  }

  private TextTokens words(int version, ByteRange bytes) {
    return TextTokens.of(texts.version(version).text(bytes), bytes.start());
  }

  private static AnchorState sameState(boolean isBack, boolean isMoved) {
    if (isBack) {
      return AnchorState.BACK;
    }
    return isMoved ? AnchorState.MOVED : AnchorState.HERE;
  }

  private boolean wasAway(int version, TextTokens words) {
    boolean[] holders = texts.holders(version, words.telling());
    for (int between : paths.from(version)) {
      if (texts.history().isReadable(between) && !holders[between]) {
        return true;
      }
    }
    return false;
  }

  /** Whether two texts have the same words and signs, whatever space is between them. */
  private static boolean isSame(String exact, String other) {
    return exact.equals(other) || spaced(exact).equals(spaced(other));
  }

  private static String spaced(String exact) {
    return exact.strip().replaceAll("\\s+", " ");
  }

  /**
   * Where words were last on the way to the target.
   *
   * @param bytes where they stood there
   * @param removedIn the version on the way that no longer had them; 0 where there is none
   */
  private record LastHolder(int version, ByteRange bytes, int removedIn) {}

  private LastHolder lastHolder(int version, ByteRange bytes, TextTokens words) {
    List<Integer> path = paths.from(version);
    boolean[] holders = texts.holders(version, words.telling());
    int removedIn = 0;
    for (int i = path.size() - 1; i > 0; i--) {
      int between = path.get(i);
      if (!texts.history().isReadable(between)) {
        continue;
      }
      if (holders[between] && between != target) {
        CarriedText carried = texts.of(version, between);
        Survivors left = Survivors.of(carried, bytes, words);
        if (left != null) {
          return new LastHolder(between, left.bytes(), removedIn == 0 ? target : removedIn);
        }
      }
      removedIn = between;
    }
    return new LastHolder(version, bytes, removedIn == 0 ? target : removedIn);
  }

  private Placement lost(int version, ByteRange bytes, TextTokens words) {
    LastHolder last = lastHolder(version, bytes, words);
    ByteRange replacement = last.bytes;
    LastHolder at = last;
    while (true) {
      replacement = Replacement.of(texts.of(at.version, at.removedIn), at.bytes);
      if (replacement == null) {
        return guess(last, words);
      }
      if (at.removedIn == target) {
        return Placement.replaced(replacement, last.removedIn);
      }
      // What stands there now is followed like the words themselves.
      CarriedText carried = texts.of(at.removedIn, target);
      Optional<ByteRange> unchanged = carried.unchanged(replacement);
      if (unchanged.isPresent()) {
        return Placement.replaced(unchanged.get(), last.removedIn);
      }
      TextTokens newWords = words(at.removedIn, replacement);
      Survivors left = Survivors.of(carried, replacement, newWords);
      if (left != null) {
        return Placement.replaced(left.bytes(), last.removedIn);
      }
      at = lastHolder(at.removedIn, replacement, newWords);
    }
  }

  /** Looks for the words in what is new since they were last there. */
  private Placement guess(LastHolder last, TextTokens words) {
    QuoteSearch search = new QuoteSearch(words);
    VersionPassages to = texts.version(target);
    if (to.length() > 0) {
      CarriedText carried = texts.of(last.version, target);
      for (ByteRange added : carried.newIn(new ByteRange(0, to.length()))) {
        @Nullable ByteRange found =
            search.in(
                newTokens.computeIfAbsent(
                    added, stretch -> TextTokens.of(to.text(stretch), stretch.start())));
        if (found != null) {
          return Placement.guessed(found, last.removedIn);
        }
      }
    }
    return Placement.gone(last.removedIn);
  }
}

package prismq.t.script.versioning.core.passage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.ByteRange;

/** Makes what the versions of a script share, each version read once. For one thread. */
public final class CarriedTexts {
  /** More of them are made anew, so that memory is bounded. */
  private static final int MAX_KNOWN = 64;

  private final PassageHistory history;
  private final WordRoots roots;
  private final Map<Integer, VersionPassages> versions = new HashMap<>();
  private final Map<Long, CarriedText> known = new HashMap<>();
  private final Map<Long, Boolean> bringing = new HashMap<>();

  /** Of a history. */
  public CarriedTexts(PassageHistory history) {
    this.history = history;
    this.roots = new WordRoots(history);
    PassageTexts.keepAll(history);
  }

  /** The history. */
  public PassageHistory history() {
    return history;
  }

  /** The passages of a version. */
  public VersionPassages version(int number) {
    return versions.computeIfAbsent(number, version -> VersionPassages.of(history, version));
  }

  /** Which words of one version are which of another. */
  public CarriedText of(int from, int to) {
    long pair = ((long) from << 32) | to;
    if (known.size() >= MAX_KNOWN && !known.containsKey(pair)) {
      known.clear();
      versions.clear();
    }
    return known.computeIfAbsent(pair, key -> new CarriedText(version(from), version(to), roots));
  }

  /**
   * Whether a version has some of these words in passages that an earlier one had not.
   *
   * @param words where they stand in the version of that number
   */
  public boolean brings(int earlier, int later, int version, List<ByteRange> words) {
    WordHolders holders = new WordHolders(history, roots);
    CarriedText carried = of(earlier, later);
    return holders.holdAny(carried.addedPassages(), version(version), words);
  }

  /**
   * Whether all that a version has and an earlier one had not is new or taken from passages that
   * the earlier one has; false where that is not certain. It takes far less than looking for words.
   */
  public boolean bringsNothing(int earlier, int later) {
    return bringing.computeIfAbsent(((long) earlier << 32) | later, pair -> areNew(earlier, later));
  }

  private boolean areNew(int earlier, int later) {
    BitSet own = new BitSet(history.passageCount());
    for (int passage : version(earlier).sequence()) {
      own.set(passage);
    }
    return of(earlier, later).addedPassages().stream()
        .allMatch(
            passage ->
                history.firstVersion(passage) == later
                    && history.pieces(passage).stream()
                        .allMatch(piece -> piece.isWritten() || own.get(piece.source())));
  }

  /**
   * Which versions hold any of some words, by number.
   *
   * @param words where they stand in the version's text
   */
  public boolean[] holders(int version, List<ByteRange> words) {
    return new WordHolders(history, roots).of(version(version), words);
  }

  /** Whether a passage of a stretch, or one it is made into, was ever added another time. */
  public boolean mayHaveComeBack(int version, ByteRange bytes) {
    BitSet added = history.addedAgain();
    VersionPassages passages = version(version);
    for (int i = passages.at(bytes.start()); i < passages.size(); i++) {
      if (passages.start(i) >= bytes.end()) {
        return false;
      }
      if (added.get(passages.sequence()[i])) {
        return true;
      }
    }
    return false;
  }
}

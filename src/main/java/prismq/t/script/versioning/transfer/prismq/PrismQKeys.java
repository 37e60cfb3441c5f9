package prismq.t.script.versioning.transfer.prismq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.ImportedVersion;

/**
 * The keys of the versions of one PrismQ history: a hash of the history, PrismQ's number, and a
 * hash of the text, which tells apart another history with the same numbers.
 */
final class PrismQKeys {
  private static final int MARK_BYTES = 4;
  private static final int TEXT_BYTES = 8;
  private static final int KEY_BYTES = MARK_BYTES + Integer.BYTES + TEXT_BYTES;

  private final byte[] mark;
  private final Map<ByteBuffer, Integer> versions = new HashMap<>();
  private final Set<Integer> numbers = new HashSet<>();
  private int highest = -1;
  private final boolean hasOthers;

  /** How a text relates to what was imported before. */
  enum Standing {
    /** It comes after all of that. */
    NEW,
    /** It is part of that. */
    THERE,
    /** PrismQ's number was imported with another text. */
    OTHER_TEXT,
    /** It was not there when later ones were imported. */
    TOO_OLD
  }

  /**
   * The keys of a history.
   *
   * @param history a name of it
   * @param imported what was imported to its script so far
   */
  PrismQKeys(String history, List<ImportedVersion> imported) {
    this.mark = start(history.getBytes(StandardCharsets.UTF_8), MARK_BYTES);
    boolean others = false;
    for (ImportedVersion version : imported) {
      ByteBuffer key = ByteBuffer.wrap(version.sourceKey());
      if (isOurs(version.sourceKey())) {
        int number = key.getInt(MARK_BYTES);
        versions.putIfAbsent(key, version.versionNumber());
        numbers.add(number);
        highest = Math.max(highest, number);
      } else {
        others = true;
      }
    }
    this.hasOthers = others;
  }

  private boolean isOurs(byte[] key) {
    return key.length == KEY_BYTES
        && ByteBuffer.wrap(key, 0, MARK_BYTES).equals(ByteBuffer.wrap(mark));
  }

  private static byte[] start(byte[] of, int length) {
    return Arrays.copyOf(ContentHash.of(of).bytes(), length);
  }

  byte[] key(int number, ScriptText text) {
    return ByteBuffer.allocate(KEY_BYTES)
        .put(mark)
        .putInt(number)
        .put(start(text.bytes(), TEXT_BYTES))
        .array();
  }

  /** Whether nothing of this history was imported. */
  boolean isEmpty() {
    return versions.isEmpty();
  }

  /** Whether something else was imported to its script. */
  boolean hasOthers() {
    return hasOthers;
  }

  Standing standing(int number, byte[] key) {
    if (versions.containsKey(ByteBuffer.wrap(key))) {
      return Standing.THERE;
    }
    if (number > highest) {
      return Standing.NEW;
    }
    return numbers.contains(number) ? Standing.OTHER_TEXT : Standing.TOO_OLD;
  }

  /** The number that the version got here; null if it is not there. */
  @Nullable Integer versionNumber(byte[] key) {
    return versions.get(ByteBuffer.wrap(key));
  }
}

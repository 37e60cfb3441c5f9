package prismq.t.script.versioning.readmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Hashes of passages, the same for all that read alike: without white space, bullets and signs of
 * emphasis and headings. Of SHA-256 the first 8 bytes are enough: among a million passages two
 * share them once in 30 million times.
 */
final class PassageHashes {
  /** A hash in bytes. */
  static final int BYTES = Long.BYTES;

  /** Of a passage in which there is nothing to read. */
  static final long BLANK = 0;

  private static final Pattern BULLET =
      Pattern.compile("(?m)^\\h*(?:[-+•‣◦>]|#{1,6}|\\d{1,9}[.)])\\h+");
  private static final Pattern MARKS = Pattern.compile("[*_`~]+");
  private static final Pattern SPACES = Pattern.compile("[\\h\\v]+");

  private PassageHashes() {}

  /** Those of a text in its order, each once, without blank ones. */
  static Set<Long> of(ScriptText text) {
    Set<Long> hashes = new LinkedHashSet<>();
    PassageCutter.cut(text.inUtf8()).forEach(passage -> hashes.add(of(passage)));
    hashes.remove(BLANK);
    return hashes;
  }

  /** That of a passage, as part of an exact text. */
  static long of(String exactPassage) {
    String seen = Folding.asSeen(ExactText.decoded(exactPassage));
    String bare = MARKS.matcher(BULLET.matcher(seen).replaceAll("")).replaceAll("");
    String words = SPACES.matcher(bare).replaceAll(" ").strip();
    return words.isEmpty()
        ? BLANK
        : ByteBuffer.wrap(ContentHash.digest().digest(words.getBytes(StandardCharsets.UTF_8)))
            .getLong();
  }

  /** Hashes as they are kept. */
  static byte[] bytes(Set<Long> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES * hashes.size());
    hashes.forEach(bytes::putLong);
    return bytes.array();
  }

  /** The other way round. */
  static List<Long> read(byte[] bytes) {
    ByteBuffer kept = ByteBuffer.wrap(bytes);
    List<Long> hashes = new ArrayList<>(bytes.length / BYTES);
    while (kept.remaining() >= BYTES) {
      hashes.add(kept.getLong());
    }
    return hashes;
  }
}

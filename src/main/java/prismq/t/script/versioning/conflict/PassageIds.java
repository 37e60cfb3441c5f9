package prismq.t.script.versioning.conflict;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;

/** Identifies passages by their texts, so that an answer never applies to another passage. */
public final class PassageIds {
  private static final int DIGITS = 16;

  private PassageIds() {}

  /**
   * The ids of all passages of a merge, in their order. Equal ones are told apart by their place
   * and by how many there are, so that none is mistaken for another when one is settled.
   *
   * @param passages the texts that count of each
   */
  public static List<String> of(List<List<ScriptText>> passages) {
    List<String> hashes = passages.stream().map(PassageIds::hash).toList();
    Map<String, Integer> counts = new HashMap<>();
    hashes.forEach(hash -> counts.merge(hash, 1, Integer::sum));
    Map<String, Integer> places = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (String hash : hashes) {
      int all = counts.getOrDefault(hash, 1);
      int place = places.merge(hash, 1, Integer::sum);
      ids.add(all == 1 ? hash : hash + "-" + place + "-of-" + all);
    }
    return ids;
  }

  private static String hash(List<ScriptText> texts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ScriptText text : texts) {
      all.writeBytes(text.read());
      // No text has this byte, so it cannot be shifted from one to the next.
      all.write(0);
    }
    return ContentHash.of(all.toByteArray()).hex().substring(0, DIGITS);
  }
}

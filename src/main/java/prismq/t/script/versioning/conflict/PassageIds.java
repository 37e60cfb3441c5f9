package prismq.t.script.versioning.conflict;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;

/** Calls passages by what stands in them, so that an answer never goes to another passage. */
public final class PassageIds {
  private static final int DIGITS = 16;

  private final Set<String> given = new HashSet<>();

  /** The id of the next passage, by these texts of it; equal ones are told apart by their order. */
  public String next(ScriptText... texts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ScriptText text : texts) {
      all.writeBytes(text.bytes());
      // No text has this byte, so it cannot be shifted from one to the next.
      all.write(0);
    }
    String hash = ContentHash.of(all.toByteArray()).hex().substring(0, DIGITS);
    String id = hash;
    for (int n = 2; !given.add(id); n++) {
      id = hash + "-" + n;
    }
    return id;
  }
}

package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** The fingerprints of files of a repository; those used last are remembered. */
final class Fingerprints {
  /** In pieces of eight bytes each. */
  private static final int MAX_WEIGHT = 2_000_000;

  private static final int MAX_SIZES = 200_000;

  /** Larger files are compared by their ids only, in bytes. */
  private static final int MAX_SIZE = 32 * 1024 * 1024;

  private final ObjectReader reader;
  private final Map<ObjectId, Fingerprint> known = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<ObjectId, Long> sizes = new LinkedHashMap<>();
  private long weight;

  Fingerprints(ObjectReader reader) {
    this.reader = reader;
  }

  /** How alike two files are, from 0 to {@link Fingerprint#SAME}. */
  int likeness(ObjectId one, ObjectId other) throws IOException {
    long size = size(one);
    long otherSize = size(other);
    return !Fingerprint.mayBeAlike(size, otherSize) || Math.max(size, otherSize) > MAX_SIZE
        ? 0
        : of(one).likeness(of(other));
  }

  private long size(ObjectId file) throws IOException {
    @Nullable Long known = sizes.get(file);
    if (known != null) {
      return known;
    }
    if (sizes.size() >= MAX_SIZES) {
      sizes.clear();
    }
    long size = reader.getObjectSize(file, Constants.OBJ_BLOB);
    sizes.put(file, size);
    return size;
  }

  private Fingerprint of(ObjectId file) throws IOException {
    @Nullable Fingerprint there = known.get(file);
    if (there != null) {
      return there;
    }
    Fingerprint made = Fingerprint.of(reader.open(file, Constants.OBJ_BLOB).getBytes(MAX_SIZE));
    known.put(file, made);
    weight += made.weight();
    Iterator<Fingerprint> oldest = known.values().iterator();
    while (weight > MAX_WEIGHT && known.size() > 2) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
    return made;
  }
}

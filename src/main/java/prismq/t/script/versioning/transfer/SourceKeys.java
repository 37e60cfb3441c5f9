package prismq.t.script.versioning.transfer;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the versions of a script that were imported so far are called where they came from. */
final class SourceKeys {
  private final Set<ByteBuffer> keys = new HashSet<>();

  SourceKeys(List<byte[]> keys) {
    keys.forEach(key -> this.keys.add(ByteBuffer.wrap(key)));
  }

  boolean has(byte[] key) {
    return keys.contains(ByteBuffer.wrap(key));
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }
}

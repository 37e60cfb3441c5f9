package prismq.t.script.versioning.transfer.mediawiki;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fails when the reader has taken very much without passing anything on: comments and attributes
 * are held in memory as a whole.
 */
final class GuardedInput extends FilterInputStream {
  private static final long MAX_BYTES_AT_ONCE = 16L * 1024 * 1024;

  private long sinceLast;

  GuardedInput(InputStream in) {
    super(in);
  }

  /** The reader has passed something on. */
  void passed() {
    sinceLast = 0;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws IOException {
    sinceLast += bytes;
    if (sinceLast > MAX_BYTES_AT_ONCE) {
      throw new IOException(
          "a single tag or comment has more than " + MAX_BYTES_AT_ONCE + " bytes");
    }
  }
}

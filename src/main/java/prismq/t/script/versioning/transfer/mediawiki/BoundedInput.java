package prismq.t.script.versioning.transfer.mediawiki;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An input that fails behind a number of bytes, because small files can unpack to huge ones. One
 * that has failed goes on failing.
 */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long left;
  private @Nullable IOException failure;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      int read = in.read(bytes, offset, length);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new UnpackedTooLargeException(most);
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}

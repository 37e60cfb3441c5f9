package prismq.t.script.versioning.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a zip file says at its end of how many entries it has and how long their list is. It is
 * checked before the list is read, which is held in memory as a whole and may be of any length.
 *
 * @param entries number of entries; where the file has several ends, the most that one of them says
 * @param listBytes length of the list of entries, likewise
 */
public record ZipDirectorySize(long entries, long listBytes) {
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_LENGTH = 65_535;
  private static final int LARGE_END_BYTES = 56;
  private static final int LARGE_LOCATOR_BYTES = 20;
  private static final int END = 0x06054b50;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_LOCATOR = 0x07064b50;

  /** Reads it; empty if the file does not end as a zip file does. */
  public static Optional<ZipDirectorySize> of(Path file) throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      return of(in);
    }
  }

  /** The same of a file that is open. */
  public static Optional<ZipDirectorySize> of(SeekableByteChannel in) throws IOException {
    long length = in.size();
    int tail = (int) Math.min(length, END_BYTES + LARGE_LOCATOR_BYTES + MAX_COMMENT_LENGTH);
    ByteBuffer end = read(in, length - tail, tail);
    Optional<ZipDirectorySize> most = Optional.empty();
    // Every possible end is checked, because readers differ in which one they use.
    for (int i = tail - END_BYTES; i >= 0; i--) {
      if (end.getInt(i) == END) {
        boolean isLarge =
            i >= LARGE_LOCATOR_BYTES && end.getInt(i - LARGE_LOCATOR_BYTES) == LARGE_LOCATOR;
        ZipDirectorySize said =
            isLarge
                ? large(in, end.getLong(i - LARGE_LOCATOR_BYTES + 8))
                : new ZipDirectorySize(
                    end.getShort(i + 10) & 0xFFFF, end.getInt(i + 12) & 0xFFFF_FFFFL);
        most = Optional.of(most.map(said::orMore).orElse(said));
      }
    }
    return most;
  }

  private ZipDirectorySize orMore(ZipDirectorySize other) {
    return new ZipDirectorySize(
        Math.max(entries, other.entries), Math.max(listBytes, other.listBytes));
  }

  /** That of a file with more entries than the plain end can tell. */
  private static ZipDirectorySize large(SeekableByteChannel in, long offset) throws IOException {
    if (offset >= 0 && offset <= in.size() - LARGE_END_BYTES) {
      ByteBuffer end = read(in, offset, LARGE_END_BYTES);
      if (end.getInt(0) == LARGE_END && end.getLong(32) >= 0 && end.getLong(40) >= 0) {
        return new ZipDirectorySize(end.getLong(32), end.getLong(40));
      }
    }
    return new ZipDirectorySize(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static ByteBuffer read(SeekableByteChannel in, long offset, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(offset);
    while (bytes.hasRemaining()) {
      if (in.read(bytes) < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    return bytes;
  }
}

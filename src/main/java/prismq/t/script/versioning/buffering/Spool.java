package prismq.t.script.versioning.buffering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.DiskRoom;

/**
 * Bytes that are taken in the order in which they were added: a few in memory, more in a temporary
 * file. For use by one thread at a time.
 */
final class Spool implements AutoCloseable {
  private static final int LEAST_BYTES = 512;
  private static final int IN_MEMORY_BYTES = 64 * 1024;

  /** All spools together hold less in memory, so that thousands of slow clients do not fill it. */
  private static final long ALL_IN_MEMORY_BYTES = Runtime.getRuntime().maxMemory() / 16;

  private static final AtomicLong ALL = new AtomicLong();

  /** A file that grows by so much is looked after, so that the disk is not filled for others. */
  private static final long LOOK_BYTES = 16_000_000;

  private byte[] memory = new byte[0];
  private int start;
  private int end;
  private @Nullable FileChannel file;
  private long fileStart;
  private long fileEnd;

  /** Number of bytes that can be taken. */
  long size() {
    return end - start + fileEnd - fileStart;
  }

  /**
   * Adds bytes.
   *
   * @throws IOException if the disk has no room for them
   */
  void append(ByteBuffer bytes) throws IOException {
    if (fileEnd == fileStart && isInMemory(bytes.remaining())) {
      int count = bytes.remaining();
      bytes.get(memory, end, count);
      end += count;
    } else {
      write(bytes);
    }
  }

  /** Makes room in memory; false if there is to be none. */
  private boolean isInMemory(int count) {
    if (end + count <= memory.length) {
      return true;
    }
    int length = Math.max(LEAST_BYTES, Integer.highestOneBit(Math.max(1, end + count - 1)) * 2);
    if (length > IN_MEMORY_BYTES) {
      return false;
    }
    int more = length - memory.length;
    if (ALL.addAndGet(more) > ALL_IN_MEMORY_BYTES) {
      ALL.addAndGet(-more);
      return false;
    }
    memory = Arrays.copyOf(memory, length);
    return true;
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (file == null) {
      Path path = Files.createTempFile("script-versioning-", ".tmp");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    if (fileEnd / LOOK_BYTES != (fileEnd + bytes.remaining()) / LOOK_BYTES) {
      DiskRoom.check(Path.of(System.getProperty("java.io.tmpdir")));
    }
    while (bytes.hasRemaining()) {
      fileEnd += file.write(bytes, fileEnd);
    }
  }

  /** Takes the next bytes: so many at most, none only if there are none. */
  ByteBuffer take(int most) throws IOException {
    if (start < end) {
      int count = Math.min(most, end - start);
      ByteBuffer taken = ByteBuffer.wrap(Arrays.copyOfRange(memory, start, start + count));
      start += count;
      if (start == end) {
        start = 0;
        end = 0;
      }
      return taken;
    }
    ByteBuffer taken = ByteBuffer.allocate((int) Math.min(most, fileEnd - fileStart));
    while (file != null && taken.hasRemaining()) {
      if (file.read(taken, fileStart + taken.position()) < 0) {
        throw new IOException("The temporary file was cut");
      }
    }
    fileStart += taken.position();
    if (file != null && fileStart == fileEnd) {
      fileStart = 0;
      fileEnd = 0;
      file.truncate(0);
    }
    return taken.flip();
  }

  /** Drops what is left, and gives memory and disk back. */
  @Override
  public void close() {
    ALL.addAndGet(-memory.length);
    memory = new byte[0];
    start = 0;
    end = 0;
    fileStart = 0;
    fileEnd = 0;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        file = null;
      }
    }
  }
}

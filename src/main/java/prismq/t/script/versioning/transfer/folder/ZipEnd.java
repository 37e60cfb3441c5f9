package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import prismq.t.script.versioning.command.CommandException;

/**
 * What the end of a zip file tells of its table of contents, looked at before anything reads that
 * table: it is held in memory as a whole.
 */
final class ZipEnd {
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int LARGE_END_BYTES = 56;
  private static final int LARGE_LOCATOR_BYTES = 20;
  private static final int END = 0x06054b50;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_LOCATOR = 0x07064b50;

  private ZipEnd() {}

  /**
   * Passes where the table can be read.
   *
   * @throws CommandException where it has too many entries, or is missing
   */
  static void check(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      int tail = (int) Math.min(length, END_BYTES + LARGE_LOCATOR_BYTES + LONGEST_COMMENT);
      ByteBuffer end = read(in, length - tail, tail);
      boolean found = false;
      // Every end there could be is looked at: which of them counts is for the reader to decide.
      for (int i = tail - END_BYTES; i >= 0; i--) {
        if (end.getInt(i) == END) {
          found = true;
          checkTable(file, end.getShort(i + 10) & 0xFFFF, end.getInt(i + 12) & 0xFFFF_FFFFL);
          if (i >= LARGE_LOCATOR_BYTES && end.getInt(i - LARGE_LOCATOR_BYTES) == LARGE_LOCATOR) {
            checkLarge(in, file, end.getLong(i - LARGE_LOCATOR_BYTES + 8));
          }
        }
      }
      if (!found) {
        throw new CommandException(
            file
                + " is no zip file, or its end is missing. Nothing was imported; have it made or"
                + " sent again.");
      }
    }
  }

  private static void checkLarge(RandomAccessFile in, Path file, long offset) throws IOException {
    if (offset >= 0 && offset <= in.length() - LARGE_END_BYTES) {
      ByteBuffer end = read(in, offset, LARGE_END_BYTES);
      if (end.getInt(0) == LARGE_END) {
        checkTable(file, end.getLong(32), end.getLong(40));
      }
    }
  }

  private static void checkTable(Path file, long entries, long bytes) {
    boolean isSmall = entries >= 0 && entries <= DraftSource.MOST_FILES;
    // All bits are set where the numbers stand in the large end.
    if (!isSmall && entries != 0xFFFF
        || (bytes < 0 || bytes > MOST_BYTES) && bytes != 0xFFFF_FFFFL) {
      throw new CommandException(
          file
              + " has more than "
              + DraftSource.MOST_FILES
              + " entries, or says so. Nothing was imported; pack fewer files at a time.");
    }
  }

  private static ByteBuffer read(RandomAccessFile in, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.seek(offset);
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

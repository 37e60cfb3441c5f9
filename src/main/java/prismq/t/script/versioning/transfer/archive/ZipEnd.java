package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a zip file says at its end of how many entries it has and how long their list is. That is
 * looked at before anything reads the list, which whoever made the file can make as long as he
 * likes.
 *
 * @param listBytes length of the list of entries
 */
record ZipEnd(long entries, long listBytes) {
  private static final int END_BYTES = 22;
  private static final int END = 0x06054b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LOCATOR = 0x07064b50;
  private static final int END_64_BYTES = 56;
  private static final int END_64 = 0x06064b50;

  /**
   * Reads it.
   *
   * @throws BrokenArchiveException where the file does not end as a zip file without comment does
   */
  static ZipEnd of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer end = read(channel, size - END_BYTES, END_BYTES);
      if (end.getInt(0) != END || end.getShort(20) != 0) {
        throw broken();
      }
      ZipEnd plain = new ZipEnd(end.getShort(10) & 0xFFFF, end.getInt(12) & 0xFFFF_FFFFL);
      boolean isLarge =
          plain.entries == 0xFFFF
              || plain.listBytes == 0xFFFF_FFFFL
              || end.getInt(16) == 0xFFFF_FFFF;
      return isLarge ? large(channel, size) : plain;
    }
  }

  /** That of a file of more than 4 GB. */
  private static ZipEnd large(FileChannel channel, long size) throws IOException {
    ByteBuffer locator = read(channel, size - END_BYTES - LOCATOR_BYTES, LOCATOR_BYTES);
    if (locator.getInt(0) != LOCATOR) {
      throw broken();
    }
    ByteBuffer end = read(channel, locator.getLong(8), END_64_BYTES);
    if (end.getInt(0) != END_64) {
      throw broken();
    }
    return new ZipEnd(end.getLong(32), end.getLong(40));
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (position >= 0 && bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        break;
      }
    }
    if (bytes.hasRemaining()) {
      throw broken();
    }
    return bytes;
  }

  private static BrokenArchiveException broken() {
    return new BrokenArchiveException(
        "It is no zip file, or its end is missing, as after a transfer that was cut off.");
  }
}

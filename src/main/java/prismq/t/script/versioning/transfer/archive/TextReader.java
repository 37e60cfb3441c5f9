package prismq.t.script.versioning.transfer.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.RecentlyUsed;

/**
 * Puts texts together from their pieces. The archive's texts are unpacked to disk, because a text
 * may have pieces from anywhere in them; the parts read last are cached.
 */
final class TextReader implements AutoCloseable {
  private static final int PART = 64 * 1024;

  private final FileChannel file;
  private final long size;
  private final RecentlyUsed<Long, byte[]> recent =
      new RecentlyUsed<>(CacheBound.ARCHIVE_PARTS, part -> part.length);

  private TextReader(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  /** Unpacks the texts into a file, which the owner of its folder has to delete. */
  static TextReader of(InputStream texts, Path target) throws IOException {
    Files.copy(texts, target);
    return new TextReader(FileChannel.open(target, StandardOpenOption.READ));
  }

  /** Number of bytes of all texts, each piece counted once. */
  long size() {
    return size;
  }

  /**
   * The text of these pieces.
   *
   * @param pieces which lie within the texts and are not longer than a text may be
   */
  byte[] read(PieceList pieces) throws IOException {
    byte[] text = new byte[Math.toIntExact(pieces.bytes())];
    int done = 0;
    for (int piece = 0; piece < pieces.size(); piece++) {
      long at = pieces.offset(piece);
      long end = at + pieces.length(piece);
      while (at < end) {
        byte[] part = part(at / PART);
        int start = (int) (at % PART);
        int length = (int) Math.min(end - at, part.length - start);
        System.arraycopy(part, start, text, done, length);
        done += length;
        at += length;
      }
    }
    return text;
  }

  private byte[] part(long number) throws IOException {
    byte[] known = recent.get(number);
    if (known != null) {
      return known;
    }
    byte[] part = new byte[(int) Math.min(PART, size - number * PART)];
    ByteBuffer target = ByteBuffer.wrap(part);
    while (target.hasRemaining()) {
      if (file.read(target, number * PART + target.position()) < 0) {
        throw new EOFException("the texts that were laid on disk have become shorter");
      }
    }
    recent.put(number, part);
    return part;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

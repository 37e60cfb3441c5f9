package prismq.t.script.versioning.transfer.git.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.lib.Constants;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Checks how large the objects of a pack are before any of them is built. A few bytes can ask for
 * gigabytes: zeros deflate to a thousandth, and a delta copies what is there any number of times.
 */
final class PackSizes {
  /** What deflates better than that, and is no usual text, was made to do harm. */
  private static final long MOST_TIMES = 20;

  /** A delta is built in memory, in bytes. */
  private static final long MAX_BUILT = 32L * 1024 * 1024;

  /** The list of a folder, or a commit with its message, in bytes. */
  private static final long MAX_LIST = 16L * 1024 * 1024;

  private static final long USUAL_LIST = 1024 * 1024;
  private static final int BUFFER = 65_536;
  private static final int START = 24;
  private static final int MEGABYTE = 1_000_000;
  private static final int MOST_BITS = 56;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] output = new byte[BUFFER];
  private final Inflater inflater = new Inflater();
  private final long mostOfFile;
  private final long mostBuilt;
  private final long mostOfList;
  private int at;
  private int end;

  private PackSizes(Path file, InputStream in, long packBytes, int textLimit) {
    this.file = file;
    this.in = in;
    long likely = MOST_TIMES * packBytes;
    this.mostOfFile = Math.max(textLimit, likely);
    this.mostBuilt = Math.max(textLimit, Math.min(MAX_BUILT, likely));
    this.mostOfList = Math.min(MAX_LIST, Math.max(USUAL_LIST, likely));
  }

  /**
   * Checks the pack at the end of a bundle.
   *
   * @param start where it begins
   * @param textLimit the largest text that is taken, in bytes
   * @throws ImportException if an object is too large, or the pack is broken
   */
  static void check(Path file, long start, int textLimit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(start);
      PackSizes sizes = new PackSizes(file, in, Files.size(file) - start, textLimit);
      try {
        sizes.check();
      } finally {
        sizes.inflater.end();
      }
    } catch (EOFException e) {
      throw broken(file, FilledMessage.of("import.git.cut_off"));
    } catch (DataFormatException e) {
      throw broken(file, FilledMessage.of("import.git.objects"));
    }
  }

  private static ImportException broken(Path file, FilledMessage why) {
    return new ImportException(FilledMessage.of("import.git.broken", file, why));
  }

  private void check() throws IOException, DataFormatException {
    if (number() != 0x5041434BL || (number() | 1) != 3) {
      throw broken(file, FilledMessage.of("import.git.no_pack"));
    }
    long count = number();
    for (long i = 0; i < count; i++) {
      checkObject();
    }
  }

  private long number() throws IOException {
    return ((long) next() << 24) | (next() << 16) | (next() << 8) | next();
  }

  private int next() throws IOException {
    if (at == end) {
      fill();
    }
    return buffer[at++] & 0xFF;
  }

  private void fill() throws IOException {
    at = 0;
    end = in.read(buffer);
    if (end <= 0) {
      end = 0;
      throw new EOFException();
    }
  }

  private void checkObject() throws IOException, DataFormatException {
    int head = next();
    int type = (head >> 4) & 7;
    long size = head & 15;
    for (int shift = 4; (head & 0x80) != 0; shift += 7) {
      head = next();
      size = plus(size, head & 0x7F, shift);
    }
    boolean isDelta = type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA;
    if (type == Constants.OBJ_REF_DELTA) {
      for (int i = 0; i < Constants.OBJECT_ID_LENGTH; i++) {
        next();
      }
    } else if (type == Constants.OBJ_OFS_DELTA) {
      while ((next() & 0x80) != 0) {}
    }
    refuseAbove(isDelta ? mostBuilt : type == Constants.OBJ_BLOB ? mostOfFile : mostOfList, size);
    byte[] start = inflate(size);
    if (isDelta) {
      refuseAbove(mostBuilt, resultSize(start));
    }
  }

  private long plus(long size, long bits, int shift) {
    if (shift > MOST_BITS) {
      throw tooLarge(Long.MAX_VALUE);
    }
    return size | (bits << shift);
  }

  private void refuseAbove(long limit, long size) {
    if (size > limit) {
      throw tooLarge(size);
    }
  }

  private ImportException tooLarge(long size) {
    return new ImportException(FilledMessage.of("import.git.bomb", file, size / MEGABYTE));
  }

  /** Goes over the data of an object; its first bytes. */
  private byte[] inflate(long size) throws IOException, DataFormatException {
    byte[] start = new byte[START];
    long count = 0;
    inflater.reset();
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        if (at == end) {
          fill();
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
      }
      int length = inflater.inflate(output);
      if (length == 0 && inflater.needsDictionary()) {
        throw new DataFormatException();
      }
      if (count < START) {
        System.arraycopy(output, 0, start, (int) count, (int) Math.min(length, START - count));
      }
      count += length;
      if (count > size) {
        throw new DataFormatException();
      }
    }
    at = end - inflater.getRemaining();
    if (count != size) {
      throw new DataFormatException();
    }
    return start;
  }

  /** The second of the two numbers at the start of a delta. */
  private long resultSize(byte[] delta) {
    int i = 0;
    while ((delta[i] & 0x80) != 0 && i < START / 2) {
      i++;
    }
    i++;
    long size = 0;
    for (int shift = 0; i < START; shift += 7) {
      size = plus(size, delta[i] & 0x7F, shift);
      if ((delta[i] & 0x80) == 0) {
        return size;
      }
      i++;
    }
    throw tooLarge(Long.MAX_VALUE);
  }
}

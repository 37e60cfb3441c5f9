package prismq.t.script.versioning.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The bytes of a zip entry, counted and summed up as they are read: never more than the entry was
 * said to have, and at the end exactly those.
 */
public final class CheckedZipEntry extends FilterInputStream {
  private static final int MAX_NAME_LENGTH = 500;

  private final ZipEntry entry;
  private final Refusal refusal;
  private final CRC32 sum = new CRC32();
  private long count;

  /** Makes what is thrown where the entry is not as it was written. */
  public interface Refusal {
    /**
     * Makes it of a sentence on what is wrong.
     *
     * @param cause null if nothing else was thrown
     */
    RuntimeException of(FilledMessage sentence, @Nullable Exception cause);
  }

  /** Checks what this stream gives of an entry. */
  public CheckedZipEntry(InputStream in, ZipEntry entry, Refusal refusal) {
    super(in);
    this.entry = entry;
    this.refusal = refusal;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, offset, length);
    } catch (ZipException e) {
      throw broken("part.compression", e);
    } catch (EOFException e) {
      throw broken("part.ends_early", e);
    }
    if (read > 0) {
      sum.update(bytes, offset, read);
      count += read;
      if (count > entry.getSize()) {
        throw broken("part.too_long", null);
      }
    } else if (read < 0 && (count != entry.getSize() || sum.getValue() != entry.getCrc())) {
      throw broken("part.damaged", null);
    }
    return read;
  }

  private RuntimeException broken(String key, @Nullable Exception cause) {
    String name = PlainText.line(entry.getName(), MAX_NAME_LENGTH);
    return refusal.of(FilledMessage.of(key, name), cause);
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.max(0, Math.min(count, 8_192))];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

package prismq.t.script.versioning.core.passage;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import prismq.t.script.versioning.core.delta.DeltaCodec;

/**
 * Stores text that was written: nothing, or a zero byte and the text, or a Zstandard frame of it,
 * whichever is smallest; no frame starts with zero.
 */
final class WrittenText {
  private static final int MIN_COMPRESSED_LENGTH = 48;

  private WrittenText() {}

  /** An exact text as bytes. */
  static byte[] encoded(String exact) {
    if (exact.isEmpty()) {
      return new byte[0];
    }
    byte[] text = exact.getBytes(StandardCharsets.ISO_8859_1);
    if (text.length >= MIN_COMPRESSED_LENGTH) {
      byte[] compressed = DeltaCodec.compress(text);
      if (compressed.length <= text.length) {
        return compressed;
      }
    }
    byte[] plain = new byte[text.length + 1];
    System.arraycopy(text, 0, plain, 1, text.length);
    return plain;
  }

  /**
   * The text that {@link #encoded} gave.
   *
   * @throws BrokenPassagesException where the bytes are others
   */
  static String decoded(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    return new String(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : decompressed(bytes),
        StandardCharsets.ISO_8859_1);
  }

  private static byte[] decompressed(byte[] bytes) {
    long size = Zstd.getFrameContentSize(bytes);
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new BrokenPassagesException("problem.index.size");
    }
    try {
      return Zstd.decompress(bytes, (int) size);
    } catch (ZstdException e) {
      throw new BrokenPassagesException("problem.index.damaged");
    }
  }
}

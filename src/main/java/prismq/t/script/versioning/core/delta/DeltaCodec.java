package prismq.t.script.versioning.core.delta;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import com.github.luben.zstd.ZstdException;
import org.jspecify.annotations.Nullable;

/**
 * Turns contents into what is stored and back: Zstandard frames (RFC 8878), a delta being a frame
 * that has the base content as its raw dictionary. Safe for use by several threads.
 */
public final class DeltaCodec {
  /**
   * Levels 1 to 3 lose most of the match with a large base; above 9 time grows, size hardly falls.
   */
  private static final int LEVEL = 9;

  /**
   * The window of {@link #LEVEL}, 4 MiB, must reach over base and content; beyond it is widened.
   */
  private static final int WINDOW_OF_LEVEL = 1 << 22;

  private DeltaCodec() {}

  /** The content compressed on its own. */
  public static byte[] compress(byte[] content) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      return context.setLevel(LEVEL).compress(content);
    }
  }

  /** The content as a difference to the base content. */
  public static byte[] delta(byte[] base, byte[] content) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setLevel(LEVEL);
      long reach = (long) base.length + content.length;
      if (reach > WINDOW_OF_LEVEL) {
        int bits = 64 - Long.numberOfLeadingZeros(reach - 1);
        // The tables of the level would forget where the base begins.
        context.setWindowLog(bits).setHashLog(bits - 1).setChainLog(bits);
      }
      context.loadDict(base, ZstdDictContentType.RAW_CONTENT);
      return context.compress(content);
    }
  }

  /**
   * The content that {@link #compress} made this of.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged
   */
  public static byte[] decompress(byte[] stored, int size) {
    return restore(null, stored, size);
  }

  /**
   * The content that {@link #delta} made this of with the same base.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged or the base is another; unless
   *     they still make that many bytes, which only the hash of the content can tell
   */
  public static byte[] apply(byte[] base, byte[] delta, int size) {
    return restore(base, delta, size);
  }

  private static byte[] restore(byte @Nullable [] base, byte[] stored, int size) {
    // The library reads past the end of an empty array.
    long declared = stored.length == 0 ? -1 : Zstd.getFrameContentSize(stored);
    if (declared != size) {
      throw new BrokenDeltaException(
          "it should hold " + size + " bytes, but its header says " + declared);
    }
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      context.setLongMax(31);
      if (base != null) {
        context.loadDict(base, ZstdDictContentType.RAW_CONTENT);
      }
      byte[] content = context.decompress(stored, size);
      if (content.length != size) {
        throw new BrokenDeltaException(
            "it should hold " + size + " bytes, but holds " + content.length);
      }
      return content;
    } catch (ZstdException e) {
      throw new BrokenDeltaException("it cannot be decompressed (" + e.getMessage() + ")");
    }
  }
}

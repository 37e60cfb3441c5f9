package prismq.t.script.versioning.core.delta;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictContentType;

/**
 * Turns contents into what is stored: Zstandard frames (RFC 8878), a delta being a frame that has
 * the base content as its raw dictionary. {@link DeltaReader} turns them back. Safe for use by
 * several threads.
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
}

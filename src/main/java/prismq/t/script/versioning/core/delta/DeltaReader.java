package prismq.t.script.versioning.core.delta;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import com.github.luben.zstd.ZstdException;

/**
 * Turns what {@link DeltaCodec} made back into contents. One reader serves a whole chain of deltas,
 * which is more than twice as fast as one for each, but only one thread.
 */
public final class DeltaReader implements AutoCloseable {
  private static final byte[] NO_BASE = {};

  private final ZstdDecompressCtx context = new ZstdDecompressCtx().setLongMax(31);

  /**
   * The content that {@link DeltaCodec#compress} made this of.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged; unless they still make that
   *     many bytes, which only the hash of the content can tell
   */
  public byte[] decompress(byte[] stored, int size) {
    return apply(NO_BASE, stored, size);
  }

  /**
   * The content that {@link DeltaCodec#delta} made this of with the same base.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged or the base is another; unless
   *     they still make that many bytes, which only the hash of the content can tell
   */
  public byte[] apply(byte[] base, byte[] delta, int size) {
    // The library reads past the end of an empty array.
    long declared = delta.length == 0 ? -1 : Zstd.getFrameContentSize(delta);
    if (declared != size) {
      throw new BrokenDeltaException(
          "it should hold " + size + " bytes, but its header says " + declared);
    }
    try {
      context.loadDict(base, ZstdDictContentType.RAW_CONTENT);
      byte[] content = context.decompress(delta, size);
      if (content.length != size) {
        throw new BrokenDeltaException(
            "it should hold " + size + " bytes, but holds " + content.length);
      }
      return content;
    } catch (ZstdException e) {
      throw new BrokenDeltaException("it cannot be decompressed (" + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    context.close();
  }
}

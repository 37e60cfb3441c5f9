package prismq.t.script.versioning.core.delta;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Turns what {@link DeltaCodec} made back into contents: a whole one first, then one delta after
 * the other, each taken against the content before it. The contents stay where the library can read
 * them in place, which halves the time of a long chain. For one thread.
 */
public final class DeltaReader implements AutoCloseable {
  private static final byte[] NO_BASE = {};
  private static final int MIN_ROOM = 64 * 1024;

  private final ZstdDecompressCtx context = new ZstdDecompressCtx().setLongMax(31);
  private @Nullable ZstdDictDecompress base;
  private ByteBuffer content = ByteBuffer.allocateDirect(0);
  private ByteBuffer spare = content;

  /**
   * Reads the content that {@link DeltaCodec#compress} made this of.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged; unless they still make that
   *     many bytes, which only the hash of the content can tell
   */
  public void decompress(byte[] stored, int size) {
    context.loadDict(NO_BASE, ZstdDictContentType.RAW_CONTENT);
    forget(null);
    next(stored, size);
  }

  /**
   * Reads the content that {@link DeltaCodec#delta} made this of, with the content read last as the
   * base.
   *
   * @param size number of bytes of the content
   * @throws BrokenDeltaException where the stored bytes are damaged or the base is another; unless
   *     they still make that many bytes, which only the hash of the content can tell
   */
  public void apply(byte[] delta, int size) {
    if (content.limit() == 0) {
      decompress(delta, size);
      return;
    }
    ZstdDictDecompress dictionary =
        new ZstdDictDecompress(content.duplicate(), true, ZstdDictContentType.RAW_CONTENT);
    context.loadDict(dictionary);
    forget(dictionary);
    next(delta, size);
  }

  /**
   * The same with a given base.
   *
   * @throws BrokenDeltaException as {@link #apply(byte[], int)} does
   */
  public void apply(byte[] baseContent, byte[] delta, int size) {
    context.loadDict(baseContent, ZstdDictContentType.RAW_CONTENT);
    forget(null);
    next(delta, size);
  }

  /** The content read last, copied. */
  public byte[] content() {
    byte[] bytes = new byte[content.limit()];
    content.get(0, bytes);
    return bytes;
  }

  private void next(byte[] stored, int size) {
    // The library reads past the end of an empty array.
    long declared = stored.length == 0 ? -1 : Zstd.getFrameContentSize(stored);
    if (declared != size) {
      throw new BrokenDeltaException(FilledMessage.of("history.damage.header", size, declared));
    }
    ByteBuffer target = spare.capacity() < size ? room(size) : spare;
    target.clear().limit(size);
    try {
      int read =
          context.decompressByteArrayToDirectByteBuffer(target, 0, size, stored, 0, stored.length);
      if (read != size) {
        throw new BrokenDeltaException(FilledMessage.of("history.damage.size", size, read));
      }
    } catch (ZstdException e) {
      throw new BrokenDeltaException(
          FilledMessage.of("history.damage.compression", e.getMessage()));
    }
    spare = content;
    content = target;
  }

  /** Room for a content and larger ones, because a text mostly grows along a chain. */
  private static ByteBuffer room(int size) {
    return ByteBuffer.allocateDirect(Math.max(MIN_ROOM, size + size / 2));
  }

  /** Lets go of the dictionary that the library has been given another one for. */
  private void forget(@Nullable ZstdDictDecompress next) {
    if (base != null) {
      base.close();
    }
    base = next;
  }

  @Override
  public void close() {
    context.close();
    forget(null);
  }
}

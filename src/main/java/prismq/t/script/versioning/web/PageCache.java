package prismq.t.script.versioning.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.text.ContentHash;

/** Rendered pages by address, compressed. Safe for use by several threads. */
final class PageCache {
  // An address may have a passage of a text in it.
  private final SharedCache<String, CachedPage> entries =
      SharedCache.ofMostUsed(
          CacheBound.PAGES, (address, entry) -> 2L * address.length() + entry.gzipped.length);

  /** The state that a page was rendered from; it is stale when any of it has changed. */
  record State(long changeCount, long minute, String notice) {}

  /** Takes a third of the time of the usual level, for an eighth more bytes. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** A rendered page. */
  record CachedPage(State state, byte[] gzipped, String etag) {
    static CachedPage of(String html, State state) {
      byte[] plain = html.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new FastGzip(out)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // Of the compressed bytes, because they are few.
      String etag = "W/\"" + ContentHash.of(out.toByteArray()).hex().substring(0, 20) + "\"";
      return new CachedPage(state, out.toByteArray(), etag);
    }

    byte[] plain() {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The page at an address, made where none is kept that shows this state. */
  CachedPage get(String address, State state, Supplier<CachedPage> made) {
    return entries.get(address, entry -> entry.state.equals(state), made);
  }
}

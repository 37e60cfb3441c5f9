package prismq.t.script.versioning.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/** Rendered pages by address, compressed, those used last; bounded in bytes, addresses included. */
final class PageCache {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;

  /** What a page was made of; it is used no longer when either is another. */
  record State(long changeCount, long minute) {}

  /** A rendered page. */
  record Entry(State state, byte[] gzipped, String etag) {
    static Entry of(String html, State state) {
      byte[] plain = html.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String etag = "W/\"" + ContentHash.of(plain).hex().substring(0, 20) + "\"";
      return new Entry(state, out.toByteArray(), etag);
    }

    byte[] plain() {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  synchronized @Nullable Entry find(String address, State state) {
    Entry entry = entries.get(address);
    return entry != null && entry.state.equals(state) ? entry : null;
  }

  synchronized void keep(String address, Entry entry) {
    Entry replaced = entries.put(address, entry);
    bytes += size(address, entry) - (replaced == null ? 0 : size(address, replaced));
    Iterator<Map.Entry<String, Entry>> eldest = entries.entrySet().iterator();
    while (bytes > MOST_BYTES && entries.size() > 1) {
      Map.Entry<String, Entry> left = eldest.next();
      bytes -= size(left.getKey(), left.getValue());
      eldest.remove();
    }
  }

  /** What is kept in bytes; an address may have a passage of a text in it. */
  private static int size(String address, Entry entry) {
    return 2 * address.length() + entry.gzipped.length;
  }
}

package prismq.t.script.versioning.transfer.git.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.BasePackIndexWriter;
import org.eclipse.jgit.internal.storage.pack.DeltaEncoder;
import org.eclipse.jgit.internal.storage.pack.DeltaIndex;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.transport.PackedObjectInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pack of git object by object, each as a difference to one that the caller names, as
 * {@code git fast-import} does. JGit's own writer takes objects that are in a repository already.
 * Keeps a few dozen bytes of each object in memory, and no content.
 */
final class PackWriter implements Closeable {
  /** As many differences as the longest chain of a version here. */
  private static final int MAX_CHAIN_LENGTH = 128;

  private static final int MIN_DELTA_BYTES = 64;

  /** Bytes of new text that are not searched for what was elsewhere before. */
  private static final int MAX_EDIT_BYTES = 512;

  private static final int HEADER_BYTES = 12;
  private static final int OFFSET_DELTA = Constants.OBJ_OFS_DELTA;

  private final Path file;
  private final OutputStream out;
  private final ObjectIdOwnerMap<Packed> objects = new ObjectIdOwnerMap<>();
  private final Deflater deflater = new Deflater();
  private final byte[] buffer = new byte[16_384];
  private final CRC32 crc = new CRC32();
  private long position;
  private byte @Nullable [] checksum;

  /** An object that was added, cached as the base of later deltas. */
  record Added(ObjectId id, byte[] bytes) {}

  private static final class Packed extends PackedObjectInfo {
    private final int depth;

    Packed(AnyObjectId id, int depth) {
      super(id);
      this.depth = depth;
    }
  }

  PackWriter(Path file) throws IOException {
    this.file = file;
    this.out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            65_536);
    // The number of objects is known at the end, and written here then.
    out.write(header(0));
    position = HEADER_BYTES;
  }

  private static byte[] header(int count) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .put("PACK".getBytes(StandardCharsets.US_ASCII))
        .putInt(2)
        .putInt(count)
        .array();
  }

  /**
   * Adds an object; one that is there is not added again.
   *
   * @param like an object added before that it may differ little from; null for none
   */
  Added add(int type, byte[] bytes, @Nullable Added like) throws IOException {
    ObjectId id = id(type, bytes);
    if (!objects.contains(id)) {
      @Nullable Packed base = like == null ? null : objects.get(like.id);
      byte @Nullable [] delta =
          like == null || base == null || base.depth >= MAX_CHAIN_LENGTH
              ? null
              : delta(like.bytes, bytes);
      if (base != null && delta != null) {
        write(new Packed(id, base.depth + 1), OFFSET_DELTA, base, delta);
      } else {
        write(new Packed(id, 0), type, null, bytes);
      }
    }
    return new Added(id, bytes);
  }

  /** What git calls it. The platform's SHA-1 is many times as fast as JGit's own. */
  static ObjectId id(int type, byte[] bytes) {
    MessageDigest digest = sha1();
    String head = Constants.typeString(type) + " " + bytes.length + "\0";
    digest.update(head.getBytes(StandardCharsets.US_ASCII));
    return ObjectId.fromRaw(digest.digest(bytes));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** The delta from one to the other; null if it takes as much as the other itself. */
  private static byte @Nullable [] delta(byte[] from, byte[] to) throws IOException {
    if (from.length < MIN_DELTA_BYTES || to.length < MIN_DELTA_BYTES) {
      return null;
    }
    ByteArrayOutputStream delta = new ByteArrayOutputStream();
    int start = sameStart(from, to);
    int end = sameEnd(from, to, start);
    int written = to.length - start - end;
    if (written <= MAX_EDIT_BYTES && written < to.length / 2) {
      // Most versions differ in one place, which needs no index of all that was there.
      DeltaEncoder encoder = new DeltaEncoder(delta, from.length, to.length);
      encoder.copy(0, start);
      encoder.insert(to, start, written);
      encoder.copy(from.length - end, end);
      return delta.toByteArray();
    }
    return new DeltaIndex(from).encode(delta, to, to.length / 2) ? delta.toByteArray() : null;
  }

  private static int sameStart(byte[] from, byte[] to) {
    int different = Arrays.mismatch(from, to);
    return different < 0 ? to.length : different;
  }

  /** Number of equal bytes at the end, without those at the start. */
  private static int sameEnd(byte[] from, byte[] to, int start) {
    int most = Math.min(from.length, to.length) - start;
    int same = 0;
    while (same < most && from[from.length - 1 - same] == to[to.length - 1 - same]) {
      same++;
    }
    return same;
  }

  private void write(Packed object, int type, @Nullable Packed base, byte[] bytes)
      throws IOException {
    object.setOffset(position);
    objects.add(object);
    crc.reset();
    int size = bytes.length;
    int first = (type << 4) | (size & 0x0f);
    size >>>= 4;
    while (size > 0) {
      write(first | 0x80);
      first = size & 0x7f;
      size >>>= 7;
    }
    write(first);
    if (base != null) {
      writeDistance(object.getOffset() - base.getOffset());
    }
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    while (!deflater.finished()) {
      write(buffer, deflater.deflate(buffer));
    }
    object.setCRC((int) crc.getValue());
  }

  /** Seven bits a byte, the largest first; each byte but the last counts one more than it says. */
  private void writeDistance(long distance) throws IOException {
    byte[] bytes = new byte[10];
    int start = bytes.length - 1;
    long rest = distance;
    bytes[start] = (byte) (rest & 0x7f);
    rest >>>= 7;
    while (rest > 0) {
      rest--;
      start--;
      bytes[start] = (byte) (0x80 | (rest & 0x7f));
      rest >>>= 7;
    }
    for (int i = start; i < bytes.length; i++) {
      write(bytes[i]);
    }
  }

  private void write(int b) throws IOException {
    out.write(b);
    crc.update(b);
    position++;
  }

  private void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    crc.update(bytes, 0, length);
    position += length;
  }

  /**
   * Completes the file and flushes it to disk.
   *
   * @return its checksum in hexadecimal digits, by which git names packs
   */
  String finish() throws IOException {
    out.flush();
    MessageDigest digest = sha1();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(header(objects.size())), 0);
      ByteBuffer part = ByteBuffer.allocate(65_536);
      while (channel.read(part) >= 0) {
        digest.update(part.flip());
        part.clear();
      }
      byte[] sum = digest.digest();
      channel.write(ByteBuffer.wrap(sum), channel.size());
      channel.force(true);
      checksum = sum;
      return ObjectId.fromRaw(sum).name();
    }
  }

  /** Writes the index by which git finds the objects of the finished pack. */
  void writeIndex(Path index) throws IOException {
    try (OutputStream indexOut = new BufferedOutputStream(Files.newOutputStream(index))) {
      List<Packed> sorted = new ArrayList<>(objects.size());
      objects.forEach(sorted::add);
      sorted.sort(null);
      BasePackIndexWriter.createVersion(indexOut, 2)
          .write(sorted, Objects.requireNonNull(checksum));
    }
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    out.close();
  }
}

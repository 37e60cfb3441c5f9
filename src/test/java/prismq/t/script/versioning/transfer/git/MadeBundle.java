package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A bundle whose objects are written one by one, true or not. */
public final class MadeBundle {
  static final int COMMIT = 1;
  static final int TREE = 2;

  /** The kind of object that the content of a file is. */
  public static final int BLOB = 3;

  static final int TAG = 4;
  private static final int REF_DELTA = 7;
  private static final String NOWHERE = "0123456789012345678901234567890123456789";

  private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
  private int count;

  /** An object of this size that has nothing but one letter. */
  public MadeBundle filled(int type, char letter, long size) throws IOException {
    header(type, size);
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(objects, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] block = String.valueOf(letter).repeat(1_000_000).getBytes(ISO_8859_1);
      for (long left = size; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(block.length, left));
      }
    }
    return this;
  }

  /** An object that says it has this size, and has another. */
  MadeBundle lying(int type, long said, byte[] content) throws IOException {
    header(type, said);
    deflate(content);
    return this;
  }

  MadeBundle whole(int type, byte[] content) throws IOException {
    return lying(type, content.length, content);
  }

  /** A change that copies the start of its base a number of times. */
  MadeBundle copies(byte[] base, long baseSize, int times) throws IOException {
    ByteArrayOutputStream delta = new ByteArrayOutputStream();
    int most = (int) Math.min(baseSize, 0xFFFFFF);
    number(delta, baseSize);
    number(delta, (long) most * times);
    for (int i = 0; i < times; i++) {
      delta.write(0x80 | 0x70);
      delta.write(most & 0xFF);
      delta.write((most >> 8) & 0xFF);
      delta.write((most >> 16) & 0xFF);
    }
    header(REF_DELTA, delta.size());
    objects.write(base);
    deflate(delta.toByteArray());
    return this;
  }

  private static void number(ByteArrayOutputStream out, long number) {
    long left = number;
    while (left > 0x7F) {
      out.write((int) (left & 0x7F) | 0x80);
      left >>= 7;
    }
    out.write((int) left);
  }

  private void header(int type, long size) {
    count++;
    long left = size >> 4;
    objects.write((int) ((type << 4) | (size & 15) | (left > 0 ? 0x80 : 0)));
    while (left > 0) {
      objects.write((int) ((left & 0x7F) | (left > 0x7F ? 0x80 : 0)));
      left >>= 7;
    }
  }

  private void deflate(byte[] content) throws IOException {
    try (DeflaterOutputStream out = new DeflaterOutputStream(objects)) {
      out.write(content);
    }
  }

  static byte[] id(String type, byte[] content) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-1");
    digest.update((type + " " + content.length + "\0").getBytes(ISO_8859_1));
    return digest.digest(content);
  }

  /** Writes it to a file; the file. */
  public Path writeTo(Path file) throws Exception {
    return writeTo(file, count);
  }

  /** Writes it as one that says it has a number of objects. */
  Path writeTo(Path file, int said) throws Exception {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    pack.write("PACK".getBytes(ISO_8859_1));
    pack.write(ByteBuffer.allocate(8).putInt(2).putInt(said).array());
    objects.writeTo(pack);
    pack.write(MessageDigest.getInstance("SHA-1").digest(pack.toByteArray()));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(("# v2 git bundle\n" + NOWHERE + " HEAD\n\n").getBytes(ISO_8859_1));
    pack.writeTo(all);
    return Files.write(file, all.toByteArray());
  }
}

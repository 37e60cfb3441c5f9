package prismq.t.script.versioning.transfer.git.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is called in the trees of a repository: bytes, in an encoding that git does not know.
 * Two of them are equal if their bytes are, whatever they read like.
 */
public final class FilePath implements Comparable<FilePath> {
  private final byte[] bytes;

  private FilePath(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The path of these bytes, which must not change afterwards. */
  public static FilePath of(byte[] bytes) {
    return new FilePath(bytes);
  }

  /** The path that is called so in UTF-8. */
  public static FilePath of(String name) {
    return new FilePath(name.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The folders above it, the nearest first. */
  Iterable<FilePath> folders() {
    return () ->
        java.util.stream.IntStream.iterate(bytes.length - 1, at -> at > 0, at -> at - 1)
            .filter(at -> bytes[at] == '/')
            .mapToObj(at -> new FilePath(Arrays.copyOf(bytes, at)))
            .iterator();
  }

  /** The name without folders. */
  public FilePath last() {
    int start = bytes.length;
    while (start > 0 && bytes[start - 1] != '/') {
      start--;
    }
    return new FilePath(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  /** Whether a part of it is not UTF-8, so that how it reads is a guess. */
  public boolean isGuessed() {
    return GuessedText.of(bytes).isGuessed();
  }

  /** As git itself writes it where it may hold any byte: in quotes, with octal numbers. */
  public String quoted() {
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format(Locale.ROOT, "\\%03o", c));
      } else {
        quoted.append((char) c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The path that {@link #quoted} wrote; empty if it is no such text. */
  public static Optional<FilePath> unquoted(String quoted) {
    if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
      return Optional.empty();
    }
    byte[] inner = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < inner.length; at++) {
      if (inner[at] != '\\') {
        bytes.write(inner[at]);
      } else if (isOctal(inner, at + 1)) {
        bytes.write((inner[at + 1] - '0') * 64 + (inner[at + 2] - '0') * 8 + (inner[at + 3] - '0'));
        at += 3;
      } else if (at + 1 < inner.length) {
        at++;
        bytes.write(inner[at]);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new FilePath(bytes.toByteArray()));
  }

  private static boolean isOctal(byte[] bytes, int at) {
    if (at + 3 > bytes.length) {
      return false;
    }
    for (int i = at; i < at + 3; i++) {
      if (bytes[i] < '0' || bytes[i] > '7') {
        return false;
      }
    }
    return true;
  }

  /** As a person reads it; each of its folders may be in another encoding. */
  @Override
  public String toString() {
    GuessedText whole = GuessedText.of(bytes);
    if (!whole.isGuessed()) {
      return whole.text();
    }
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (int end = 0; end <= bytes.length; end++) {
      if (end == bytes.length || bytes[end] == '/') {
        text.append(GuessedText.of(Arrays.copyOfRange(bytes, start, end)).text());
        text.append(end == bytes.length ? "" : "/");
        start = end + 1;
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilePath path && Arrays.equals(bytes, path.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** By bytes, as git sorts them. */
  @Override
  public int compareTo(FilePath other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }
}

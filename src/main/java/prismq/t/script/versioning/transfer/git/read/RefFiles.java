package prismq.t.script.versioning.transfer.git.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The branches and tags that a repository keeps in files, by the bytes of their names. JGit finds
 * only names that the system's own encoding has.
 */
final class RefFiles {
  private static final int MAX_FILE = 5_000;
  private static final String LEADS_TO = "ref: ";

  private final Map<FilePath, ObjectId> refs = new TreeMap<>();

  private RefFiles() {}

  /** Those in this folder of a repository; none where they are kept otherwise. */
  static Map<FilePath, ObjectId> in(Path gitFolder) throws IOException {
    RefFiles files = new RefFiles();
    Path packed = gitFolder.resolve(Constants.PACKED_REFS);
    if (Files.isRegularFile(packed)) {
      files.addPacked(Files.readAllBytes(packed));
    }
    for (String folder : List.of(Constants.R_HEADS, Constants.R_TAGS)) {
      Path loose = gitFolder.resolve(folder);
      if (Files.isDirectory(loose)) {
        files.addLoose(gitFolder, loose);
      }
    }
    return files.refs;
  }

  /** The branch that HEAD leads to; null if it leads to none. */
  static @Nullable FilePath headBranch(Path gitFolder) throws IOException {
    Path head = gitFolder.resolve(Constants.HEAD);
    if (!Files.isRegularFile(head) || Files.size(head) > MAX_FILE) {
      return null;
    }
    String text = new String(Files.readAllBytes(head), StandardCharsets.ISO_8859_1);
    return text.startsWith(LEADS_TO)
        ? FilePath.of(
            text.substring(LEADS_TO.length()).strip().getBytes(StandardCharsets.ISO_8859_1))
        : null;
  }

  private void addPacked(byte[] bytes) {
    int start = 0;
    for (int at = 0; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n') {
        String line = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        int space = Constants.OBJECT_ID_STRING_LENGTH;
        if (line.length() > space
            && line.charAt(space) == ' '
            && ObjectId.isId(line.substring(0, space))) {
          add(line.substring(space + 1).getBytes(StandardCharsets.ISO_8859_1), line);
        }
        start = at + 1;
      }
    }
  }

  private void addLoose(Path gitFolder, Path loose) throws IOException {
    try (Stream<Path> files = Files.walk(loose)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) <= MAX_FILE) {
          add(
              name(gitFolder, file),
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  /** The bytes of a name, which only the address of the file has unchanged. */
  private static byte[] name(Path gitFolder, Path file) {
    String folder = gitFolder.toUri().getRawPath();
    String name = file.toUri().getRawPath().substring(folder.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) == '%') {
        bytes.write(Integer.parseInt(name.substring(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.write(name.charAt(at));
      }
    }
    return bytes.toByteArray();
  }

  private void add(byte[] name, String content) {
    int length = Constants.OBJECT_ID_STRING_LENGTH;
    if (content.length() >= length && ObjectId.isId(content.substring(0, length))) {
      refs.put(FilePath.of(name), ObjectId.fromString(content.substring(0, length)));
    }
  }
}

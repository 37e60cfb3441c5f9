package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A repository of git itself whose objects are written byte by byte, so that names, people and
 * messages may be anything. A text of it stands for bytes of the same numbers.
 */
final class RawRepository {
  static final String PERSON = "Ann <ann@example.org> 1715000000 +0000";

  private final Path path;
  private final Map<String, String> files = new TreeMap<>();
  private String head = "";

  RawRepository(Path path) throws Exception {
    this.path = Files.createDirectories(path);
    run(new byte[0], "init", "-q", "--bare", "-b", "main");
  }

  Path path() {
    return path;
  }

  /** The bytes of a text in UTF-8, as text of bytes. */
  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  RawRepository write(String name, String text) throws Exception {
    files.put(name, object("blob", text.getBytes(UTF_8)));
    return this;
  }

  RawRepository remove(String name) {
    files.remove(name);
    return this;
  }

  String commit(String message) throws Exception {
    return commit(PERSON, "", message);
  }

  /**
   * Commits the files on main.
   *
   * @param more further lines of the head of the commit
   */
  String commit(String author, String more, String message) throws Exception {
    return commit(author, PERSON, more, message);
  }

  /** The same with another committer. */
  String commit(String author, String committer, String more, String message) throws Exception {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (Map.Entry<String, String> file : files.entrySet()) {
      tree.write(("100644 " + file.getKey() + "\0").getBytes(ISO_8859_1));
      tree.write(java.util.HexFormat.of().parseHex(file.getValue()));
    }
    String commit =
        "tree "
            + object("tree", tree.toByteArray())
            + "\n"
            + (head.isEmpty() ? "" : "parent " + head + "\n")
            + "author "
            + author
            + "\ncommitter "
            + committer
            + "\n"
            + more
            + "\n"
            + message;
    head = object("commit", commit.getBytes(ISO_8859_1));
    ref("refs/heads/main", head);
    return head;
  }

  /** Has a name lead to an object, in the list of packed refs, which takes any bytes. */
  void ref(String name, String object) throws Exception {
    refs.put(name, object);
    StringBuilder packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    refs.forEach((ref, id) -> packed.append(id).append(' ').append(ref).append('\n'));
    Files.write(path.resolve("packed-refs"), packed.toString().getBytes(ISO_8859_1));
  }

  private final Map<String, String> refs = new TreeMap<>();

  /** Writes an object as it is; its id. */
  String object(String type, byte[] bytes) throws Exception {
    return run(bytes, "hash-object", "-w", "--literally", "-t", type, "--stdin").strip();
  }

  List<String> git(String... arguments) throws Exception {
    return run(new byte[0], arguments).lines().toList();
  }

  private String run(byte[] in, String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path input = Files.createTempFile("git", ".in");
    Path errors = Files.createTempFile("git", ".err");
    try {
      Files.write(input, in);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(path.toFile())
              .redirectInput(input.toFile())
              .redirectError(errors.toFile());
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      Process process = builder.start();
      byte[] out = process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).as("%s: %s", command, Files.readString(errors)).isZero();
      return new String(out, ISO_8859_1);
    } finally {
      Files.delete(input);
      Files.delete(errors);
    }
  }
}

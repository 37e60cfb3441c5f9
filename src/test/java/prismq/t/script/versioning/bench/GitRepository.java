package prismq.t.script.versioning.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same history in git, as the yardstick; worked on with the git command as people have it, but
 * without their settings.
 *
 * @param folder the repository, bare or not
 */
record GitRepository(Path folder) {
  /** What stands in git's column where there is no git. */
  static final String NOT_INSTALLED = "git: not installed";

  private static final boolean INSTALLED = isRunnable();

  static boolean isInstalled() {
    return INSTALLED;
  }

  private static boolean isRunnable() {
    try {
      ChildProcess.run(new ProcessBuilder("git", "--version"));
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static GitRepository clone(Path bundle, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    GitRepository repository = new GitRepository(folder);
    repository.run("clone", "--quiet", "--bare", bundle.toAbsolutePath().toString(), ".");
    return repository;
  }

  static GitRepository create(Path folder, String... options)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    GitRepository repository = new GitRepository(folder);
    List<String> arguments =
        new ArrayList<>(List.of("init", "--quiet", "--initial-branch", "main"));
    arguments.addAll(List.of(options));
    repository.run(arguments.toArray(String[]::new));
    return repository;
  }

  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "gc.auto=0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "Writer");
      builder.environment().put("GIT_" + role + "_EMAIL", "writer@example.org");
    }
    return builder;
  }

  byte[] run(String... arguments) throws IOException, InterruptedException {
    return ChildProcess.run(command(arguments));
  }

  /** Merges files of the folder by line; how many conflicts there are. */
  int mergeFile(String ours, String base, String theirs) throws IOException, InterruptedException {
    ProcessBuilder builder = command("merge-file", "--diff3", "-p", "-q", ours, base, theirs);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  List<String> lines(String... arguments) throws IOException, InterruptedException {
    return new String(run(arguments), StandardCharsets.UTF_8).lines().toList();
  }

  /** Packs as tightly as git can. */
  void pack() throws IOException, InterruptedException {
    run("gc", "--quiet", "--aggressive", "--prune=now");
  }

  /** Bytes of all files below objects whose names end so. */
  long objectBytes(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += file.toString().endsWith(suffix) ? Files.size(file) : 0;
      }
      return sum;
    }
  }

  /** Objects of all commits on a file, oldest first, as git names them: COMMIT:FILE. */
  List<String> versions(String file) throws IOException, InterruptedException {
    return lines("log", "--first-parent", "--reverse", "--format=%H", "HEAD", "--", file).stream()
        .map(commit -> commit + ":" + file)
        .toList();
  }

  /** The file whose text at HEAD is this one; a history's only file where none is. */
  String fileWith(byte[] text) throws IOException, InterruptedException {
    List<String> files = lines("ls-tree", "-r", "--name-only", "-z", "HEAD");
    List<String> names = List.of(String.join("\n", files).split("\0", -1));
    for (String name : names) {
      if (!name.isEmpty() && java.util.Arrays.equals(run("show", "HEAD:" + name), text)) {
        return name;
      }
    }
    return names.get(0);
  }

  /** A git that answers for one object after another, without a new process for each. */
  Reader reader() throws IOException {
    return new Reader(ChildProcess.stoppedInTime(command("cat-file", "--batch")));
  }

  /** Reads objects from {@code git cat-file --batch}. */
  static final class Reader implements AutoCloseable {
    private final Process process;
    private final InputStream in;
    private final OutputStream out;

    private Reader(Process process) {
      this.process = process;
      this.in = new BufferedInputStream(process.getInputStream(), 65_536);
      this.out = new BufferedOutputStream(process.getOutputStream());
    }

    byte[] read(String object) throws IOException {
      out.write((object + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      StringBuilder header = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("git ended");
        }
        header.append((char) c);
      }
      int size = Integer.parseInt(header.substring(header.lastIndexOf(" ") + 1));
      byte[] content = in.readNBytes(size);
      in.skipNBytes(1);
      return content;
    }

    @Override
    public void close() throws IOException {
      out.close();
      process.destroy();
    }
  }
}

package prismq.t.script.versioning.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, on a free port of this machine only. */
record ServerProcess(Process process, int port) implements AutoCloseable {
  /** How the names of Java's own threads begin: compilers, garbage collection and the like. */
  private static final List<String> OF_JAVA = List.of("C1 ", "C2 ", "GC ", "VM ", "Sweeper");

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  static ServerProcess start(ProcessBuilder builder) throws IOException {
    Process process =
        ChildProcess.stoppedInTime(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    @Nullable String line;
    while ((line = out.readLine()) != null) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new ServerProcess(process, Integer.parseInt(address.group(1)));
      }
    }
    process.destroyForcibly();
    throw new IOException("the server ended before it listened: " + builder.command());
  }

  /**
   * Nanoseconds of CPU that all threads took but those by which Java compiles and collects garbage,
   * as Linux counts them.
   */
  long requestNanos() throws IOException {
    long sum = 0;
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
      for (Path thread : threads) {
        sum += nanos(thread);
      }
    }
    return sum;
  }

  private static long nanos(Path thread) throws IOException {
    try {
      String name = Files.readString(thread.resolve("comm"));
      if (OF_JAVA.stream().anyMatch(name::startsWith)) {
        return 0;
      }
      return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  /** Stops it as an administrator would, and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(20, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }
}

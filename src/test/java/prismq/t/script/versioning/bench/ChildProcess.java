package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Other programs; each is stopped by its own handle when its time is over. */
final class ChildProcess {
  private static final int MAX_SECONDS = 180;

  private ChildProcess() {}

  /**
   * Runs a program to its end.
   *
   * @return what it wrote
   * @throws IOException where it cannot be started, failed, or took more than three minutes
   */
  static byte[] run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile("bench", ".out");
    Path errors = Files.createTempFile("bench", ".err");
    try {
      Process process =
          stoppedInTime(builder.redirectOutput(out.toFile()).redirectError(errors.toFile()));
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(
            builder.command() + " ended with status " + status + ": " + Files.readString(errors));
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }

  /** Starts a program that will not outlive three minutes. */
  static Process stoppedInTime(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    CompletableFuture.delayedExecutor(MAX_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return process;
  }

  /**
   * A line of what Linux knows about a process, such as VmHWM, its largest resident memory.
   *
   * @return in bytes; 0 where the system does not tell
   */
  static long memory(Process process, String name) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      List<String> lines = Files.readAllLines(status, StandardCharsets.UTF_8);
      for (String line : lines) {
        if (line.startsWith(name + ":")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // Not Linux, or just ended.
    }
    return 0;
  }
}

package prismq.t.script.versioning.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, on a free port of this machine only. */
record ServerProcess(Process process, int port) implements AutoCloseable {
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

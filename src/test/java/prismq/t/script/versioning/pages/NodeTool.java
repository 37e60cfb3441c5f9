package prismq.t.script.versioning.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program of the front-end packages, as the build has installed them. */
public final class NodeTool {
  private NodeTool() {}

  /** Runs it in the folder static and gives what it prints; none if it finds nothing wrong. */
  public static String complaints(String name, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("node", "node_modules/.bin/" + name), arguments.stream()).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(Path.of("static").toFile()).redirectErrorStream(true);
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : said;
  }
}

package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real program: the jar in a process of its own, with a small heap.
 *
 * @param options of the Java machine, beyond those for a small machine
 */
record Jar(Path file, List<String> options) {
  /** How README says to run it on a small machine, with the heap that the goal for memory has. */
  static final List<String> SMALL = List.of("-Xmx256m", "-Xms24m", "-XX:+UseSerialGC");

  Jar(Path file) {
    this(file, List.of());
  }

  Jar with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Jar(file, more);
  }

  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(options);
    command.addAll(List.of("-jar", file.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Serves a data folder; returns when it listens. */
  ServerProcess serve(Path data, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(options));
    return ServerProcess.start(command(arguments.toArray(new String[0])));
  }
}

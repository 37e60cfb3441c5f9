package prismq.t.script.versioning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The program as a process of its own. */
final class Program {
  private Program() {}

  /** From the compiled classes, with these options of the Java machine. */
  static ProcessBuilder ofClasses(List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(options);
    Collections.addAll(all, "-cp", System.getProperty("java.class.path"), Main.class.getName());
    return java(all, arguments);
  }

  /** From the jar that was packaged. */
  static ProcessBuilder ofJar(String... arguments) {
    return java(List.of("-jar", System.getProperty("jar")), arguments);
  }

  private static ProcessBuilder java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    Collections.addAll(command, arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}

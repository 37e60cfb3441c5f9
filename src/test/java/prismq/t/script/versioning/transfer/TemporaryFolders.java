package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that work in progress keeps where the system has such folders. */
public final class TemporaryFolders {
  private TemporaryFolders() {}

  /** Those of this process, in order: another one may be at work in the same place. */
  public static List<Path> ofThisProcess() throws IOException {
    String name = "script-versioning-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith(name)).sorted().toList();
    }
  }
}

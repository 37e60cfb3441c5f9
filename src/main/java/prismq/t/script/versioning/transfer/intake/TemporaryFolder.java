package prismq.t.script.versioning.transfer.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes when the work is done, also when it is interrupted. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread atExit = new Thread(this::delete);

  public TemporaryFolder() throws IOException {
    this.path = Files.createTempDirectory("script-versioning-");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook does it.
      return;
    }
    delete();
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.getLogger(TemporaryFolder.class.getName())
          .log(System.Logger.Level.WARNING, "The temporary folder {0} was left", path);
    }
  }
}

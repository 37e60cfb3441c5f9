package prismq.t.script.versioning.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is deleted when the work is done or interrupted. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread atExit = new Thread(this::delete);

  /** Creates it in the system's temporary folder, named after the process. */
  public TemporaryFolder() throws IOException {
    this(Files.createTempDirectory("script-versioning-" + ProcessHandle.current().pid() + "-"));
  }

  private TemporaryFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Creates it in a folder, so that its contents can be moved there atomically. */
  public static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(parent, ".script-versioning-"));
  }

  public Path path() {
    return path;
  }

  /** The bytes it may hold without filling the disk for others; 0 for none. */
  public long room() throws IOException {
    return DiskRoom.of(path);
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

package prismq.t.script.versioning.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether a command can create its output, before it begins, and creates files whole. */
public final class NewFile {
  private NewFile() {}

  /** Writes a file. */
  public interface Maker<T> {
    /** Writes the file of this name, which does not exist; the result is up to the caller. */
    T make(Path file) throws IOException;
  }

  /**
   * Creates a file beside its place and moves it there, so that a file of the wanted name is always
   * whole, and on disk.
   *
   * @throws NotWrittenException where it exists already, or its folder cannot be written
   */
  public static <T> T create(Path target, Maker<T> maker) throws IOException {
    checkFree(target);
    checkFolder(target);
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    try {
      T made = maker.make(partial);
      force(partial);
      move(partial, target);
      return made;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target);
    } catch (FileAlreadyExistsException e) {
      throw exists(target, e);
    }
  }

  /** Has the operating system write a file to the disk. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Checks the place of a new file.
   *
   * @throws NotWrittenException where that is a folder, or its folder cannot be written
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new NotWrittenException(file + " is a folder. Nothing was written; name a file in it.");
    }
    checkFolder(file);
  }

  /**
   * Checks the folder of a new file or folder.
   *
   * @throws NotWrittenException where it does not exist or cannot be written
   */
  public static void checkFolder(Path wanted) {
    @Nullable Path folder = wanted.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new NotWrittenException(
          "The folder of " + wanted + " does not exist or cannot be written. Nothing was written.");
    }
  }

  /**
   * Checks that nothing has the name of a new file.
   *
   * @throws NotWrittenException where something has
   */
  public static void checkFree(Path target) {
    if (Files.exists(target)) {
      throw exists(target, null);
    }
  }

  /**
   * Checks that nothing has the name of a new folder, or an empty folder, which can be filled.
   *
   * @throws NotWrittenException where something else has
   */
  public static void checkFreeFolder(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      checkFree(target);
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new NotWrittenException(
            target + " is not empty. Nothing was written; choose another name.");
      }
    }
  }

  /** What is thrown where something has the name of a new file. */
  public static NotWrittenException exists(Path target, @Nullable Exception cause) {
    return new NotWrittenException(
        target + " exists already. Nothing was written; choose another name.", cause);
  }
}

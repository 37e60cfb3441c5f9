package prismq.t.script.versioning.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.PrivateFiles;

/**
 * Held by whoever makes the index, so that two do not do the same work, and others can tell whether
 * somebody does. The system gives it up for a process that died. Safe for use by several threads.
 */
public final class IndexLock {
  private static final String FILE_NAME = "script-versioning.index-lock";

  /** The byte that only those who want to make the index lock. */
  private static final long MUTEX = 0;

  /**
   * The byte that tells others, who lock it for a moment to see whether they can. It is not the
   * mutex, so that they are never taken for somebody who makes the index.
   */
  private static final long SIGN = 1;

  /** Held in this process; the system knows locks of processes only. */
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path file;

  /** The lock of the database in this file. */
  public IndexLock(Path database) {
    this.file = database.toAbsolutePath().normalize().resolveSibling(FILE_NAME);
  }

  /** A lock that is held until it is closed. */
  public final class HeldLock implements AutoCloseable {
    private final FileChannel channel;

    private HeldLock(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      synchronized (HELD_HERE) {
        HELD_HERE.remove(file);
        try {
          channel.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Takes the lock; empty if somebody has it. */
  public Optional<HeldLock> tryHold() {
    synchronized (HELD_HERE) {
      // Closing a second channel of this process would give up the locks of the first one.
      if (HELD_HERE.contains(file)) {
        return Optional.empty();
      }
      try {
        if (Files.notExists(file)) {
          PrivateFiles.createFile(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        @Nullable FileLock mutex = channel.tryLock(MUTEX, 1, false);
        if (mutex == null) {
          channel.close();
          return Optional.empty();
        }
        channel.lock(SIGN, 1, false);
        HELD_HERE.add(file);
        return Optional.of(new HeldLock(channel));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether somebody makes the index now, in whatever process. */
  public boolean isHeld() {
    synchronized (HELD_HERE) {
      if (HELD_HERE.contains(file)) {
        return true;
      }
      if (!Files.isWritable(file)) {
        return false; // Nobody has made it here yet, or nobody can.
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return channel.tryLock(SIGN, 1, false) == null;
      } catch (IOException e) {
        return false;
      }
    }
  }
}

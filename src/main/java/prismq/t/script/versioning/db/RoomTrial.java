package prismq.t.script.versioning.db;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds out whether a full disk has room again, by writing what a small version takes and deleting
 * it. Only a write that ends tells: what is rolled back never reaches the disk.
 */
final class RoomTrial {
  private static final int BYTES = 64 * 1024;
  private static final long PAUSE_NANOSECONDS = 1_000_000_000;

  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** Tries it, at most once a second; whoever asks more often gets what was found last. */
  void run(Database database) {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due < 0 || !next.compareAndSet(due, now + PAUSE_NANOSECONDS)) {
      return;
    }
    database.write(
        handle -> {
          handle.execute("DROP TABLE IF EXISTS room_trial");
          handle.execute("CREATE TABLE room_trial (bytes BLOB NOT NULL)");
          return handle.execute("INSERT INTO room_trial VALUES (zeroblob(?))", BYTES);
        });
    database.write(handle -> handle.execute("DROP TABLE room_trial"));
  }
}

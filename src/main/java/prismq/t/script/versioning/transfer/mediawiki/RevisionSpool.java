package prismq.t.script.versioning.transfer.mediawiki;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.TemporaryFolder;

/** Revisions on the disk that are to be put in order, of which one at a time is in memory. */
final class RevisionSpool implements AutoCloseable {
  private static final long MAX_BYTES = 4L << 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TemporaryFolder folder = new TemporaryFolder();
  private final RandomAccessFile file;
  private final long most;
  private final List<Entry> entries = new ArrayList<>();
  private long bytes;
  private boolean isFull;

  /** Where a revision is, and what tells its order. */
  private record Entry(long offset, int length, @Nullable Instant time, long revision) {}

  RevisionSpool() throws IOException {
    this.file = new RandomAccessFile(folder.path().resolve("revisions").toFile(), "rw");
    this.most = Math.min(MAX_BYTES, folder.room());
  }

  /** Adds a revision, if it is not full. */
  void add(Revision revision) throws IOException {
    byte[] json = JSON.writeValueAsBytes(revision);
    isFull |= bytes + json.length > most;
    if (!isFull) {
      file.write(json);
      entries.add(new Entry(bytes, json.length, revision.time(), revision.number()));
      bytes += json.length;
    }
  }

  /** Whether there was no room for all. */
  boolean isFull() {
    return isFull;
  }

  /** Reads them by time and number, or backwards where not all have a time. */
  void forEachOldestFirst(Consumer<Revision> consumer) throws IOException {
    List<Entry> backwards =
        IntStream.range(0, entries.size())
            .mapToObj(i -> entries.get(entries.size() - 1 - i))
            .toList();
    boolean haveTimes = backwards.stream().allMatch(entry -> entry.time != null);
    List<Entry> ordered =
        haveTimes
            ? backwards.stream()
                .sorted(Comparator.comparing(Entry::time).thenComparing(Entry::revision))
                .toList()
            : backwards;
    for (Entry entry : ordered) {
      byte[] json = new byte[entry.length];
      file.seek(entry.offset);
      file.readFully(json);
      consumer.accept(JSON.readValue(json, Revision.class));
    }
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      file.close();
    }
  }
}

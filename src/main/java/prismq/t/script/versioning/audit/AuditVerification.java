package prismq.t.script.versioning.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.BrokenSaltsException;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;

/** Checks that the audit log is as it was written. */
public final class AuditVerification {
  private static final int MOST_TOLD = 20;

  private final AuditStore store = new AuditStore();
  private final Database database;

  /** Checks that of this database. */
  public AuditVerification(Database database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param entries number of entries
   * @param lastHash the hash of the last; null if there is none
   * @param problems a line each
   */
  public record CheckedLog(long entries, @Nullable ContentHash lastHash, List<String> problems) {
    /** The report in one line. */
    public String summary() {
      return "audit log: "
          + entries
          + (entries == 1 ? " entry" : " entries")
          + (lastHash == null ? "" : ", the last has the hash " + lastHash.hex());
    }
  }

  /** Checks everything. */
  public CheckedLog run() {
    return database.read(this::check);
  }

  private CheckedLog check(Handle handle) {
    Chain chain = new Chain();
    try (Stream<AuditEntry> entries = store.all(handle)) {
      entries.forEach(chain::add);
    }
    Optional<AuditStore.End> end = store.end(handle);
    long last = end.map(AuditStore.End::number).orElse(0L);
    if (last != chain.number) {
      chain.problem("its end is entry " + chain.number + " instead of " + last);
    } else if (end.isPresent() && !Objects.equals(end.get().hash(), chain.hash)) {
      chain.problem("its end has another hash than its last entry");
    }
    return new CheckedLog(chain.count, chain.hash, chain.problems);
  }

  /** Goes through the entries, oldest first. */
  private static final class Chain {
    private final List<String> problems = new ArrayList<>();
    private long number;
    private long count;
    private @Nullable ContentHash hash;

    void add(AuditEntry entry) {
      boolean follows = entry.number() == number + 1;
      if (!follows) {
        String missing =
            entry.number() == number + 2
                ? "entry " + (number + 1) + " is missing"
                : "entries " + (number + 1) + " to " + (entry.number() - 1) + " are missing";
        problem(missing);
      }
      try {
        if (follows && !entry.expectedHash(hash).equals(entry.hash())) {
          problem("entry " + entry.number() + " is not as it was written");
        }
        if (entry.isAddressForgotten() && entry.address() != null) {
          problem("entry " + entry.number() + " has an address again, which was forgotten");
        }
      } catch (BrokenSaltsException e) {
        problem("the salts of entry " + entry.number() + " are damaged");
      }
      number = entry.number();
      hash = entry.hash();
      count++;
    }

    private void problem(String what) {
      if (problems.size() < MOST_TOLD) {
        problems.add("audit log: " + what);
      } else if (problems.size() == MOST_TOLD) {
        problems.add("audit log: and more");
      }
    }
  }
}

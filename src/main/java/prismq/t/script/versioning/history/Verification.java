package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.OneLine;

/** Checks all histories and names everything that is not as it was saved. */
public final class Verification {
  /** Number of hexadecimal digits of a hash. */
  public static final int HASH_DIGITS = 64;

  private final Database database;
  private final Supplier<HistoryCheck> checks;
  private final ScriptStore scripts = new ScriptStore();
  private final BranchStore branches = new BranchStore();
  private final VersionStore versions = new VersionStore();
  private final ContentStore contents = new ContentStore();

  /**
   * Reads from this database.
   *
   * @param checks creates further checks for each run
   */
  public Verification(Database database, Supplier<HistoryCheck> checks) {
    this.database = database;
    this.checks = checks;
  }

  /**
   * A problem that was found.
   *
   * @param scriptId null if it is about the file itself
   * @param versionNumber null if it is about the script as a whole
   */
  public record Finding(@Nullable String scriptId, @Nullable Integer versionNumber, String what) {
    /** The problem in one line. */
    public String line() {
      return (scriptId == null ? "database" : scriptId)
          + (versionNumber == null ? "" : " version " + versionNumber)
          + ": "
          + what;
    }
  }

  /** What was checked, and the problems found. */
  public record Findings(int scripts, int versions, List<Finding> problems) {
    /** The report in one line. */
    public String summary() {
      return scripts
          + (scripts == 1 ? " script, " : " scripts, ")
          + versions
          + (versions == 1 ? " version: " : " versions: ")
          + (problems.isEmpty()
              ? "everything is as it was saved."
              : problems.size() + (problems.size() == 1 ? " problem." : " problems."));
    }
  }

  /** Checks everything; takes about as long as reading every version once. */
  public Findings run() {
    List<Finding> problems = new ArrayList<>();
    for (String what : database.integrityProblems()) {
      problems.add(new Finding(null, null, what));
    }
    HistoryCheck check = checks.get();
    List<ScriptRow> all = database.read(scripts::all);
    int count = 0;
    for (ScriptRow script : all) {
      try {
        count += database.read(handle -> verify(handle, check, script, problems));
      } catch (JdbiException e) {
        problems.add(
            new Finding(script.script().scriptId(), null, "cannot be read: " + OneLine.of(e)));
      }
    }
    return new Findings(all.size(), count, problems);
  }

  /**
   * The versions of all scripts whose hash begins with these digits, at most {@code limit}.
   *
   * @param digits 1 to 64 hexadecimal digits
   */
  public List<Version> withHash(String digits, int limit) {
    byte[] least = HexFormat.of().parseHex(digits + "0".repeat(HASH_DIGITS - digits.length()));
    byte[] greatest = HexFormat.of().parseHex(digits + "f".repeat(HASH_DIGITS - digits.length()));
    return database.read(
        handle ->
            versions.changesByHash(handle, least, greatest, limit).stream()
                .map(ChangeEntry::version)
                .toList());
  }

  /** Checks a version and all its ancestors. */
  public Findings run(Version last) {
    List<Finding> problems = new ArrayList<>();
    int count =
        database.read(
            handle ->
                verifyChain(
                    handle,
                    scripts.required(handle, last.scriptId()),
                    last.versionNumber(),
                    problems));
    return new Findings(1, count, problems);
  }

  private int verifyChain(Handle handle, ScriptRow script, int last, List<Finding> problems) {
    String scriptId = script.script().scriptId();
    BitSet chain = versions.graph(handle, script).ancestors(last);
    BitSet missing = (BitSet) chain.clone();
    Map<Integer, ContentHash> hashes = new HashMap<>();
    try (Stream<RecordedVersion> rows = versions.recorded(handle, script)) {
      rows.takeWhile(row -> row.version().versionNumber() <= last)
          .filter(row -> chain.get(row.version().versionNumber()))
          .forEach(
              row -> {
                int number = row.version().versionNumber();
                missing.clear(number);
                hashes.put(number, row.version().versionHash());
                List<String> found = new ArrayList<>();
                checkedText(handle, script, row.version(), found);
                found.addAll(hashProblems(row, hashes));
                found.forEach(what -> problems.add(new Finding(scriptId, number, what)));
              });
    }
    missing.stream().forEach(n -> problems.add(new Finding(scriptId, n, "is missing")));
    return chain.cardinality();
  }

  private int verify(Handle handle, HistoryCheck check, ScriptRow script, List<Finding> problems) {
    String scriptId = script.script().scriptId();
    Map<Integer, ContentHash> hashes = new HashMap<>();
    Map<Integer, Integer> heads = new HashMap<>();
    Set<Integer> missing = new TreeSet<>();
    HistoryCheck.OfScript made = check.begin(handle, script.script());
    try (Stream<RecordedVersion> rows = versions.recorded(handle, script)) {
      rows.forEach(
          row -> {
            int number = row.version().versionNumber();
            for (int n = hashes.size() + missing.size() + 1; n < number; n++) {
              missing.add(n);
            }
            hashes.put(number, row.version().versionHash());
            heads.put(row.version().branchNumber(), number);
            List<String> found = new ArrayList<>();
            ScriptText text = checkedText(handle, script, row.version(), found);
            found.addAll(hashProblems(row, hashes));
            found.forEach(what -> problems.add(new Finding(scriptId, number, what)));
            made.check(row.version(), text);
          });
    }
    for (int n = hashes.size() + missing.size() + 1; n <= script.script().latestVersion(); n++) {
      missing.add(n);
    }
    missing.forEach(n -> problems.add(new Finding(scriptId, n, "is missing")));
    for (Branch branch : branches.list(handle, script)) {
      Integer head = heads.getOrDefault(branch.branchNumber(), branch.originVersion());
      if (branch.headVersion() == null ? head != null : !branch.headVersion().equals(head)) {
        problems.add(
            new Finding(
                scriptId,
                null,
                "the branch "
                    + branch.name()
                    + " has its head at version "
                    + branch.headVersion()
                    + " instead of "
                    + head));
      }
    }
    made.problems().forEach(what -> problems.add(new Finding(scriptId, null, what)));
    return hashes.size();
  }

  /** The text of a version; null if it cannot be read. */
  private @Nullable ScriptText checkedText(
      Handle handle, ScriptRow script, Version version, List<String> problems) {
    try {
      ScriptText text = contents.read(handle, script, version.versionNumber());
      if (text.sizeBytes() != version.sizeBytes() || !text.mayHaveLines(version.lines())) {
        problems.add("its size or its number of lines is not that of its text");
      }
      return text;
    } catch (DamagedVersionException e) {
      problems.add(e.what().text());
    } catch (NotTextException e) {
      problems.add("its content is not a text");
    }
    return null;
  }

  private static List<String> hashProblems(
      RecordedVersion recorded, Map<Integer, ContentHash> hashes) {
    Version version = recorded.version();
    return VersionHashCheck.problems(
        recorded, hashes.get(version.parentVersion()), hashes.get(version.mergeParentVersion()));
  }
}

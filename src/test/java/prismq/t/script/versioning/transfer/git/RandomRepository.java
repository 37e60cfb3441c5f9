package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.walk.FileChange;

/**
 * A repository that grows at random, and the history of its one text as it has to come in: worked
 * out commit by commit, with all ancestors of each, from what the test itself did to the text.
 */
final class RandomRepository implements AutoCloseable {
  private final TestRepository repository;
  private final Random random;
  private final Kind kind;
  private final Map<String, Commit> branches = new TreeMap<>();
  private final List<Commit> commits = new ArrayList<>();
  private final Map<String, Expected> versions = new LinkedHashMap<>();
  private int names;

  /** A version that has to come in, by its source key; the parents too. */
  record Expected(String text, List<String> parents, Set<String> ancestors) {}

  /** What happens in the repository beside changes, reverts and merges. */
  enum Kind {
    /**
     * Nothing, and merges keep what the newer side has: git itself can be asked for the history.
     */
    PLAIN,
    /** The text is renamed. */
    RENAMES,
    /**
     * The text is deleted and comes back. Not together with renames: what a text was called that
     * was renamed and then deleted cannot be known from where it came back under another name.
     */
    DELETIONS
  }

  /**
   * A commit.
   *
   * @param text null where it does not have the file
   * @param version the source key of the newest version here
   */
  private record Commit(ObjectId id, String path, @Nullable String text, @Nullable String version) {
    private boolean hasSameFileAs(String otherPath, String otherText) {
      return path.equals(otherPath) && otherText.equals(text);
    }
  }

  /** Begins it. */
  RandomRepository(Path path, long seed, Kind kind) throws IOException {
    this.repository = new TestRepository(path);
    this.random = Seeds.random(seed);
    this.kind = kind;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      lines.add("line " + i + " has words of its own " + random.nextInt());
    }
    commit("main", List.of(), "s0.md", String.join("\n", lines));
  }

  Path path() {
    return repository.path();
  }

  /** What the text is called at HEAD. */
  String file() {
    return branch("main").path;
  }

  Map<String, Expected> versions() {
    return versions;
  }

  private Commit branch(String name) {
    return Objects.requireNonNull(branches.get(name));
  }

  /** Makes so many commits more, the last of them one that has the text on main. */
  void grow(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      step();
    }
    Commit main = branch("main");
    if (main.text == null) {
      commit("main", List.of(main), main.path, "begun again " + random.nextInt());
    }
    repository.moveTo(branch("main").id);
  }

  private void step() throws IOException {
    List<String> all = new ArrayList<>(branches.keySet());
    String name = all.get(random.nextInt(all.size()));
    Commit tip = branch(name);
    int dice = random.nextInt(100);
    if (dice < 15 && all.size() < 5) {
      Commit from = random.nextInt(4) == 0 ? commits.get(random.nextInt(commits.size())) : tip;
      branches.put("branch" + names, from);
      repository.branch("branch" + names++, from.id);
    } else if (dice < 40 && all.size() > 1) {
      merge(name, all);
    } else if (dice < 45 && !name.equals("main")) {
      branches.remove(name);
      repository.deleteBranch(name);
    } else if (dice < 52) {
      commit(name, List.of(tip), tip.path, tip.text);
    } else if (tip.text == null) {
      commit(name, List.of(tip), tip.path, old() + "\nback " + random.nextInt());
    } else if (dice < 58 && kind == Kind.RENAMES) {
      commit(name, List.of(tip), "s" + ++names + ".md", tip.text);
    } else if (dice < 62 && kind == Kind.DELETIONS) {
      commit(name, List.of(tip), tip.path, null);
    } else if (dice < 68) {
      commit(name, List.of(tip), tip.path, old());
    } else {
      commit(name, List.of(tip), tip.path, edited(tip.text));
    }
  }

  private String old() {
    List<Commit> withText = commits.stream().filter(commit -> commit.text != null).toList();
    return String.valueOf(withText.get(random.nextInt(withText.size())).text);
  }

  private String edited(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n")));
    lines.set(random.nextInt(lines.size()), "edited " + random.nextInt());
    return String.join("\n", lines);
  }

  private void merge(String into, List<String> all) throws IOException {
    List<Commit> parents = new ArrayList<>(List.of(branch(into)));
    List<String> others = new ArrayList<>(all);
    others.remove(into);
    Collections.shuffle(others, random);
    int count = random.nextInt(6) == 0 ? 2 : 1;
    for (String other : others.subList(0, Math.min(count, others.size()))) {
      if (parents.stream().noneMatch(parent -> parent.id.equals(branch(other).id))) {
        parents.add(branch(other));
      }
    }
    if (parents.size() < 2) {
      return;
    }
    List<Commit> newest = distinct(parents);
    Commit taken =
        kind == Kind.PLAIN || random.nextInt(3) > 0
            ? newest.get(random.nextInt(newest.size()))
            : parents.get(random.nextInt(parents.size()));
    @Nullable String text = taken.text;
    boolean changes = random.nextInt(3) == 0;
    commit(into, parents, taken.path, changes && text != null ? edited(text) : text);
    if (random.nextInt(3) == 0 && !others.get(0).equals("main")) {
      branches.remove(others.get(0));
      repository.deleteBranch(others.get(0));
    }
  }

  private void commit(String name, List<Commit> parents, String path, @Nullable String text)
      throws IOException {
    if (parents.isEmpty()) {
      repository.startAnew();
    } else {
      repository.moveTo(parents.get(0).id);
      repository.remove(parents.get(0).path);
    }
    repository.write("other.md", "other " + random.nextInt());
    if (text != null) {
      repository.write(path, text);
    }
    ObjectId id =
        repository.merge(
            parents.size() > 1 ? "Merge branch 'gone" + commits.size() % 7 + "'" : "Commit",
            parents.stream().skip(1).map(parent -> parent.id).toArray(ObjectId[]::new));
    Commit made = new Commit(id, path, text, version(id, parents, path, text));
    commits.add(made);
    branches.put(name, made);
    repository.branch(name, id);
    if (!name.equals("main") && branches.containsKey("main")) {
      repository.branch("main", branch("main").id);
    }
  }

  /** Parents that have versions which no other parent has all of. */
  private List<Commit> distinct(List<Commit> parents) {
    List<Commit> distinct = new ArrayList<>();
    Set<@Nullable String> seen = new HashSet<>();
    for (Commit parent : parents) {
      boolean older =
          parents.stream()
              .filter(other -> other.version != null && !other.version.equals(parent.version))
              .anyMatch(other -> ancestors(other.version).contains(parent.version));
      if (parent.version != null && !older && seen.add(parent.version)) {
        distinct.add(parent);
      }
    }
    return distinct;
  }

  private Set<String> ancestors(@Nullable String version) {
    Expected expected = versions.get(version);
    return expected == null ? Set.of() : expected.ancestors;
  }

  private @Nullable String version(
      ObjectId id, List<Commit> parents, String path, @Nullable String text) {
    List<Commit> distinct = distinct(parents);
    if (text == null) {
      return distinct.isEmpty() ? null : distinct.get(0).version;
    }
    if (distinct.size() == 1) {
      String only = String.valueOf(distinct.get(0).version);
      if (parents.stream()
          .anyMatch(parent -> only.equals(parent.version) && parent.hasSameFileAs(path, text))) {
        return only;
      }
    }
    String key = ImportedHistory.key(FileChange.key(id, FilePath.of(path)));
    Set<String> ancestors = new HashSet<>(Set.of(key));
    distinct.forEach(parent -> ancestors.addAll(ancestors(parent.version)));
    versions.put(
        key,
        new Expected(
            text,
            distinct.stream().map(parent -> String.valueOf(parent.version)).toList(),
            ancestors));
    return key;
  }

  /** The versions that are still there: commits that no branch leads to are not. */
  Set<String> reachable(Iterable<ObjectId> commitsThere) {
    Set<String> keys = new HashSet<>();
    Map<String, String> byStart = new TreeMap<>();
    versions.keySet().forEach(key -> byStart.put(key.substring(0, 24), key));
    for (ObjectId commit : commitsThere) {
      @Nullable String key = byStart.get(commit.name().substring(0, 24));
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Tags those of these commits that have the file; the version that each tag has to label. */
  Map<String, String> tag(Set<ObjectId> commitsThere) throws IOException {
    Map<String, String> labelled = new TreeMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Commit commit : commits) {
      boolean hasFile = commit.text != null && commit.version != null;
      // More tags do not become labels of one version.
      if (hasFile
          && commitsThere.contains(commit.id)
          && counts.merge(commit.version, 1, Integer::sum) <= 20) {
        repository.tag(commit.id.name(), commit.id);
        labelled.put(commit.id.name(), commit.version);
      }
    }
    return labelled;
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Override
  public void close() {
    repository.close();
  }
}

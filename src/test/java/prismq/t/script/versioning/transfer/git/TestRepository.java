package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.treewalk.TreeWalk;
import prismq.t.script.versioning.transfer.git.format.LocalSettings;

/**
 * A bare repository whose main branch grows by one commit a call; each file is one object. Other
 * branches are made of it by moving it to and fro.
 */
public final class TestRepository implements AutoCloseable {
  private static final Instant START = Instant.parse("2024-03-01T08:00:00Z");

  private final Path path;
  private final Repository repository;
  private final Map<String, Entry> files = new TreeMap<>();
  private final Map<ObjectId, Map<String, Entry>> filesByCommit = new HashMap<>();
  private ObjectId head = ObjectId.zeroId();
  private int commits;

  private record Entry(FileMode mode, ObjectId blob) {}

  /** Makes it in a new folder. */
  public TestRepository(Path path) throws IOException {
    LocalSettings.install();
    this.path = path;
    this.repository = new FileRepository(path.toFile());
    this.repository.create(true);
    this.repository.updateRef(Constants.HEAD, true).link("refs/heads/main");
  }

  Path path() {
    return path;
  }

  ObjectId head() {
    return head;
  }

  /** Puts a text under this name into the next commit. */
  public TestRepository write(String file, String text) throws IOException {
    return write(file, text.getBytes(UTF_8));
  }

  /** Puts these bytes under this name into the next commit. */
  public TestRepository write(String file, byte[] content) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      files.put(
          file, new Entry(FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, content)));
      inserter.flush();
    }
    return this;
  }

  TestRepository link(String file, String target) throws IOException {
    write(file, target);
    Entry written = files.get(file);
    if (written != null) {
      files.put(file, new Entry(FileMode.SYMLINK, written.blob));
    }
    return this;
  }

  TestRepository remove(String file) {
    files.remove(file);
    return this;
  }

  TestRepository rename(String from, String to) {
    Entry entry = files.remove(from);
    if (entry != null) {
      files.put(to, entry);
    }
    return this;
  }

  /** Commits what was written. */
  public ObjectId commit(String message) throws IOException {
    return merge(message);
  }

  /** Commits with further parents. */
  ObjectId merge(String message, ObjectId... others) throws IOException {
    Instant time = START.plusSeconds(60L * commits);
    return commit(message, "Script editor", "ada@example.org", time, others);
  }

  ObjectId commit(String message, String author, String email, Instant time, ObjectId... others)
      throws IOException {
    commits++;
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(inserter, ""));
      PersonIdent person = new PersonIdent(author, email, time, ZoneOffset.UTC);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setMessage(message);
      if (!head.equals(ObjectId.zeroId())) {
        commit.addParentId(head);
      }
      Arrays.asList(others).forEach(commit::addParentId);
      head = inserter.insert(commit);
      inserter.flush();
    }
    filesByCommit.put(head, Map.copyOf(files));
    moveTo(head);
    return head;
  }

  /** Has the next commit be without a parent and without files. */
  void startAnew() {
    head = ObjectId.zeroId();
    files.clear();
  }

  /** Has the next commit made on this one, with its files. */
  void moveTo(ObjectId commit) throws IOException {
    head = commit;
    files.clear();
    files.putAll(filesByCommit.getOrDefault(commit, Map.of()));
    branch("main", commit);
  }

  /** Has a branch lead to a commit. */
  void branch(String name, ObjectId commit) throws IOException {
    lead(Constants.R_HEADS + name, commit);
  }

  /** Puts a tag without a text of its own on a commit. */
  void tag(String name, ObjectId commit) throws IOException {
    lead(Constants.R_TAGS + name, commit);
  }

  private void lead(String ref, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  void deleteBranch(String name) throws IOException {
    RefUpdate update = repository.updateRef(Constants.R_HEADS + name);
    update.setForceUpdate(true);
    update.delete();
  }

  private ObjectId tree(ObjectInserter inserter, String prefix) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      if (!file.getKey().startsWith(prefix)) {
        continue;
      }
      String rest = file.getKey().substring(prefix.length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        entries.put(rest, file.getValue());
      } else if (!entries.containsKey(rest.substring(0, slash + 1))) {
        String folder = rest.substring(0, slash + 1);
        entries.put(folder, new Entry(FileMode.TREE, tree(inserter, prefix + folder)));
      }
    }
    TreeFormatter tree = new TreeFormatter();
    // With its slash, a folder's name stands where git wants it.
    entries.forEach(
        (name, entry) ->
            tree.append(
                name.endsWith("/") ? name.substring(0, name.length() - 1) : name,
                entry.mode,
                entry.blob));
    return inserter.insert(tree);
  }

  /** What the repository holds under a path at a commit, as git gives it. */
  byte[] content(AnyObjectId commit, String file) throws IOException {
    try (TreeWalk walk =
        TreeWalk.forPath(repository, file, repository.parseCommit(commit).getTree())) {
      return repository.open(walk.getObjectId(0)).getBytes();
    }
  }

  /** Takes the text of a file at HEAD away. */
  void lose(String file) throws IOException {
    Entry entry = files.get(file);
    if (entry != null) {
      lose(entry.blob);
    }
  }

  void lose(ObjectId object) throws IOException {
    String name = object.name();
    Files.delete(path.resolve("objects").resolve(name.substring(0, 2)).resolve(name.substring(2)));
  }

  /** Takes away what lists the files of a commit. */
  void loseTree(ObjectId commit) throws IOException {
    lose(repository.parseCommit(commit).getTree().copy());
  }

  /** Writes all of it into a bundle. */
  public void bundleTo(Path file) throws IOException {
    BundleWriter bundle = new BundleWriter(repository);
    bundle.include(Constants.HEAD, head);
    for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      bundle.include(branch.getName(), branch.getObjectId());
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      bundle.writeBundle(NullProgressMonitor.INSTANCE, out);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}

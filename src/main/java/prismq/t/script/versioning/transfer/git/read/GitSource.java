package prismq.t.script.versioning.transfer.git.read;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.format.LocalSettings;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** A git history that is read: a working copy, a bare repository or a bundle. */
public final class GitSource implements AutoCloseable {
  private static final String BRANCHES = "refs/heads/";
  private static final String FETCHED = "refs/fetched/head";
  private static final List<String> USUAL_BRANCHES =
      List.of("HEAD", "refs/heads/main", "refs/heads/master");

  private final Repository repository;
  private final ObjectId head;
  private final List<Ref> tags;
  private final @Nullable TemporaryFolder temporary;

  /** What a bundle has beside its branches. */
  private record Fetched(ObjectId head, List<Ref> tags) {}

  private GitSource(
      Repository repository, ObjectId head, List<Ref> tags, @Nullable TemporaryFolder temporary) {
    this.repository = repository;
    this.head = head;
    this.tags = tags;
    this.temporary = temporary;
  }

  /**
   * Opens it.
   *
   * @throws ImportException if there is no git history, or nothing in it
   */
  public static GitSource open(Path path) throws IOException {
    LocalSettings.install();
    if (!Files.exists(path)) {
      throw new ImportException("There is no " + path + ". Nothing was imported.");
    }
    return Files.isDirectory(path) ? openRepository(path) : openBundle(path);
  }

  private static GitSource openRepository(Path path) throws IOException {
    File folder = path.toAbsolutePath().normalize().toFile();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    if (folder.getParentFile() != null) {
      // A plain folder inside of somebody's repository is not that repository.
      builder.addCeilingDirectory(folder.getParentFile());
    }
    builder.findGitDir(folder);
    if (builder.getGitDir() == null) {
      throw new ImportException(
          path + " is no git repository: give a working copy, a bare repository or a bundle.");
    }
    Repository repository = builder.setMustExist(true).build();
    try {
      ObjectId head = repository.resolve("HEAD");
      if (head == null) {
        throw new ImportException(path + " has no commit at HEAD. Nothing was imported.");
      }
      return new GitSource(
          repository, head, repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS), null);
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static GitSource openBundle(Path bundle) throws IOException {
    TemporaryFolder temporary = new TemporaryFolder();
    try {
      Repository repository =
          new FileRepositoryBuilder().setGitDir(temporary.path().toFile()).setBare().build();
      repository.create(true);
      // Maintenance would go on in the background, after the folder was deleted.
      repository.getConfig().setInt("gc", null, "auto", 0);
      repository.getConfig().setBoolean("gc", null, "autoDetach", false);
      try {
        Fetched fetched = fetch(repository, bundle);
        return new GitSource(repository, fetched.head, fetched.tags, temporary);
      } catch (IOException | RuntimeException e) {
        repository.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  private static Fetched fetch(Repository repository, Path bundle) throws IOException {
    Collection<Ref> refs;
    try (Transport transport = Transport.open(repository, new URIish(bundle.toUri().toString()))) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      refs = refs(transport);
      List<String> names = refs.stream().map(Ref::getName).toList();
      String branch = branch(names, bundle);
      List<RefSpec> wanted =
          new ArrayList<>(
              List.of(
                  new RefSpec("+" + branch + ":" + FETCHED),
                  new RefSpec("+" + BRANCHES + "*:" + BRANCHES + "*")));
      if (names.contains(CommitNote.REF)) {
        wanted.add(new RefSpec("+" + CommitNote.REF + ":" + CommitNote.REF));
      }
      transport.fetch(NullProgressMonitor.INSTANCE, wanted);
    } catch (NotSupportedException
        | TransportException
        | URISyntaxException
        | JGitInternalException e) {
      throw new ImportException(
          bundle
              + " cannot be read as a git bundle: "
              + String.valueOf(e.getMessage()).replaceAll("^file:\\S+: |[.\\s]+$", "")
              + ". Nothing was imported; have it made anew, with all that its branches need: git"
              + " bundle create FILE HEAD --branches --tags",
          e);
    }
    ObjectId head = repository.resolve(FETCHED);
    if (head == null) {
      throw new ImportException(bundle + " has no commits. Nothing was imported.");
    }
    // What they point to was read with the rest; a broken one must not stop the others.
    return new Fetched(head, tags(refs));
  }

  private static Collection<Ref> refs(Transport transport) throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      return connection.getRefs();
    }
  }

  private static List<Ref> tags(Collection<Ref> refs) {
    return refs.stream().filter(ref -> ref.getName().startsWith(Constants.R_TAGS)).toList();
  }

  private static String branch(Collection<String> names, Path bundle) {
    List<String> heads = names.stream().filter(name -> name.startsWith(BRANCHES)).toList();
    return USUAL_BRANCHES.stream()
        .filter(names::contains)
        .findFirst()
        .or(() -> heads.size() == 1 ? heads.stream().findFirst() : java.util.Optional.empty())
        .orElseThrow(
            () ->
                new ImportException(
                    bundle
                        + " does not say which branch is meant; it has "
                        + String.join(", ", names)
                        + ". Make it again with HEAD in it: git bundle create FILE HEAD"));
  }

  public Repository repository() {
    return repository;
  }

  /** The commit whose line is the main one. */
  public ObjectId head() {
    return head;
  }

  /** The branches in the order of their names, without the one that HEAD is on. */
  public List<GitBranch> branches() throws IOException {
    Ref current = repository.exactRef("HEAD");
    String headName = current == null ? "" : current.getTarget().getName();
    return repository.getRefDatabase().getRefsByPrefix(BRANCHES).stream()
        .filter(ref -> ref.getObjectId() != null && !isHead(ref, headName))
        .map(ref -> new GitBranch(ref.getName().substring(BRANCHES.length()), ref.getObjectId()))
        .sorted(Comparator.comparing(GitBranch::name))
        .toList();
  }

  /** The tags, in no certain order. */
  public List<Ref> tags() {
    return tags;
  }

  /** The names of branches of the cloned repository with commits that no branch here has. */
  public List<String> remoteBranches() throws IOException {
    List<Ref> remote =
        repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES).stream()
            .filter(ref -> !ref.isSymbolic())
            .toList();
    Predicate<Ref> hasMore = hasMore(remote);
    return remote.stream()
        .filter(hasMore)
        .map(ref -> ref.getName().substring(Constants.R_REMOTES.length()))
        .sorted()
        .toList();
  }

  /** Whether no branch here has the commit of one of these; true if that cannot be found out. */
  private Predicate<Ref> hasMore(List<Ref> remote) throws IOException {
    Set<ObjectId> elsewhere = new HashSet<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markUninteresting(walk.parseCommit(head));
      for (GitBranch branch : branches()) {
        walk.markUninteresting(walk.parseCommit(branch.tip()));
      }
      for (Ref ref : remote) {
        walk.markStart(walk.parseCommit(ref.getObjectId()));
      }
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        elsewhere.add(commit.copy());
      }
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return ref -> true;
    }
    return ref -> elsewhere.contains(ref.getObjectId());
  }

  /** In a fetched bundle HEAD means nothing; what is where the bundle's HEAD is adds nothing. */
  private boolean isHead(Ref ref, String headName) {
    return temporary == null ? ref.getName().equals(headName) : ref.getObjectId().equals(head);
  }

  @Override
  public void close() {
    repository.close();
    if (temporary != null) {
      temporary.close();
    }
  }
}

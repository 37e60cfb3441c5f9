package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.format.LocalSettings;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** A git history that is read: a working copy, a bare repository or a bundle. */
public final class GitSource implements AutoCloseable {
  private static final String BRANCHES = "refs/heads/";
  private static final char UNREADABLE = '\uFFFD';
  private static final int MAX_NAMES = 500;
  private static final List<String> USUAL_BRANCHES =
      List.of("HEAD", "refs/heads/main", "refs/heads/master");

  private final Repository repository;
  private final NamedRef head;
  private final List<NamedRef> refs;
  private final List<SourceRemark> missing;
  private final List<SourceRemark> elsewhere;
  private final @Nullable TemporaryFolder temporary;

  private GitSource(
      Repository repository,
      NamedRef head,
      List<NamedRef> refs,
      List<SourceRemark> missing,
      List<SourceRemark> elsewhere,
      @Nullable TemporaryFolder temporary) {
    this.repository = repository;
    this.head = head;
    this.refs = List.copyOf(refs);
    this.missing = List.copyOf(missing);
    this.elsewhere = List.copyOf(elsewhere);
    this.temporary = temporary;
  }

  /**
   * Opens it.
   *
   * @param textLimit the largest text that is taken, in bytes
   * @throws ImportException if there is no git history, or nothing in it
   */
  public static GitSource open(Path path, int textLimit) throws IOException {
    LocalSettings.install();
    if (!Files.exists(path)) {
      throw new ImportException(FilledMessage.of("import.no_source", path));
    }
    return Files.isDirectory(path) ? openRepository(path) : openBundle(path, textLimit);
  }

  private static GitSource openRepository(Path path) throws IOException {
    Path folder = path.toAbsolutePath().normalize();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    if (folder.getParent() != null) {
      // A plain folder inside of somebody's repository is not that repository.
      builder.addCeilingDirectory(folder.getParent().toFile());
    }
    builder.findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      throw new ImportException(FilledMessage.of("import.git.no_repository", path));
    }
    RepositoryKind.check(path, builder.getGitDir().toPath());
    Repository repository = open(path, builder);
    try {
      Path gitFolder = repository.getCommonDirectory().toPath();
      RepositoryKind.check(path, gitFolder);
      Map<FilePath, ObjectId> files = RefFiles.in(gitFolder);
      return new GitSource(
          repository,
          head(repository, files)
              .orElseThrow(() -> new ImportException(FilledMessage.of("import.git.no_head", path))),
          refs(repository, files),
          RepositoryKind.missing(repository, gitFolder),
          RepositoryKind.elsewhere(folder, gitFolder),
          null);
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static Repository open(Path path, FileRepositoryBuilder builder) throws IOException {
    try {
      return builder.setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw new ImportException(
          FilledMessage.of("import.git.no_data", path, builder.getGitDir()), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new ImportException(FilledMessage.of("import.git.not_opened", path, OneLine.of(e)), e);
    }
  }

  private static Optional<NamedRef> head(Repository repository, Map<FilePath, ObjectId> files)
      throws IOException {
    @Nullable ObjectId head = repository.resolve(Constants.HEAD);
    @Nullable Ref current = repository.exactRef(Constants.HEAD);
    if (head != null) {
      String name = current == null ? "" : current.getTarget().getName();
      return Optional.of(new NamedRef(name, head, false));
    }
    // The branch that it leads to may have a name that JGit cannot read.
    @Nullable FilePath branch = RefFiles.headBranch(repository.getDirectory().toPath());
    @Nullable ObjectId newest = branch == null ? null : files.get(branch);
    return newest == null || branch == null
        ? Optional.empty()
        : Optional.of(new NamedRef(branch.toString(), newest, branch.isGuessed()));
  }

  /** Branches and tags; those whose names JGit cannot read are read from their files. */
  private static List<NamedRef> refs(Repository repository, Map<FilePath, ObjectId> files)
      throws IOException {
    RefList refs = new RefList();
    // A loose one goes before its packed state, and JGit knows which is which.
    for (String prefix : List.of(Constants.R_HEADS, Constants.R_TAGS)) {
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
        if (ref.getObjectId() != null && ref.getName().indexOf(UNREADABLE) < 0) {
          refs.add(FilePath.of(ref.getName()), ref.getObjectId());
        }
      }
    }
    files.forEach(refs::add);
    return refs.all();
  }

  private static GitSource openBundle(Path path, int textLimit) throws IOException {
    BundleFile bundle = BundleFile.open(path);
    NamedRef head = head(bundle.refs(), path);
    TemporaryFolder temporary = new TemporaryFolder();
    try {
      Repository repository =
          new FileRepositoryBuilder().setGitDir(temporary.path().toFile()).setBare().build();
      try {
        repository.create(true);
        bundle.unpackInto(repository, textLimit);
        for (NamedRef ref : bundle.refs()) {
          if (ref.name().equals(CommitNote.REF) && repository.getObjectDatabase().has(ref.id())) {
            RefUpdate notes = repository.updateRef(CommitNote.REF);
            notes.setNewObjectId(ref.id());
            notes.forceUpdate();
          }
        }
        List<SourceRemark> missing =
            bundle.filter() == null
                ? List.of()
                : List.of(
                    new SourceRemark(
                        FilledMessage.of("remark.git.filtered"),
                        FilledMessage.of("remark.git.filtered_next")));
        return new GitSource(repository, head, bundle.refs(), missing, List.of(), temporary);
      } catch (IOException | RuntimeException e) {
        repository.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  private static NamedRef head(List<NamedRef> refs, Path bundle) {
    if (refs.isEmpty()) {
      throw new ImportException(FilledMessage.of("import.git.no_commits", bundle));
    }
    List<NamedRef> branches = refs.stream().filter(ref -> ref.name().startsWith(BRANCHES)).toList();
    return USUAL_BRANCHES.stream()
        .flatMap(name -> refs.stream().filter(ref -> ref.name().equals(name)))
        .findFirst()
        .or(() -> branches.size() == 1 ? branches.stream().findFirst() : Optional.empty())
        .orElseThrow(
            () ->
                new ImportException(
                    FilledMessage.of(
                        "import.git.which_branch",
                        bundle,
                        PlainText.line(
                            String.join(", ", refs.stream().map(NamedRef::name).toList()),
                            MAX_NAMES))));
  }

  public Repository repository() {
    return repository;
  }

  /** The commit whose line is the main one. */
  public ObjectId head() {
    return head.id();
  }

  /** What is not there, or comes in otherwise than git shows it. */
  public List<SourceRemark> missing() {
    return missing;
  }

  /** From where else it was read. */
  public List<SourceRemark> elsewhere() {
    return elsewhere;
  }

  /** The branches in the order of their names, without the one that HEAD is on. */
  public List<GitBranch> branches() {
    return refs.stream()
        .filter(ref -> ref.name().startsWith(BRANCHES) && !isHead(ref))
        .map(ref -> new GitBranch(ref.name().substring(BRANCHES.length()), ref.id()))
        .sorted(Comparator.comparing(GitBranch::name))
        .toList();
  }

  /** The tags, in no certain order. */
  public List<NamedRef> tags() {
    return refs.stream().filter(ref -> ref.name().startsWith(Constants.R_TAGS)).toList();
  }

  /** Branches and tags whose names are a guess. */
  public List<FilledMessage> guessedNames() {
    return refs.stream().filter(NamedRef::isGuessed).map(GitSource::told).toList();
  }

  private static FilledMessage told(NamedRef ref) {
    if (ref.name().startsWith(BRANCHES)) {
      return FilledMessage.of("remark.git.branch", ref.name().substring(BRANCHES.length()));
    }
    return ref.name().startsWith(Constants.R_TAGS)
        ? GitTag.told(ref.name().substring(Constants.R_TAGS.length()))
        : FilledMessage.verbatim(ref.name());
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
      walk.markUninteresting(walk.parseCommit(head()));
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

  /** In a bundle HEAD means nothing; what is where the bundle's HEAD is adds nothing. */
  private boolean isHead(NamedRef ref) {
    return temporary == null ? ref.name().equals(head.name()) : ref.id().equals(head());
  }

  @Override
  public void close() {
    repository.close();
    if (temporary != null) {
      temporary.close();
    }
  }
}

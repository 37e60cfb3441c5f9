package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** The files of one commit. */
public final class HeadFiles {
  /** A few folders that hold each other several times can stand for any number of files. */
  private static final int MAX_FILES = 200_000;

  /** Four times what any file system takes, in bytes. */
  private static final int MAX_NAME = 16_384;

  private final Repository repository;
  private final ObjectId head;

  public HeadFiles(Repository repository, ObjectId head) {
    this.repository = repository;
    this.head = head;
  }

  /** Paths of its texts, in the order of the tree; what is no text goes into the summary. */
  public List<FilePath> texts(BlobReader text, ImportSummary summary) {
    List<FilePath> paths = new ArrayList<>();
    try {
      search(
          trees -> {
            byte[] path = trees.getRawPath();
            try {
              if (path.length > MAX_NAME) {
                throw new BlobReader.Unreadable(FilledMessage.of("remark.long_name", MAX_NAME));
              }
              text.checkStart(trees.getFileMode(0), trees.getObjectId(0));
              paths.add(FilePath.of(path));
            } catch (BlobReader.Unreadable e) {
              summary.leftOut(FilePath.of(path).toString(), "", e.message());
            }
            return null;
          });
      return paths;
    } catch (IOException e) {
      throw new ImportException(
          FilledMessage.of("import.git.head_files", head.abbreviate(10).name(), OneLine.of(e)), e);
    }
  }

  /**
   * The file that a person means by a name: the one that is called so in UTF-8, in the form of
   * {@link FilePath#quoted}, or in another encoding. HEAD need not have it.
   */
  public FilePath named(String name) {
    FilePath exact = FilePath.of(name);
    List<FilePath> alike = new ArrayList<>();
    @Nullable FilePath found = null;
    try {
      found =
          search(
              trees -> {
                FilePath path = FilePath.of(trees.getRawPath());
                if (path.equals(exact)) {
                  return path;
                }
                if (path.isGuessed() && path.toString().equals(name)) {
                  alike.add(path);
                }
                return null;
              });
    } catch (IOException e) {
      // Of a HEAD that cannot be read, the name is taken as it is.
    }
    if (found != null) {
      return found;
    }
    return FilePath.unquoted(name).orElse(alike.isEmpty() ? exact : alike.get(0));
  }

  /** Goes through the files until one gives an answer; null if none does. */
  private @Nullable FilePath search(Function<TreeWalk, @Nullable FilePath> question)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk trees = new TreeWalk(repository)) {
      RevCommit commit = commits.parseCommit(head);
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      for (int count = 1; trees.next(); count++) {
        if (count > MAX_FILES) {
          throw new IOException("there are more than " + MAX_FILES);
        }
        @Nullable FilePath answer = question.apply(trees);
        if (answer != null) {
          return answer;
        }
      }
      return null;
    } catch (LargeObjectException e) {
      throw new IOException("a list of files is too large", e);
    }
  }
}

package prismq.t.script.versioning.transfer.git.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds certain files in trees by the bytes of their names; JGit's own filters know only UTF-8. */
public final class FilesFilter extends TreeFilter {
  private final Set<FilePath> files;
  private final Set<FilePath> folders = new HashSet<>();

  public FilesFilter(Collection<FilePath> files) {
    this.files = Set.copyOf(files);
    this.files.forEach(file -> file.folders().forEach(folders::add));
  }

  @Override
  public boolean include(TreeWalk walk) {
    FilePath path = FilePath.of(walk.getRawPath());
    return (walk.isSubtree() ? folders : files).contains(path);
  }

  @Override
  public boolean shouldBeRecursive() {
    return true;
  }

  @Override
  public TreeFilter clone() {
    return this;
  }
}

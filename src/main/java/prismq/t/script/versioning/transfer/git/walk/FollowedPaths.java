package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.FilesFilter;

/** What the followed files are called at the commit where a walk is. Files are numbered from 0. */
final class FollowedPaths {
  private final List<FilePath> newest;
  private final Map<FilePath, List<Integer>> filesByPath = new HashMap<>();
  private Map<Integer, FilePath> otherwise = Map.of();
  private @Nullable TreeFilter filter;

  /** Starts at HEAD. */
  FollowedPaths(List<FilePath> newest) {
    this.newest = newest;
    reset(Map.of());
  }

  /** Names for some of the files only. */
  static FollowedPaths of(List<FilePath> newest, Map<Integer, FilePath> only) {
    FollowedPaths names = new FollowedPaths(newest);
    names.filesByPath.clear();
    names.otherwise = Map.copyOf(only);
    only.forEach((file, path) -> names.filesAt(path).add(file));
    return names;
  }

  /** The names that differ from those at HEAD, by file; cannot change and is shared. */
  Map<Integer, FilePath> snapshot() {
    return otherwise;
  }

  /** Goes to another commit, with the names that {@link #snapshot} gave there. */
  void restore(Map<Integer, FilePath> snapshot) {
    if (snapshot != otherwise) {
      reset(snapshot);
    }
  }

  private void reset(Map<Integer, FilePath> snapshot) {
    otherwise = snapshot;
    filter = null;
    filesByPath.clear();
    for (int file = 0; file < newest.size(); file++) {
      filesAt(path(file)).add(file);
    }
  }

  private List<Integer> filesAt(FilePath path) {
    return filesByPath.computeIfAbsent(path, key -> new ArrayList<>());
  }

  FilePath path(int file) {
    return otherwise.getOrDefault(file, newest.get(file));
  }

  /** The name in a snapshot. */
  FilePath path(int file, Map<Integer, FilePath> snapshot) {
    return snapshot.getOrDefault(file, newest.get(file));
  }

  /** The files of that name; usually none, two where both were one before. */
  Collection<Integer> files(FilePath path) {
    return filesByPath.getOrDefault(path, List.of());
  }

  Set<FilePath> paths() {
    return filesByPath.keySet();
  }

  boolean isEmpty() {
    return filesByPath.isEmpty();
  }

  /** Finds these files in trees. */
  TreeFilter filter() {
    if (filter == null) {
      filter = new FilesFilter(filesByPath.keySet());
    }
    return filter;
  }

  /** Calls files otherwise from here on, all at once; the keys are the names so far. */
  void rename(Map<FilePath, FilePath> renames) {
    Map<Integer, FilePath> changed = new HashMap<>(otherwise);
    Map<FilePath, List<Integer>> moved = new HashMap<>();
    renames.forEach(
        (from, to) -> {
          List<Integer> files = filesByPath.remove(from);
          if (files != null) {
            moved.computeIfAbsent(to, key -> new ArrayList<>()).addAll(files);
          }
        });
    moved.forEach(
        (to, files) -> {
          filesAt(to).addAll(files);
          files.forEach(file -> changed.put(file, to));
        });
    if (!moved.isEmpty()) {
      otherwise = Map.copyOf(changed);
      filter = null;
    }
  }
}

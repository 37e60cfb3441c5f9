package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** What the followed files are called at the commit where a walk is. Files are numbered from 0. */
final class FollowedPaths {
  private final List<String> newest;
  private final Map<String, List<Integer>> filesByPath = new HashMap<>();
  private Map<Integer, String> otherwise = Map.of();
  private @Nullable TreeFilter filter;

  /** Starts at HEAD. */
  FollowedPaths(List<String> newest) {
    this.newest = newest;
    reset(Map.of());
  }

  /** Names for some of the files only. */
  static FollowedPaths of(List<String> newest, Map<Integer, String> only) {
    FollowedPaths names = new FollowedPaths(newest);
    names.filesByPath.clear();
    names.otherwise = Map.copyOf(only);
    only.forEach((file, path) -> names.filesAt(path).add(file));
    return names;
  }

  /** The names that differ from those at HEAD, by file; cannot change and is shared. */
  Map<Integer, String> snapshot() {
    return otherwise;
  }

  /** Goes to another commit, with the names that {@link #snapshot} gave there. */
  void restore(Map<Integer, String> snapshot) {
    if (snapshot != otherwise) {
      reset(snapshot);
    }
  }

  private void reset(Map<Integer, String> snapshot) {
    otherwise = snapshot;
    filter = null;
    filesByPath.clear();
    for (int file = 0; file < newest.size(); file++) {
      filesAt(path(file)).add(file);
    }
  }

  private List<Integer> filesAt(String path) {
    return filesByPath.computeIfAbsent(path, key -> new ArrayList<>());
  }

  String path(int file) {
    return otherwise.getOrDefault(file, newest.get(file));
  }

  /** The name in a snapshot. */
  String path(int file, Map<Integer, String> snapshot) {
    return snapshot.getOrDefault(file, newest.get(file));
  }

  /** The files of that name; usually none, two where both were one before. */
  Collection<Integer> files(String path) {
    return filesByPath.getOrDefault(path, List.of());
  }

  Set<String> paths() {
    return filesByPath.keySet();
  }

  boolean isEmpty() {
    return filesByPath.isEmpty();
  }

  /** Finds these files in trees. */
  TreeFilter filter() {
    if (filter == null) {
      filter = PathFilterGroup.createFromStrings(filesByPath.keySet());
    }
    return filter;
  }

  /** Calls files otherwise from here on, all at once; the keys are the names so far. */
  void rename(Map<String, String> renames) {
    Map<Integer, String> changed = new HashMap<>(otherwise);
    Map<String, List<Integer>> moved = new HashMap<>();
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

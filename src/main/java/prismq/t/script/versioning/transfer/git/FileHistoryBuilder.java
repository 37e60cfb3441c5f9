package prismq.t.script.versioning.transfer.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the histories of files out of commits, from the oldest to the newest: commits that did not
 * touch a file fall away, and so do merges with one side that has all of the other.
 */
final class FileHistoryBuilder {
  private final List<String> paths;
  private final CommitNotes notes;
  private final List<List<FileChange>> changes = new ArrayList<>();
  private final List<List<FileHistory.CarriedOver>> carriedOver = new ArrayList<>();
  private final Map<String, Integer> fileNumbers = new HashMap<>();

  /**
   * What a file is at a commit.
   *
   * @param change the newest that this state came from; null where there was none yet
   * @param state null where the commit does not have the file
   */
  record Tip(@Nullable FileChange change, @Nullable FileState state) {
    static final Tip NONE = new Tip(null, null);
  }

  /** A side of a merge: the newest change on it and which parent it came by. */
  private record Side(FileChange change, int position) {}

  FileHistoryBuilder(List<String> paths, CommitNotes notes) {
    this.paths = paths;
    this.notes = notes;
    for (String path : paths) {
      fileNumbers.put(path, changes.size());
      changes.add(new ArrayList<>());
      carriedOver.add(new ArrayList<>());
    }
  }

  /**
   * The histories, in the order of the files.
   *
   * @param head null where it cannot be read
   * @param branches the newest commits of the other branches
   * @param tags tags on some of the commits
   */
  List<FileHistory> histories(
      @Nullable VisitedCommit head,
      Map<String, VisitedCommit> branches,
      Collection<VisitedCommit> all,
      Map<GitTag, VisitedCommit> tags) {
    for (VisitedCommit commit : all) {
      if (commit.walked) {
        commit.parents().forEach(parent -> parent.childrenToCome++);
      }
    }
    // What branches end with, and what tags are on, is wanted at the end.
    branches.values().forEach(tip -> tip.childrenToCome++);
    tags.values().forEach(tagged -> tagged.childrenToCome++);
    if (head != null) {
      head.childrenToCome++;
      lookAtAllBefore(head);
    }
    branches.values().forEach(this::lookAtAllBefore);
    List<TaggedCommit> tagged = tagged(tags);
    List<FileHistory> histories = new ArrayList<>();
    for (int file = 0; file < paths.size(); file++) {
      @Nullable FileChange newest = head == null ? null : newest(head, file);
      List<FileHistory.Tip> tips = new ArrayList<>();
      for (Map.Entry<String, VisitedCommit> branch : branches.entrySet()) {
        @Nullable FileChange tip = newest(branch.getValue(), file);
        if (tip != null) {
          tips.add(new FileHistory.Tip(branch.getKey(), tip));
        }
      }
      histories.add(
          FileHistory.of(
              paths.get(file),
              changes.get(file),
              newest,
              tips,
              carriedOver.get(file),
              new FileTags(tagged, file)));
    }
    return histories;
  }

  private static List<TaggedCommit> tagged(Map<GitTag, VisitedCommit> tags) {
    List<TaggedCommit> tagged = new ArrayList<>();
    tags.forEach(
        (tag, commit) ->
            tagged.add(new TaggedCommit(tag, Arrays.asList(Objects.requireNonNull(commit.tips)))));
    return tagged;
  }

  private static @Nullable FileChange newest(VisitedCommit commit, int file) {
    return Objects.requireNonNull(commit.tips)[file].change;
  }

  /** Goes on to a commit by way of all that come before it, however many they are. */
  private void lookAtAllBefore(VisitedCommit newest) {
    Deque<VisitedCommit> open = new ArrayDeque<>(List.of(newest));
    while (!open.isEmpty()) {
      VisitedCommit commit = open.peek();
      int before = open.size();
      if (!commit.lookedAt) {
        for (int i = commit.parents().size() - 1; i >= 0; i--) {
          if (!commit.parents().get(i).lookedAt) {
            open.push(commit.parents().get(i));
          }
        }
      }
      if (open.size() == before) {
        open.pop();
        if (!commit.lookedAt) {
          lookAt(commit);
        }
      }
    }
  }

  private void lookAt(VisitedCommit commit) {
    commit.lookedAt = true;
    Map<Integer, @Nullable FileState> touched = touched(commit);
    @Nullable CommitNote note = notes.of(commit.commit);
    List<Tip[]> sides = new ArrayList<>();
    commit.parents().forEach(parent -> sides.add(Objects.requireNonNull(parent.tips)));
    Tip[] first = sides.isEmpty() ? nothing() : sides.get(0);
    Tip[] tips = first;
    for (int file = 0; file < paths.size(); file++) {
      @Nullable CommitNote ofFile = note != null && isAbout(note, commit, file) ? note : null;
      boolean placed = ofFile != null && ofFile.place() != null;
      if (!touched.containsKey(file) && sameOnAll(sides, file) && !placed) {
        continue;
      }
      if (tips == first) {
        tips = first.clone();
      }
      @Nullable FileState state = touched.containsKey(file) ? touched.get(file) : first[file].state;
      tips[file] = tip(commit, file, state, sides, ofFile);
    }
    commit.tips = tips;
    for (VisitedCommit parent : commit.parents()) {
      parent.childrenToCome--;
      if (parent.childrenToCome == 0) {
        parent.tips = null;
      }
    }
  }

  private boolean isAbout(CommitNote note, VisitedCommit commit, int file) {
    return note.file().equals(commit.names.getOrDefault(file, paths.get(file)));
  }

  private Tip[] nothing() {
    Tip[] tips = new Tip[paths.size()];
    Arrays.fill(tips, Tip.NONE);
    return tips;
  }

  private static boolean sameOnAll(List<Tip[]> sides, int file) {
    for (int i = 1; i < sides.size(); i++) {
      if (!sides.get(i)[file].equals(sides.get(0)[file])) {
        return false;
      }
    }
    return true;
  }

  private Map<Integer, @Nullable FileState> touched(VisitedCommit commit) {
    Map<Integer, @Nullable FileState> touched = new HashMap<>();
    if (commit.touched.isEmpty()) {
      return touched;
    }
    Map<String, TreeChanges.Touched> byPath = new HashMap<>();
    commit.touched.forEach(file -> byPath.put(file.path(), file));
    // By the names at this commit; most files have those of HEAD.
    commit.names.forEach(
        (file, path) -> {
          TreeChanges.@Nullable Touched there = byPath.get(path);
          if (there != null) {
            touched.put(file, state(there));
          }
        });
    byPath.forEach(
        (path, there) -> {
          @Nullable Integer file = fileNumbers.get(path);
          if (file != null && !commit.names.containsKey(file)) {
            touched.put(file, state(there));
          }
        });
    return touched;
  }

  private static @Nullable FileState state(TreeChanges.Touched there) {
    return there.isGone() ? null : new FileState(there.path(), there.mode(), there.blob());
  }

  private Tip tip(
      VisitedCommit commit,
      int file,
      @Nullable FileState state,
      List<Tip[]> sides,
      @Nullable CommitNote note) {
    // What was a version once is one, also where it changed nothing.
    boolean placed = note != null && note.place() != null;
    List<Side> distinct = placed ? all(sides, file) : distinct(sides, file);
    @Nullable FileChange before = distinct.isEmpty() ? null : distinct.get(0).change;
    if (state == null) {
      return new Tip(before, null);
    }
    if (!placed && distinct.size() == 1 && hasThat(state, distinct.get(0).change, sides, file)) {
      FileChange only = distinct.get(0).change;
      if (!state.equals(sides.get(0)[file].state)) {
        carriedOver.get(file).add(new FileHistory.CarriedOver(commit.commit.copy(), only));
      }
      return new Tip(only, state);
    }
    List<FileChange> known = changes.get(file);
    FileChange change =
        new FileChange(
            commit.commit.copy(),
            commit.commit.getCommitTime(),
            state,
            distinct.stream()
                .map(side -> new FileChange.Parent(side.change, side.position))
                .toList(),
            known.size(),
            note);
    known.add(change);
    return new Tip(change, state);
  }

  private static boolean hasThat(FileState state, FileChange change, List<Tip[]> sides, int file) {
    return sides.stream()
        .map(side -> side[file])
        .anyMatch(tip -> tip.change == change && state.equals(tip.state));
  }

  private static List<Side> all(List<Tip[]> sides, int file) {
    List<Side> all = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      @Nullable FileChange change = sides.get(i)[file].change;
      if (change != null && all.stream().noneMatch(side -> side.change == change)) {
        all.add(new Side(change, i));
      }
    }
    return all;
  }

  /** The sides that differ, without those that another side has all of. */
  private static List<Side> distinct(List<Tip[]> sides, int file) {
    List<Side> distinct = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      @Nullable FileChange change = sides.get(i)[file].change;
      if (change != null && distinct.stream().noneMatch(side -> side.change.isMadeOf(change))) {
        distinct.removeIf(side -> change.isMadeOf(side.change));
        distinct.add(new Side(change, i));
      }
    }
    return distinct;
  }
}

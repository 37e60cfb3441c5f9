package prismq.t.script.versioning.transfer.git.walk;

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
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.GitTag;
import prismq.t.script.versioning.transfer.git.read.NoteReader;

/**
 * Makes the histories of files out of commits, from the oldest to the newest: commits that did not
 * touch a file fall away, and so do merges with one side that has all of the other.
 */
final class HistoryBuilder {
  private final List<FilePath> paths;
  private final NoteReader notes;
  private final List<List<FileChange>> changes = new ArrayList<>();
  private final List<List<FileHistory.CarriedOver>> carriedOver = new ArrayList<>();
  private final Map<FilePath, Integer> fileNumbers = new HashMap<>();

  HistoryBuilder(List<FilePath> paths, NoteReader notes) {
    this.paths = paths;
    this.notes = notes;
    for (FilePath path : paths) {
      fileNumbers.put(path, changes.size());
      changes.add(new ArrayList<>());
      carriedOver.add(new ArrayList<>());
    }
  }

  /**
   * The histories, in the order of the files.
   *
   * @param head null if it cannot be read
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
        commit.parents().forEach(parent -> parent.openChildren++);
      }
    }
    // What branches end with, and what tags are on, is wanted at the end.
    branches.values().forEach(tip -> tip.openChildren++);
    tags.values().forEach(tagged -> tagged.openChildren++);
    if (head != null) {
      head.openChildren++;
      applyInOrder(head);
    }
    branches.values().forEach(this::applyInOrder);
    List<TaggedCommit> tagged = tagged(tags);
    WalkedCommits walked = WalkedCommits.of(all);
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
              new FileTags(tagged, file),
              walked));
    }
    return histories;
  }

  private static List<TaggedCommit> tagged(Map<GitTag, VisitedCommit> tags) {
    List<TaggedCommit> tagged = new ArrayList<>();
    tags.forEach(
        (tag, commit) ->
            tagged.add(new TaggedCommit(tag, Arrays.asList(Objects.requireNonNull(commit.files)))));
    return tagged;
  }

  private static @Nullable FileChange newest(VisitedCommit commit, int file) {
    return Objects.requireNonNull(commit.files)[file].change();
  }

  /** Applies a commit after all its ancestors, without recursion. */
  private void applyInOrder(VisitedCommit newest) {
    Deque<VisitedCommit> open = new ArrayDeque<>(List.of(newest));
    while (!open.isEmpty()) {
      VisitedCommit commit = open.peek();
      int before = open.size();
      if (!commit.applied) {
        for (int i = commit.parents().size() - 1; i >= 0; i--) {
          if (!commit.parents().get(i).applied) {
            open.push(commit.parents().get(i));
          }
        }
      }
      if (open.size() == before) {
        open.pop();
        if (!commit.applied) {
          apply(commit);
        }
      }
    }
  }

  private void apply(VisitedCommit commit) {
    commit.applied = true;
    Map<Integer, @Nullable FileState> touched = touched(commit);
    @Nullable CommitNote note = notes.of(commit.commit);
    CommitSides sides = new CommitSides(commit, paths.size());
    FileAtCommit[] first = sides.first();
    FileAtCommit[] files = first;
    for (int file = 0; file < paths.size(); file++) {
      @Nullable CommitNote ofFile = note != null && isAbout(note, commit, file) ? note : null;
      boolean recorded = ofFile != null && ofFile.version() != null;
      if (!touched.containsKey(file) && sides.agreeOn(file) && !recorded) {
        continue;
      }
      if (files == first) {
        files = first.clone();
      }
      @Nullable FileState state =
          touched.containsKey(file) ? touched.get(file) : first[file].state();
      files[file] = fileAt(commit, file, state, sides, ofFile);
    }
    commit.files = files;
    for (VisitedCommit parent : commit.parents()) {
      parent.openChildren--;
      if (parent.openChildren == 0) {
        parent.files = null;
      }
    }
  }

  private boolean isAbout(CommitNote note, VisitedCommit commit, int file) {
    return note.file().equals(commit.names.getOrDefault(file, paths.get(file)).toString());
  }

  private Map<Integer, @Nullable FileState> touched(VisitedCommit commit) {
    Map<Integer, @Nullable FileState> touched = new HashMap<>();
    if (commit.touched.isEmpty()) {
      return touched;
    }
    Map<FilePath, TreeDiff.ChangedFile> byPath = new HashMap<>();
    commit.touched.forEach(file -> byPath.put(file.path(), file));
    // By the names at this commit; most files have those of HEAD.
    commit.names.forEach(
        (file, path) -> {
          TreeDiff.@Nullable ChangedFile there = byPath.get(path);
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

  private static @Nullable FileState state(TreeDiff.ChangedFile there) {
    return there.isDeleted() ? null : new FileState(there.path(), there.mode(), there.blob());
  }

  private FileAtCommit fileAt(
      VisitedCommit commit,
      int file,
      @Nullable FileState state,
      CommitSides sides,
      @Nullable CommitNote note) {
    // What was a version once stays one, even if it changed nothing.
    boolean recorded = note != null && note.version() != null;
    List<FileChange.Parent> parents = recorded ? sides.all(file) : sides.distinct(file);
    @Nullable FileChange before = parents.isEmpty() ? null : parents.get(0).change();
    if (state == null) {
      return new FileAtCommit(before, null);
    }
    if (!recorded && parents.size() == 1 && sides.have(file, state, parents.get(0).change())) {
      FileChange only = parents.get(0).change();
      if (!state.equals(sides.first()[file].state())) {
        carriedOver.get(file).add(new FileHistory.CarriedOver(commit.commit.copy(), only));
      }
      return new FileAtCommit(only, state);
    }
    List<FileChange> known = changes.get(file);
    FileChange change =
        new FileChange(
            commit.commit.copy(),
            commit.commit.getCommitTime(),
            state,
            parents,
            known.size(),
            note);
    known.add(change);
    return new FileAtCommit(change, state);
  }
}

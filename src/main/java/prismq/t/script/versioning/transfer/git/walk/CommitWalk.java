package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.GitBranch;
import prismq.t.script.versioning.transfer.git.read.GitTag;
import prismq.t.script.versioning.transfer.git.read.NoteReader;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/**
 * Finds the commits that touched certain files. It walks line after line of first parents from the
 * newest commit to the oldest: HEAD's line, those that were merged into it, those of the other
 * branches. A renamed file is followed under its old name, as {@code git log --follow} does, on
 * every line by itself.
 */
public final class CommitWalk implements AutoCloseable {
  private final NoteReader notes;
  private final RevWalk commits;
  private final TreeDiff changes;
  private final FollowedPaths names;
  private final LineStartPaths lineStart;
  private final FollowedOrigins origins;
  private final Set<ObjectId> shallow;
  private final JoinedLines joined;
  private final List<FilePath> paths;
  private final ImportSummary summary;
  private final Map<ObjectId, VisitedCommit> visited = new HashMap<>();
  private final Queue<MergedLine> merged = new ArrayDeque<>();

  /** A line that was merged. */
  private record MergedLine(VisitedCommit merge, VisitedCommit tip) {}

  public CommitWalk(Repository repository, Collection<FilePath> paths, ImportSummary summary)
      throws IOException {
    this.notes = NoteReader.of(repository);
    this.commits = new RevWalk(repository);
    this.commits.setRetainBody(false);
    this.changes = new TreeDiff(repository);
    this.paths = List.copyOf(paths);
    this.names = new FollowedPaths(this.paths);
    this.lineStart = new LineStartPaths(changes, this::firstParent, this.paths);
    this.summary = summary;
    this.shallow = repository.getObjectDatabase().getShallowCommits();
    this.origins = new FollowedOrigins(changes, notes, summary);
    this.joined = new JoinedLines(changes, origins, this.paths);
  }

  /** The histories of the files, in the order given. */
  public List<FileHistory> histories(ObjectId headId, List<GitBranch> branches, List<GitTag> tags)
      throws IOException {
    @Nullable VisitedCommit head = readable(head(headId));
    if (head != null) {
      walkLine(head, Map.of());
      walkMerged();
    }
    Map<String, VisitedCommit> tips = new LinkedHashMap<>();
    for (GitBranch branch : branches) {
      @Nullable VisitedCommit tip = tip(branch);
      if (tip != null) {
        tips.put(branch.name(), tip);
        if (!tip.walked) {
          walkLine(tip, head == null ? Map.of() : lineStart.names(head, tip));
          walkMerged();
        }
      }
    }
    return new HistoryBuilder(paths, notes)
        .histories(head, tips, visited.values(), onCommits(tags));
  }

  private VisitedCommit head(ObjectId id) {
    try {
      return visited(id);
    } catch (IOException | LargeObjectException e) {
      throw new ImportException(
          FilledMessage.of("import.git.head_commit", id.abbreviate(10).name(), OneLine.of(e)), e);
    }
  }

  /** Those of the tags whose commits were walked; the others go into the summary. */
  private Map<GitTag, VisitedCommit> onCommits(List<GitTag> tags) {
    Map<GitTag, VisitedCommit> onCommits = new LinkedHashMap<>();
    for (GitTag tag : tags) {
      @Nullable VisitedCommit commit = visited.get(tag.commit());
      if (commit == null) {
        summary.leftOut(tag.told(), "", FilledMessage.of("remark.git.tag_aside"));
      } else if (!commit.walked) {
        summary.leftOut(tag.told(), "", FilledMessage.of("remark.git.tag_unreadable"));
      } else {
        onCommits.put(tag, commit);
      }
    }
    return onCommits;
  }

  private @Nullable VisitedCommit tip(GitBranch branch) {
    try {
      return readable(visited(branch.tip()));
    } catch (IOException | LargeObjectException e) {
      summary.leftOut(
          FilledMessage.of("remark.git.branch", branch.name()),
          "",
          FilledMessage.of("remark.unreadable", OneLine.of(e)));
      return null;
    }
  }

  private void walkMerged() {
    for (MergedLine line = merged.poll(); line != null; line = merged.poll()) {
      @Nullable VisitedCommit tip = line.tip.walked ? line.tip : readable(line.tip);
      if (tip != line.tip) {
        line.merge.replaceParent(line.merge.parents().indexOf(line.tip), tip);
      }
      if (tip != null && !tip.walked) {
        walkLine(tip, lineStart.names(line.merge, tip));
      }
    }
  }

  private void walkLine(VisitedCommit newest, Map<Integer, FilePath> namesThere) {
    names.restore(namesThere);
    @Nullable VisitedCommit commit = newest;
    while (commit != null && !commit.walked) {
      commit.walked = true;
      commit.names = names.snapshot();
      @Nullable VisitedCommit parent = firstParent(commit);
      List<TreeDiff.ChangedFile> touched;
      try {
        touched = changes.touched(parent == null ? null : parent.commit, commit.commit, names);
      } catch (IOException | LargeObjectException e) {
        // The commit's own trees were readable, so it is the parent that is damaged.
        parent = readable(parent);
        commit.replaceParent(0, parent);
        touched = touchedSinceReadable(parent, commit);
      }
      commit.touched = List.copyOf(touched);
      for (VisitedCommit other : commit.parents()) {
        if (other != parent) {
          merged.add(new MergedLine(commit, other));
        }
      }
      if (parent != null) {
        origins.follow(parent, commit, commit.touched, names);
      }
      commit = parent;
    }
    if (commit != null) {
      joined.join(commit, names);
    }
  }

  /** The commit, or its nearest first-parent ancestor whose trees are all there. */
  private @Nullable VisitedCommit readable(@Nullable VisitedCommit start) {
    @Nullable VisitedCommit commit = start;
    while (commit != null && !commit.walked) {
      try {
        changes.touched(null, commit.commit, names);
        return commit;
      } catch (IOException | LargeObjectException e) {
        summary.leftOut(
            FilledMessage.of("remark.git.commit"),
            commit.name(),
            FilledMessage.of("remark.git.lacks_list", OneLine.of(e)));
        commit = firstParent(commit);
      }
    }
    return commit;
  }

  private List<TreeDiff.ChangedFile> touchedSinceReadable(
      @Nullable VisitedCommit parent, VisitedCommit commit) {
    try {
      return changes.touched(parent == null ? null : parent.commit, commit.commit, names);
    } catch (IOException | LargeObjectException e) {
      throw new ImportException(FilledMessage.of("import.git.unreadable", OneLine.of(e)), e);
    }
  }

  private VisitedCommit visited(ObjectId commit) throws IOException {
    @Nullable VisitedCommit known = visited.get(commit);
    if (known == null) {
      known = new VisitedCommit(commits.parseCommit(commit));
      if (shallow.contains(commit)) {
        summary.leftOut(
            FilledMessage.of("remark.git.before_commit"),
            known.name(),
            FilledMessage.of("remark.git.shallow"));
      }
      visited.put(known.commit, known);
    }
    return known;
  }

  private @Nullable VisitedCommit firstParent(VisitedCommit commit) {
    if (commit.parents == null) {
      commit.parents = parents(commit);
    }
    return commit.firstParent();
  }

  private List<VisitedCommit> parents(VisitedCommit commit) {
    List<VisitedCommit> parents = new ArrayList<>();
    for (ObjectId parent : commit.commit.getParents()) {
      try {
        VisitedCommit known = visited(parent);
        if (!parents.contains(known)) {
          parents.add(known);
        }
      } catch (IOException | LargeObjectException e) {
        summary.leftOut(
            FilledMessage.of("remark.git.before_commit"),
            commit.name(),
            FilledMessage.of("remark.git.lacks_commit", OneLine.of(e)));
      }
    }
    return parents;
  }

  @Override
  public void close() {
    notes.close();
    changes.close();
    commits.close();
  }
}

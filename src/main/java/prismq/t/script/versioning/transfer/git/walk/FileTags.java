package prismq.t.script.versioning.transfer.git.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.GitTag;

/** The tags that are about one file. All files share the list of the commits, which may be long. */
public final class FileTags {
  private final List<TaggedCommit> commits;
  private final int file;

  /** A tag, and the newest change behind the file at its commit. */
  public record Tagged(GitTag tag, FileChange change) {}

  FileTags(List<TaggedCommit> commits, int file) {
    this.commits = commits;
    this.file = file;
  }

  /** Every tag on a commit that was read, also those about other files. */
  public List<GitTag> all() {
    return commits.stream().map(TaggedCommit::tag).toList();
  }

  /** The tags about this file, in the order in which they become labels. */
  public List<Tagged> tagged() {
    List<Tagged> tagged = new ArrayList<>();
    for (TaggedCommit commit : commits) {
      FileAtCommit there = commit.files().get(file);
      @Nullable FileState state = there.state();
      @Nullable FileChange change = there.change();
      if (state != null && change != null && commit.tag().isAbout(state.path().toString())) {
        tagged.add(new Tagged(commit.tag(), change));
      }
    }
    return tagged;
  }
}

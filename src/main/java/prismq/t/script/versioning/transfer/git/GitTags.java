package prismq.t.script.versioning.transfer.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.Outcome;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.transfer.intake.PlainText;
import prismq.t.script.versioning.transfer.intake.Summary;

/** Reads the tags of a repository that are on commits; the others go into the summary. */
final class GitTags implements AutoCloseable {
  private final RevWalk objects;
  private final Summary summary;
  private final Instant now;

  /** Reads from this repository; what lies after this time lies in the future. */
  GitTags(Repository repository, Summary summary, Instant now) {
    this.objects = new RevWalk(repository);
    this.summary = summary;
    this.now = now;
  }

  /**
   * The tags: those that an export has written first, then the others, each by their names.
   *
   * @param refs all that lead to tags
   */
  List<GitTag> read(List<Ref> refs) {
    List<GitTag> tags = new ArrayList<>();
    for (Ref ref : refs) {
      String name = ref.getName().substring(Constants.R_TAGS.length());
      try {
        @Nullable GitTag tag = read(name, ref.getObjectId());
        if (tag != null) {
          tags.add(tag);
        }
      } catch (IOException | LargeObjectException e) {
        leftOut(name, "it cannot be read: " + Outcome.line(e));
      }
    }
    tags.sort(Comparator.comparing((GitTag tag) -> tag.file() == null).thenComparing(GitTag::name));
    return tags;
  }

  private @Nullable GitTag read(String name, @Nullable ObjectId id) throws IOException {
    if (id == null) {
      leftOut(name, "it leads nowhere");
      return null;
    }
    RevObject named = objects.parseAny(id);
    RevObject last = named;
    while (last instanceof RevTag tag) {
      last = objects.parseAny(tag.getObject());
    }
    if (!(last instanceof RevCommit commit)) {
      leftOut(name, "it is on no commit");
      return null;
    }
    Optional<LabelTag> exported = named instanceof RevTag tag ? exported(tag) : Optional.empty();
    String label = exported.isPresent() ? exported.get().label() : label(name);
    if (label.isEmpty()) {
      leftOut(name, "its name is nothing but white space");
      return null;
    }
    @Nullable PersonIdent by = named instanceof RevTag tag ? tag.getTaggerIdent() : null;
    Instant time = by == null ? time(commit) : by.getWhenAsInstant();
    return new GitTag(
        name,
        commit.copy(),
        label,
        notInFuture(name, exported.map(LabelTag::createdAt).orElse(time)),
        exported.map(LabelTag::file).orElse(null));
  }

  private static Optional<LabelTag> exported(RevTag tag) {
    @Nullable PersonIdent tagger = tag.getTaggerIdent();
    return tagger != null && tagger.getName().equals(LabelTag.TAGGER)
        ? LabelTag.read(message(tag), tagger.getWhenAsInstant())
        : Optional.empty();
  }

  /** All of it; JGit itself leaves out what looks like a signature. */
  private static String message(RevTag tag) {
    byte[] bytes = tag.getRawBuffer();
    int start = RawParseUtils.tagMessage(bytes, 0);
    return start < 0 ? "" : RawParseUtils.decode(bytes, start, bytes.length);
  }

  private static Instant time(RevCommit commit) {
    @Nullable PersonIdent author = commit.getAuthorIdent();
    return author == null
        ? Instant.ofEpochSecond(commit.getCommitTime())
        : author.getWhenAsInstant();
  }

  private Instant notInFuture(String name, Instant time) {
    if (time.isAfter(now)) {
      summary.changed(
          GitTag.told(name), "", "its date lies in the future; kept with the time of the import");
      return now;
    }
    return time;
  }

  private String label(String name) {
    String label = PlainText.line(name, Label.LONGEST_NAME);
    if (!label.equals(name)) {
      summary.changed(
          GitTag.told(name),
          "",
          name.length() > Label.LONGEST_NAME
              ? "its name was cut to the " + Label.LONGEST_NAME + " characters that are kept"
              : "its name was cleaned; kept as “" + label + "”");
    }
    return label;
  }

  private void leftOut(String name, String why) {
    summary.leftOut(GitTag.told(name), "", why);
  }

  @Override
  public void close() {
    objects.close();
  }
}

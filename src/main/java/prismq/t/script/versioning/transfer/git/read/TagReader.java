package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.git.format.LabelTag;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Reads the tags of a repository that are on commits; the others go into the summary. */
public final class TagReader implements AutoCloseable {
  private final RevWalk objects;
  private final ImportSummary summary;
  private final Instant now;

  /** Reads from this repository; what lies after this time lies in the future. */
  public TagReader(Repository repository, ImportSummary summary, Instant now) {
    this.objects = new RevWalk(repository);
    this.summary = summary;
    this.now = now;
  }

  /**
   * The tags: those that an export has written first, then the others, each by their times.
   *
   * @param refs all that lead to tags
   */
  public List<GitTag> read(List<NamedRef> refs) {
    List<GitTag> tags = new ArrayList<>();
    for (NamedRef ref : refs) {
      String name = ref.name().substring(Constants.R_TAGS.length());
      try {
        @Nullable GitTag tag = read(name, ref.id());
        if (tag != null) {
          tags.add(tag);
        }
      } catch (IOException | LargeObjectException e) {
        leftOut(name, FilledMessage.of("remark.unreadable", OneLine.of(e)));
      }
    }
    tags.sort(
        Comparator.comparing((GitTag tag) -> tag.file() == null)
            .thenComparing(GitTag::createdAt)
            .thenComparing(GitTag::name));
    return tags;
  }

  private @Nullable GitTag read(String name, ObjectId id) throws IOException {
    RevObject named = objects.parseAny(id);
    RevObject last = named;
    while (last instanceof RevTag tag) {
      last = objects.parseAny(tag.getObject());
    }
    if (!(last instanceof RevCommit commit)) {
      leftOut(name, FilledMessage.of("remark.git.no_commit"));
      return null;
    }
    Consumer<FilledMessage> changed = what -> summary.changed(GitTag.told(name), "", what);
    Optional<LabelTag> exported = named instanceof RevTag tag ? exported(tag) : Optional.empty();
    if (exported.isPresent()) {
      LabelTag tag = exported.get();
      return new GitTag(
          name,
          commit.copy(),
          tag.label(),
          PersonTime.usable(tag.createdAt(), timesOf(commit), now, changed),
          tag.file());
    }
    String label = PlainText.line(Label.tidied(name), Label.MAX_NAME);
    if (!Label.isVisible(label)) {
      leftOut(name, FilledMessage.of("remark.invisible_name"));
      return null;
    }
    if (name.length() > Label.MAX_NAME) {
      changed.accept(FilledMessage.of("remark.name_cut", Label.MAX_NAME));
    } else if (!label.equals(name)) {
      changed.accept(FilledMessage.of("remark.name_cleaned", label));
    }
    if (named instanceof RevTag tag && !message(tag).strip().equals(name)) {
      changed.accept(FilledMessage.of("remark.git.tag_message"));
    }
    byte @Nullable [] tagger = named instanceof RevTag tag ? raw(tag).line("tagger") : null;
    List<PersonTime.Substitute> ofCommit = timesOf(commit);
    // Old tags and those without a message have the time of their commit.
    @Nullable Instant own = tagger == null ? ofCommit.get(0).time() : PersonLine.of(tagger).time();
    Instant time = PersonTime.usable(own, ofCommit, now, changed);
    return new GitTag(name, commit.copy(), label, time, null);
  }

  private static Optional<LabelTag> exported(RevTag tag) {
    byte @Nullable [] line = raw(tag).line("tagger");
    if (line == null) {
      return Optional.empty();
    }
    PersonLine tagger = PersonLine.of(line);
    return tagger.time() != null && GuessedText.of(tagger.name()).text().equals(LabelTag.TAGGER)
        ? LabelTag.read(message(tag), tagger.time())
        : Optional.empty();
  }

  /** Of its author and its committer. */
  private static List<PersonTime.Substitute> timesOf(RevCommit commit) {
    RawObject raw = new RawObject(commit.getRawBuffer());
    List<PersonTime.Substitute> times = new ArrayList<>();
    for (String person : List.of("author", "committer")) {
      byte @Nullable [] line = raw.line(person);
      times.add(
          new PersonTime.Substitute("commit", line == null ? null : PersonLine.of(line).time()));
    }
    return times;
  }

  /** All of it; JGit itself leaves out what looks like a signature. */
  private static String message(RevTag tag) {
    RawObject raw = raw(tag);
    return raw.text(raw.message()).text();
  }

  private static RawObject raw(RevTag tag) {
    return new RawObject(tag.getRawBuffer());
  }

  private void leftOut(String name, FilledMessage why) {
    summary.leftOut(GitTag.told(name), "", why);
  }

  @Override
  public void close() {
    objects.close();
  }
}

package prismq.t.script.versioning.transfer.git.save;

import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.read.EncodedText;
import prismq.t.script.versioning.transfer.git.read.PersonLine;
import prismq.t.script.versioning.transfer.git.read.PersonTime;
import prismq.t.script.versioning.transfer.git.read.RawObject;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Author, time and message of a commit, fitted to our rules; reports what was changed. */
public final class CommitDetails {
  /** What is said of a merge of more lines than a version can be made of. */
  public static final FilledMessage MORE_LINES = FilledMessage.of("remark.git.more_lines");

  private static final int MAX_EMAIL_LENGTH = 320;
  private static final int MAX_ZONE_LENGTH = 40;

  private final RevCommit commit;
  private final String path;
  private final @Nullable CommitNote note;
  private final ImportSummary summary;
  private final RawObject raw;
  private final @Nullable PersonLine author;

  /**
   * The details of a commit.
   *
   * @param note what an export has noted of it, which goes before what the commit says
   */
  public CommitDetails(
      RevCommit commit, String path, @Nullable CommitNote note, ImportSummary summary) {
    this.commit = commit;
    this.path = path;
    this.note = note;
    this.summary = summary;
    this.raw = new RawObject(commit.getRawBuffer());
    byte @Nullable [] line = raw.line("author");
    this.author = line == null ? null : PersonLine.of(line);
  }

  public Metadata metadata() {
    return note == null ? Metadata.NONE : note.metadata();
  }

  public Author author() {
    if (note != null && note.author() != null) {
      Author noted = note.author();
      String line = PlainText.line(noted.name(), Author.MAX_NAME);
      if (!line.isEmpty()) {
        return new Author(line, PlainText.line(noted.email(), MAX_EMAIL_LENGTH));
      }
    }
    if (author == null) {
      String nobody = Messages.text("import.unknown_author");
      changed(FilledMessage.of("remark.git.no_author", nobody));
      return new Author(nobody, "");
    }
    String given = told("author", raw.text(author.name())).strip();
    String email = PlainText.line(raw.text(author.address()).text(), MAX_EMAIL_LENGTH);
    String name = PlainText.line(given, Author.MAX_NAME);
    if (name.isEmpty()) {
      name =
          email.isEmpty()
              ? Messages.text("import.unknown_author")
              : PlainText.cut(email, Author.MAX_NAME);
      changed(FilledMessage.of("remark.git.no_name", name));
    } else if (!author.isWhole()) {
      changed(FilledMessage.of("remark.git.no_address", name));
    } else if (!name.equals(given)) {
      changed(FilledMessage.of("remark.author_cleaned", name));
    }
    return new Author(name, email);
  }

  public Instant createdAt(Instant now) {
    if (note != null
        && note.createdAt() != null
        && !note.createdAt().isAfter(now)
        && TimeRange.has(note.createdAt())) {
      return note.createdAt();
    }
    if (author != null && !author.hasPossibleZone()) {
      changed(
          FilledMessage.of(
              "remark.git.time_zone",
              PlainText.line(String.valueOf(author.zone()), MAX_ZONE_LENGTH)));
    }
    byte @Nullable [] committer = raw.line("committer");
    @Nullable Instant committed = committer == null ? null : PersonLine.of(committer).time();
    return PersonTime.usable(
        author == null ? null : author.time(),
        List.of(new PersonTime.Substitute("committer", committed)),
        now,
        this::changed);
  }

  public String changeDescription() {
    if (note != null && note.changeDescription() != null) {
      String noted = PlainText.cut(note.changeDescription(), Version.MAX_CHANGE_DESCRIPTION);
      // A description that would be kept otherwise was not written by an export.
      if (PlainText.message(noted + ".").equals(noted + ".")) {
        return noted;
      }
    }
    String message = PlainText.message(told("message", raw.text(raw.message())));
    if (message.length() > Version.MAX_CHANGE_DESCRIPTION) {
      changed(FilledMessage.of("remark.git.message_cut", Version.MAX_CHANGE_DESCRIPTION));
    }
    return PlainText.cut(message, Version.MAX_CHANGE_DESCRIPTION);
  }

  private String told(String what, EncodedText text) {
    if (text.doubt() != null) {
      changed(FilledMessage.of("remark.git." + what + "." + text.doubt(), text.declared()));
    }
    return text.text();
  }

  private void changed(FilledMessage what) {
    summary.changed(path, ImportSummary.place("commit", commit.abbreviate(10).name()), what);
  }
}

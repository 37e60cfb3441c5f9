package prismq.t.script.versioning.transfer.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.git.plan.BranchNames;
import prismq.t.script.versioning.transfer.git.plan.BranchPlan;
import prismq.t.script.versioning.transfer.git.plan.ScriptChooser;
import prismq.t.script.versioning.transfer.git.read.BlobReader;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.GitSource;
import prismq.t.script.versioning.transfer.git.read.GitTag;
import prismq.t.script.versioning.transfer.git.read.GuessedText;
import prismq.t.script.versioning.transfer.git.read.HeadFiles;
import prismq.t.script.versioning.transfer.git.read.TagReader;
import prismq.t.script.versioning.transfer.git.save.BranchedSaver;
import prismq.t.script.versioning.transfer.git.save.CommitDetails;
import prismq.t.script.versioning.transfer.git.save.TagLabels;
import prismq.t.script.versioning.transfer.git.walk.CommitWalk;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.git.walk.FileTags;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/**
 * Makes scripts of the files of a git repository, versions of the commits on them, and labels of
 * the tags.
 */
public final class GitImport {
  /** Characters of the name of a file in a sentence. */
  private static final int MAX_NAME = 200;

  private final ImportContext context;

  private record Planned(
      ScriptChooser.ChosenScript script, BranchPlan plan, List<Branch> branches) {}

  /** Imports in this context. */
  public GitImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new.
   *
   * @param path the only file to import; null for every text of HEAD
   * @param scriptId the script it goes to; null to have it made of the file's name
   */
  public void run(GitSource source, @Nullable String path, @Nullable String scriptId)
      throws IOException {
    tell(source);
    Repository repository = source.repository();
    try (ObjectReader reader = repository.newObjectReader()) {
      BlobReader text = new BlobReader(reader, context.sizeLimit());
      HeadFiles head = new HeadFiles(repository, source.head());
      List<FilePath> paths =
          path == null ? head.texts(text, context.summary()) : List.of(head.named(path));
      check(paths, scriptId);
      List<GitTag> tags;
      try (TagReader all =
          new TagReader(repository, context.summary(), context.clock().instant())) {
        tags = all.read(source.tags());
      }
      List<FileHistory> histories;
      try (CommitWalk walk = new CommitWalk(repository, paths, context.summary())) {
        histories = walk.histories(source.head(), source.branches(), tags);
      }
      if (path != null && histories.get(0).changes().isEmpty()) {
        throw new ImportException(noSuchFile(head, text, path));
      }
      tellOfTagsWithoutFiles(histories);
      ScriptChooser choice = new ScriptChooser(context);
      List<ScriptChooser.ChosenScript> chosen =
          path == null && scriptId == null
              ? choice.forAll(histories)
              : List.of(choice.forOne(histories.get(0), scriptId));
      chosen.forEach(script -> NameRemarks.tell(script.history(), context.summary()));
      CopyRemarks.tell(histories, context.summary());
      List<Planned> planned = chosen.stream().map(script -> planned(script, reader)).toList();
      context
          .progress()
          .total(planned.stream().mapToInt(one -> one.plan.newChanges().size()).sum());
      for (Planned one : planned) {
        importScript(one, reader, text);
      }
    }
  }

  private void tell(GitSource source) throws IOException {
    ImportSummary summary = context.summary();
    source.missing().forEach(remark -> summary.leftOut(remark.what(), "", remark.why()));
    source.elsewhere().forEach(remark -> summary.changed(remark.what(), "", remark.why()));
    source
        .guessedNames()
        .forEach(
            name ->
                summary.changed(
                    name, "", FilledMessage.of("remark.git.name_guessed", GuessedText.GUESS)));
    for (String branch : source.remoteBranches()) {
      summary.leftOut(
          FilledMessage.of("remark.git.remote"),
          branch,
          FilledMessage.of("remark.git.remote_next"));
    }
  }

  private void tellOfTagsWithoutFiles(List<FileHistory> histories) {
    Set<GitTag> used = new HashSet<>();
    histories.forEach(file -> file.tags().tagged().forEach(tagged -> used.add(tagged.tag())));
    histories.get(0).tags().all().stream()
        .filter(tag -> !used.contains(tag))
        .forEach(
            tag ->
                context
                    .summary()
                    .leftOut(
                        tag.told(),
                        "",
                        tag.file() == null
                            ? FilledMessage.of("remark.git.tag_without_file")
                            : FilledMessage.of("remark.git.tag_other_file")));
  }

  private static void check(List<FilePath> paths, @Nullable String scriptId) {
    if (paths.isEmpty()) {
      throw new ImportException(FilledMessage.of("import.git.no_texts"));
    }
    if (scriptId != null && paths.size() > 1) {
      throw new ImportException(FilledMessage.of("import.git.which_file", paths.size()));
    }
  }

  private FilledMessage noSuchFile(HeadFiles head, BlobReader text, String path) {
    List<String> files =
        head.texts(text, new ImportSummary()).stream()
            .map(file -> PlainText.line(file.toString(), MAX_NAME))
            .toList();
    String some = String.join(", ", files.subList(0, Math.min(10, files.size())));
    return files.size() > 10
        ? FilledMessage.of("import.git.no_file_many", path, some, files.size() - 10)
        : FilledMessage.of("import.git.no_file", path, some);
  }

  private Planned planned(ScriptChooser.ChosenScript script, ObjectReader reader) {
    String scriptId = script.scriptId();
    boolean exists = context.target(scriptId).isPresent();
    List<Branch> branches = exists ? context.manager().branches(scriptId) : List.of();
    BranchPlan plan =
        new BranchPlan(
            script.history(),
            script.known(),
            branches,
            name ->
                exists
                    ? context.manager().findBranch(scriptId, name).isPresent()
                    : name.equals(Branch.MAIN),
            new BranchNames(reader));
    return new Planned(script, plan, branches);
  }

  private void importScript(Planned planned, ObjectReader reader, BlobReader text) {
    String scriptId = planned.script.scriptId();
    BranchPlan plan = planned.plan;
    BranchedSaver saver =
        new BranchedSaver(context, scriptId, planned.script.title(), plan, planned.branches);
    context.summary().alreadyThere(scriptId, plan.alreadyThere());
    plan.tooOld().forEach(change -> leftOut(change, FilledMessage.of("remark.older")));
    try (RevWalk commits = new RevWalk(reader)) {
      for (FileChange change : plan.newChanges()) {
        try {
          ScriptText content = content(change, text);
          saver.add(change, version(scriptId, change, content, commits), content.sizeBytes());
          if (change.parents().size() > 2) {
            context
                .summary()
                .changed(change.path().toString(), commit(change), CommitDetails.MORE_LINES);
          }
        } catch (BlobReader.Unreadable e) {
          leftOut(change, e.message());
          context.progress().done(1);
        }
      }
    }
    saver.flush();
    if (planned.script.known().isEmpty()
        && Fountain.isFileName(planned.script.history().path().toString())) {
      context.writtenAs(scriptId, TextFormat.SCREENPLAY);
    }
    addLabels(scriptId, planned.script.history(), saver);
  }

  private void addLabels(String scriptId, FileHistory history, BranchedSaver saver) {
    List<FileTags.Tagged> tagged = history.tags().tagged();
    if (!tagged.isEmpty()) {
      TagLabels labels =
          new TagLabels(
              history.path().toString(), saver.versions(history.changes()), context.summary());
      context.addLabels(scriptId, labels.of(tagged));
    }
  }

  private ScriptText content(FileChange change, BlobReader text) throws BlobReader.Unreadable {
    @Nullable TextEncoding noted =
        change.note() == null ? null : change.note().metadata().textEncoding();
    ScriptText content = text.read(change.state().mode(), change.state().blob(), noted);
    if (noted == null && !content.encoding().isUtf8()) {
      String encoding = content.encoding().label();
      String path = change.path().toString();
      if (EncodingGuess.isMarked(content.bytes())) {
        context
            .summary()
            .encoding(path, commit(change), FilledMessage.of("remark.read_by_mark", encoding));
      } else {
        context
            .summary()
            .guessed(path, commit(change), FilledMessage.of("remark.read_as", encoding));
      }
    }
    return content;
  }

  private void leftOut(FileChange change, FilledMessage why) {
    context.summary().leftOut(change.path().toString(), commit(change), why);
  }

  private static FilledMessage commit(FileChange change) {
    return ImportSummary.place("commit", change.shortCommit());
  }

  private NewVersion.Builder version(
      String scriptId, FileChange change, ScriptText content, RevWalk commits)
      throws BlobReader.Unreadable {
    try {
      RevCommit commit = commits.parseCommit(change.commit());
      commits.parseBody(commit);
      CommitDetails details =
          new CommitDetails(commit, change.path().toString(), change.note(), context.summary());
      NewVersion.Builder version =
          NewVersion.builder(scriptId, content, details.author(), details.changeDescription())
              .createdAt(details.createdAt(context.clock().instant()))
              .metadata(details.metadata())
              .sourceKey(change.key());
      // The walk keeps every commit; without its message it takes next to nothing.
      commit.disposeBody();
      return version;
    } catch (IOException e) {
      throw new BlobReader.Unreadable(
          FilledMessage.of("remark.git.commit_unreadable", OneLine.of(e)));
    }
  }
}

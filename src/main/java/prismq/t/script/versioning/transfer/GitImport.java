package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.Outcome;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;

/** Makes scripts of the files of a git repository, and versions of the commits on them. */
final class GitImport {
  private final VersionManager manager;
  private final Clock clock;
  private final int sizeLimit;
  private final Progress progress;
  private final Summary summary;

  GitImport(
      VersionManager manager, Clock clock, int sizeLimit, Progress progress, Summary summary) {
    this.manager = manager;
    this.clock = clock;
    this.sizeLimit = sizeLimit;
    this.progress = progress;
    this.summary = summary;
  }

  /**
   * Imports what is new.
   *
   * @param path the only file to import; null for every text of HEAD
   * @param scriptId the script it goes to; null to have it made of the file's name
   */
  void run(GitSource source, @Nullable String path, @Nullable String scriptId) throws IOException {
    Repository repository = source.repository();
    try (ObjectReader reader = repository.newObjectReader()) {
      GitText text = new GitText(reader, sizeLimit);
      List<String> paths =
          path == null ? GitFiles.texts(repository, source.head(), text, summary) : List.of(path);
      check(paths, scriptId);
      List<FileHistory> histories;
      try (FileHistoryWalk walk = new FileHistoryWalk(repository, summary)) {
        histories = walk.histories(source.head(), paths);
      }
      if (path != null && histories.get(0).changes().isEmpty()) {
        throw new CommandException(noSuchFile(source, text, path));
      }
      ScriptChoice choice = new ScriptChoice(manager, summary);
      List<ScriptChoice.Chosen> chosen =
          path == null && scriptId == null
              ? choice.forAll(histories)
              : List.of(choice.forOne(histories.get(0), scriptId));
      progress.total(chosen.stream().mapToInt(script -> script.changes().size()).sum());
      for (ScriptChoice.Chosen script : chosen) {
        importScript(script, reader, text);
      }
    }
  }

  private static void check(List<String> paths, @Nullable String scriptId) {
    if (paths.isEmpty()) {
      throw new CommandException("HEAD has no text files. Nothing was imported.");
    }
    if (scriptId != null && paths.size() > 1) {
      throw new CommandException(
          "HEAD has "
              + paths.size()
              + " text files, and --script names one script: say which file with --path.");
    }
  }

  private String noSuchFile(GitSource source, GitText text, String path) {
    List<String> files = GitFiles.texts(source.repository(), source.head(), text, new Summary());
    String some = String.join(", ", files.subList(0, Math.min(10, files.size())));
    return "No commit has a file "
        + path
        + ". Nothing was imported; the text files of HEAD are "
        + (files.size() > 10 ? some + " and " + (files.size() - 10) + " more" : some)
        + ".";
  }

  private void importScript(ScriptChoice.Chosen script, ObjectReader reader, GitText text) {
    BatchSaver saver =
        new BatchSaver(manager, script.scriptId(), script.title(), progress, summary);
    summary.alreadyThere(script.scriptId(), script.alreadyThere());
    try (RevWalk commits = new RevWalk(reader)) {
      for (FileChange change : script.changes()) {
        try {
          saver.add(version(script.scriptId(), change, commits, text));
        } catch (GitText.Unreadable e) {
          summary.leftOut(
              change.path(), "commit " + change.shortCommit(), String.valueOf(e.getMessage()));
          progress.done(1);
        }
      }
    }
    saver.flush();
  }

  private NewVersion version(String scriptId, FileChange change, RevWalk commits, GitText text)
      throws GitText.Unreadable {
    ScriptText content = text.read(change.mode(), change.blob());
    try {
      RevCommit commit = commits.parseCommit(change.commit());
      commits.parseBody(commit);
      CommitDetails details = new CommitDetails(commit, change.path(), summary);
      NewVersion version =
          NewVersion.builder(scriptId, content, details.author(), details.changeDescription())
              .createdAt(details.createdAt(clock.instant()))
              .sourceKey(change.key())
              .build();
      // The walk keeps every commit; without its message it takes next to nothing.
      commit.disposeBody();
      return version;
    } catch (IOException e) {
      throw new GitText.Unreadable("the commit cannot be read: " + Outcome.line(e));
    }
  }
}

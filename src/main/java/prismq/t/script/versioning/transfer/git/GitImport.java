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
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.Outcome;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.transfer.intake.Intake;
import prismq.t.script.versioning.transfer.intake.Summary;

/**
 * Makes scripts of the files of a git repository, versions of the commits on them, and labels of
 * the tags.
 */
public final class GitImport {
  private final Intake intake;

  private record Planned(ScriptChoice.Chosen script, BranchPlan plan, List<Branch> branches) {}

  /** Brings in by what the intake holds. */
  public GitImport(Intake intake) {
    this.intake = intake;
  }

  /**
   * Imports what is new.
   *
   * @param path the only file to import; null for every text of HEAD
   * @param scriptId the script it goes to; null to have it made of the file's name
   */
  public void run(GitSource source, @Nullable String path, @Nullable String scriptId)
      throws IOException {
    Repository repository = source.repository();
    try (ObjectReader reader = repository.newObjectReader()) {
      GitText text = new GitText(reader, intake.sizeLimit());
      List<String> paths =
          path == null
              ? GitFiles.texts(repository, source.head(), text, intake.summary())
              : List.of(path);
      check(paths, scriptId);
      for (String branch : source.remoteBranches()) {
        intake
            .summary()
            .leftOut(
                "Branches of the repository that this one is a clone of",
                branch,
                "only local branches come in; git switch NAME makes one of the other local");
      }
      List<GitTag> tags;
      try (GitTags all = new GitTags(repository, intake.summary(), intake.clock().instant())) {
        tags = all.read(source.tags());
      }
      List<FileHistory> histories;
      try (FileHistoryWalk walk = new FileHistoryWalk(repository, paths, intake.summary())) {
        histories = walk.histories(source.head(), source.branches(), tags);
      }
      if (path != null && histories.get(0).changes().isEmpty()) {
        throw new CommandException(noSuchFile(source, text, path));
      }
      tellOfTagsWithoutFiles(histories);
      ScriptChoice choice = new ScriptChoice(intake);
      List<ScriptChoice.Chosen> chosen =
          path == null && scriptId == null
              ? choice.forAll(histories)
              : List.of(choice.forOne(histories.get(0), scriptId));
      List<Planned> planned = chosen.stream().map(script -> planned(script, reader)).toList();
      intake.progress().total(planned.stream().mapToInt(one -> one.plan.newChanges().size()).sum());
      for (Planned one : planned) {
        importScript(one, reader, text);
      }
    }
  }

  private void tellOfTagsWithoutFiles(List<FileHistory> histories) {
    Set<GitTag> used = new HashSet<>();
    histories.forEach(file -> file.tags().tagged().forEach(tagged -> used.add(tagged.tag())));
    histories.get(0).tags().all().stream()
        .filter(tag -> !used.contains(tag))
        .forEach(
            tag ->
                intake
                    .summary()
                    .leftOut(
                        tag.told(),
                        "",
                        tag.file() == null
                            ? "its commit has none of the files that come in"
                            : "it is about another file"));
  }

  private static void check(List<String> paths, @Nullable String scriptId) {
    if (paths.isEmpty()) {
      throw new CommandException("HEAD has no text files. Nothing was imported.");
    }
    if (scriptId != null && paths.size() > 1) {
      throw new CommandException(
          "HEAD has "
              + paths.size()
              + " text files, and one script takes the history of one: say which file is meant.");
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

  private Planned planned(ScriptChoice.Chosen script, ObjectReader reader) {
    String scriptId = script.scriptId();
    boolean exists = intake.manager().findScript(scriptId).isPresent();
    List<Branch> branches = exists ? intake.manager().branches(scriptId) : List.of();
    BranchPlan plan =
        new BranchPlan(
            script.history(),
            script.known(),
            branches,
            name ->
                exists
                    ? intake.manager().findBranch(scriptId, name).isPresent()
                    : name.equals(Branch.MAIN),
            new LineNames(reader));
    return new Planned(script, plan, branches);
  }

  private void importScript(Planned planned, ObjectReader reader, GitText text) {
    String scriptId = planned.script.scriptId();
    BranchPlan plan = planned.plan;
    HistorySaver saver =
        new HistorySaver(intake, scriptId, planned.script.title(), plan, planned.branches);
    intake.summary().alreadyThere(scriptId, plan.alreadyThere());
    plan.tooOld()
        .forEach(
            change ->
                leftOut(
                    change,
                    "older than what was imported before; a version is never put before others"));
    try (RevWalk commits = new RevWalk(reader)) {
      for (FileChange change : plan.newChanges()) {
        try {
          ScriptText content = text.read(change.state().mode(), change.state().blob());
          saver.add(change, version(scriptId, change, content, commits), content.sizeBytes());
          if (change.parents().size() > 2) {
            intake.summary().changed(change.path(), commit(change), CommitDetails.MORE_LINES);
          }
        } catch (GitText.Unreadable e) {
          leftOut(change, String.valueOf(e.getMessage()));
          intake.progress().done(1);
        }
      }
    }
    saver.flush();
    addLabels(scriptId, planned.script.history(), saver);
  }

  private void addLabels(String scriptId, FileHistory history, HistorySaver saver) {
    List<FileTags.Tagged> tagged = history.tags().tagged();
    if (!tagged.isEmpty()) {
      TagLabels labels =
          new TagLabels(history.path(), saver.versions(history.changes()), intake.summary());
      intake.addLabels(scriptId, labels.of(tagged));
    }
  }

  private void leftOut(FileChange change, String why) {
    intake.summary().leftOut(change.path(), commit(change), why);
  }

  private static String commit(FileChange change) {
    return "commit " + change.shortCommit();
  }

  private NewVersion.Builder version(
      String scriptId, FileChange change, ScriptText content, RevWalk commits)
      throws GitText.Unreadable {
    try {
      RevCommit commit = commits.parseCommit(change.commit());
      commits.parseBody(commit);
      CommitDetails details =
          new CommitDetails(commit, change.path(), change.note(), intake.summary());
      NewVersion.Builder version =
          NewVersion.builder(scriptId, content, details.author(), details.changeDescription())
              .createdAt(details.createdAt(intake.clock().instant()))
              .metadata(details.metadata())
              .sourceKey(change.key());
      // The walk keeps every commit; without its message it takes next to nothing.
      commit.disposeBody();
      return version;
    } catch (IOException e) {
      throw new GitText.Unreadable("the commit cannot be read: " + Outcome.line(e));
    }
  }
}

package prismq.t.script.versioning.transfer.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.BrokenOffImport;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.git.read.GitSource;

/** A database that histories are imported into, and what is in it afterwards. */
record ImportedHistory(Path data) {
  private static final int SIZE_LIMIT = 1024 * 1024;

  CommandRun run(Path repository, String... more) {
    List<Object> words =
        new ArrayList<>(List.of("git", repository, "--data", data, "--script", "s"));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  /** Imports until a batch is saved and then breaks off, as when the machine goes down. */
  void runUntilFirstBatch(Path repository, String path) throws IOException {
    BrokenOffImport.run(
        data,
        SIZE_LIMIT,
        context -> {
          try (GitSource source = GitSource.open(repository, SIZE_LIMIT)) {
            new GitImport(context).run(source, path, "s");
          }
        });
  }

  <T> T in(Function<VersionManager, T> question) {
    try (Database database = Database.open(data)) {
      return question.apply(new VersionManager(database, new IndexWriter()));
    }
  }

  List<Version> versions() {
    return in(
        manager ->
            IntStream.rangeClosed(1, manager.script("s").latestVersion())
                .mapToObj(number -> manager.version("s", number))
                .toList());
  }

  /** What every version is called in git, by its number. */
  Map<Integer, String> keys() {
    Map<Integer, String> keys = new HashMap<>();
    for (ImportedVersion version : in(manager -> manager.imported("s"))) {
      keys.put(version.versionNumber(), key(version.sourceKey()));
    }
    return keys;
  }

  /** What the version of every label is called in git, by the name of the label. */
  Map<String, String> labels() {
    Map<Integer, String> keys = keys();
    Map<String, String> labels = new HashMap<>();
    for (Label label : in(manager -> manager.labels("s"))) {
      labels.put(label.name(), keys.getOrDefault(label.versionNumber(), ""));
    }
    return labels;
  }

  static String key(byte[] sourceKey) {
    return HexFormat.of().formatHex(sourceKey);
  }

  List<Branch> branches() {
    return in(manager -> manager.branches("s"));
  }

  List<Verification.Finding> problems() {
    try (Database database = Database.open(data)) {
      return new Verification(database, IndexVerification::new).run().problems();
    }
  }

  /** Each version in one line: number, branch, parents, first line of its description. */
  List<String> lines() {
    return versions().stream()
        .map(
            version ->
                version.versionNumber()
                    + " "
                    + version.branch()
                    + " "
                    + parents(version)
                    + version.changeDescription().lines().findFirst().orElse(""))
        .toList();
  }

  private static String parents(Version version) {
    if (version.parentVersion() == null) {
      return "";
    }
    return "on "
        + version.parentVersion()
        + (version.mergeParentVersion() == null ? "" : "+" + version.mergeParentVersion())
        + " ";
  }

  /** Each branch in one line: name, where it starts, whether it is archived. */
  List<String> branchLines() {
    return branches().stream()
        .map(
            branch ->
                branch.name()
                    + " from "
                    + branch.originVersion()
                    + (branch.isArchived() ? " archived" : ""))
        .toList();
  }
}

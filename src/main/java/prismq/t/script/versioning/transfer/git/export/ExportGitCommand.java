package prismq.t.script.versioning.transfer.git.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** The command {@code export git}. */
@Command(
    name = "git",
    description =
        "Makes a git repository of scripts: each a file, each version a commit, each label a tag,"
            + " branches and merges included.")
public final class ExportGitCommand extends DataCommand {
  @Parameters(
      index = "0",
      paramLabel = "DIR|FILE.bundle",
      description =
          "The folder to make, with the newest texts in it, or a bundle for git clone; a folder may"
              + " be there if it is empty.")
  private @Nullable Path target;

  @Parameters(
      index = "1..*",
      paramLabel = "SCRIPT",
      description = "The scripts that go into it (default: all).")
  private List<String> scripts = new ArrayList<>();

  @Override
  protected void run() throws IOException {
    out().println(export(Objects.requireNonNull(target)));
  }

  private String export(Path named) throws IOException {
    try (Database database = data().openExisting();
        ExportTarget to = ExportTarget.of(named);
        PackWriter pack = new PackWriter(to.packFile());
        ProgressBar progress = new ProgressBar(errors())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      GitExport.WrittenPack written = new GitExport(manager, wanted(manager), progress, pack).run();
      long bytes = to.make(pack, written);
      AuditLog.of(database).tryToRecord(AuditEvent.of(AuditAct.EXPORTED, asCalled()));
      return String.format(
          Locale.ROOT,
          "%s: %s of %s on %s, %s%s; %,d bytes",
          named,
          count(written.versions(), "version", "versions"),
          count(written.scripts(), "script", "scripts"),
          count(written.branchCount(), "branch", "branches"),
          count(written.merges(), "merge", "merges"),
          written.labels().isEmpty()
              ? ""
              : ", " + count(written.labels().size(), "label", "labels"),
          bytes);
    }
  }

  private List<Script> wanted(VersionManager manager) {
    List<Script> named =
        scripts.isEmpty()
            ? manager.historyReader().scriptIds().stream().map(manager::script).toList()
            : new LinkedHashSet<>(scripts).stream().map(manager::script).toList();
    // Oldest first, so that a file keeps its name when a script of a like name is created.
    return named.stream()
        .filter(script -> script.latestVersion() > 0)
        .sorted(Comparator.comparing(Script::createdAt).thenComparing(Script::scriptId))
        .toList();
  }

  private static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}

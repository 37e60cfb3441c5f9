package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import prismq.t.script.versioning.transfer.ExportCommand;

/**
 * Exports histories to git: whether what was imported from there comes out as it was, and how long
 * it takes beside {@code git fast-import} of the same.
 */
final class GitExportBenchmark {
  private static final int RUNS = 7;

  private final Workbench bench;
  private int exports;

  GitExportBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run(List<History> histories, History longest) throws Exception {
    if (!GitRepository.isInstalled()) {
      bench.report().add("export git", "", GitRepository.NOT_INSTALLED);
      return;
    }
    for (History history : histories) {
      if (bench.corpora() != null && history.git().isPresent()) {
        compare(history.scriptId(), history.git().get());
      }
    }
    measure(longest.scriptId(), longest.versions());
  }

  private void compare(String scriptId, GitRepository original) throws Exception {
    GitRepository exported = new GitRepository(export(scriptId));
    exported.run("fsck", "--strict");
    List<String> before = commits(original, scriptId);
    List<String> after = commits(exported, scriptId);
    int different = Math.abs(before.size() - after.size());
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      different += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    boolean sameIds = original.lines("rev-list", "HEAD").equals(exported.lines("rev-list", "HEAD"));
    bench
        .report()
        .add(
            scriptId + ": exported commits whose text, author, date or message git finds different",
            Figures.whole(different)
                + " of "
                + Figures.whole(before.size())
                + (sameIds ? "; the ids of the commits are the same" : ""),
            "",
            "0",
            different == 0);
  }

  /** Each with the ids of the texts before and after it. */
  private static List<String> commits(GitRepository repository, String file) throws Exception {
    byte[] log =
        repository.run(
            "log",
            "--reverse",
            "--raw",
            "--no-abbrev",
            "--format=%x01%an%x09%ae%x09%at%x09%B%x02",
            "HEAD",
            "--",
            file);
    return List.of(new String(log, StandardCharsets.UTF_8).substring(1).split("\u0001"));
  }

  private void measure(String scriptId, int versions) throws Exception {
    GitRepository ours = new GitRepository(export(scriptId));
    Path stream = bench.folder().resolve("export.fast-import");
    Files.write(stream, ours.run("fast-export", "--all"));
    long[] inProcess = new long[RUNS];
    long[] withStart = new long[RUNS];
    long[] git = new long[RUNS];
    long gitBytes = 0;
    for (int i = 0; i < RUNS; i++) {
      long before = System.nanoTime();
      export(scriptId);
      inProcess[i] = System.nanoTime() - before;
      GitRepository imported =
          GitRepository.create(bench.folder().resolve("fast-import-" + i), "--bare");
      before = System.nanoTime();
      ChildProcess.run(imported.command("fast-import", "--quiet").redirectInput(stream.toFile()));
      git[i] = System.nanoTime() - before;
      gitBytes = imported.objectBytes(".pack");
      before = System.nanoTime();
      ChildProcess.run(
          bench
              .jar()
              .command(
                  "export",
                  "git",
                  bench.folder().resolve("started-" + i).toString(),
                  scriptId,
                  "--data",
                  bench.data().toString()));
      withStart[i] = System.nanoTime() - before;
    }
    String gitTime =
        Figures.milliseconds(median(git) / 1e6) + " (git fast-import, its start included)";
    bench
        .report()
        .add(
            "export git of "
                + Figures.whole(versions)
                + " versions of "
                + scriptId
                + ", in process",
            "p50 " + Figures.milliseconds(median(inProcess) / 1e6),
            gitTime,
            "≤ 3 times git",
            median(inProcess) <= 3 * median(git));
    bench
        .report()
        .add(
            "the same with the start of the program",
            "p50 " + Figures.milliseconds(median(withStart) / 1e6),
            gitTime);
    bench
        .report()
        .add(
            "the pack of this export",
            Figures.bytes(packBytes(ours)),
            Figures.bytes(gitBytes) + " (git fast-import)");
  }

  private static long packBytes(GitRepository repository) throws IOException {
    return new GitRepository(repository.folder().resolve(".git")).objectBytes(".pack");
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Path export(String scriptId) throws IOException {
    exports++;
    Path folder = bench.folder().resolve("exported-" + exports);
    int status =
        new CommandLine(new ExportCommand())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .setErr(new PrintWriter(Writer.nullWriter()))
            .execute("git", folder.toString(), scriptId, "--data", bench.data().toString());
    if (status != 0) {
      throw new IOException("the export of " + scriptId + " failed");
    }
    return folder;
  }
}

package prismq.t.script.versioning;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.StorageStatistics;
import prismq.t.script.versioning.history.StorageStatistics.Sizes;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Prints how much room the histories take. */
@Command(
    name = "stats",
    description = "Prints versions, bytes, saving and longest delta chain, per script and in all.")
final class StatsCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws Exception {
    try (Database database = data.openExisting()) {
      List<Sizes> rows = new ArrayList<>(new StorageStatistics(database).perScript());
      rows.add(StorageStatistics.total(rows));
      int width = rows.stream().mapToInt(row -> row.scriptId().length()).max().orElse(0);
      String format = "%-" + Math.max(width, 6) + "s %9s %15s %13s %8s %7s%n";
      System.out.printf(
          format, "script", "versions", "raw bytes", "stored bytes", "saving", "chain");
      for (Sizes row : rows) {
        System.out.printf(
            Locale.ROOT,
            format,
            row.scriptId(),
            row.versions(),
            String.format(Locale.ROOT, "%,d", row.rawBytes()),
            String.format(Locale.ROOT, "%,d", row.storedBytes()),
            String.format(Locale.ROOT, "%.1f %%", row.saving() * 100),
            row.longestChain());
      }
      System.out.printf(
          Locale.ROOT,
          "database file: %,d bytes, of which search index: %,d bytes%n",
          Files.size(database.file()),
          new PassageIndex(database).sizeBytes());
    }
    return 0;
  }
}

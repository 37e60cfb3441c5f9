package prismq.t.script.versioning.transfer.prismq;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportOptions;
import prismq.t.script.versioning.transfer.imports.ImportRun;

/** The command {@code import prismq}. */
@Command(
    name = "prismq",
    description =
        "Imports the stories of PrismQ's database, each as a script, or one review history in"
            + " JSON. The file is only read, also while PrismQ writes to it.")
public final class ImportPrismQCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "PrismQ's SQLite database, or a file in JSON.")
  private @Nullable Path file;

  @Option(
      names = "--story",
      paramLabel = "ID",
      split = ",",
      description = "The only story of the database to import; several with commas.")
  private Set<Long> stories = new TreeSet<>();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description =
          "What the ids of the scripts begin with (NAME-story-1), so that several databases have"
              + " room side by side.")
  private @Nullable String project;

  @Option(
      names = "--script",
      paramLabel = "ID",
      description = "The script a review history goes to (default: made of the file's name).")
  private @Nullable String script;

  @Mixin private ImportOptions options = new ImportOptions();

  @Override
  public Integer call() {
    Path from = Objects.requireNonNull(file);
    return ImportRun.of(
        options,
        context -> new PrismQImport(context).run(from, new PrismQChoice(stories, project, script)));
  }
}

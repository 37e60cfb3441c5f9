package prismq.t.script.versioning.transfer.prismq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import prismq}. */
@Command(
    name = "prismq",
    description =
        "Imports the stories of PrismQ's database, each as a script, or one review history in"
            + " JSON. The file is only read, also while PrismQ writes to it.")
public final class ImportPrismQCommand extends ImportSourceCommand {
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

  @Override
  protected void importTo(ImportContext context) throws IOException {
    new PrismQImport(context)
        .run(Objects.requireNonNull(file), new PrismQChoice(stories, project, script));
  }
}

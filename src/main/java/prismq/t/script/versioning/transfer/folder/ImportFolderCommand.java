package prismq.t.script.versioning.transfer.folder;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportOptions;
import prismq.t.script.versioning.transfer.imports.ImportRun;

/** The command {@code import folder}. */
@Command(
    name = "folder",
    description =
        "Imports the files of a folder, or of a zip file of one, as versions of one script, v2"
            + " before v10. Where the folders in it hold files of the same names, each name is a"
            + " script and each folder a version.")
public final class ImportFolderCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder, or a zip file.")
  private @Nullable Path folder;

  @Option(
      names = "--script",
      paramLabel = "ID",
      description = "The script that all files go to (default: made of the names).")
  private @Nullable String script;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who wrote them (default: the name of this user).")
  private @Nullable String author;

  @Mixin private ImportOptions options = new ImportOptions();

  @Override
  public Integer call() {
    Path from = Objects.requireNonNull(folder);
    return ImportRun.of(options, context -> new FolderImport(context).run(from, script, author));
  }
}

package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import folder}. */
@Command(
    name = "folder",
    description =
        "Imports the files of a folder, or of a zip file of one, as versions of one script, v2"
            + " before v10. Where the folders in it hold files of the same names, each name is a"
            + " script and each folder a version.")
public final class ImportFolderCommand extends ImportSourceCommand {
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

  @Override
  protected void importTo(ImportContext context) throws IOException {
    new FolderImport(context).run(Objects.requireNonNull(folder), script, author);
  }
}

package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import folder}. */
@Command(
    name = "folder",
    description =
        "Imports the files of a folder, or of a zip file of one, as versions of one script: the bare"
            + " name first, v2 before v10, final last. Where the folders in it hold files of the same names, each name is a"
            + " script and each folder a version.")
public final class ImportFolderCommand extends ImportSourceCommand {
  @Parameters(
      paramLabel = "DIR",
      description = "The folder, a zip file, or a document, such as one of Word.")
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

  @Option(
      names = "--order",
      paramLabel = "names|dates",
      defaultValue = "names",
      converter = OrderOption.class,
      description =
          "What tells which draft is older: their names, or the dates of their files (default:"
              + " names).")
  private DraftOrder order = DraftOrder.NAMES;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = EncodingOption.class,
      description =
          "How texts are read that are neither UTF-8 nor marked as UTF-16, such as windows-1252"
              + " (default: guessed).")
  private @Nullable TextEncoding encoding;

  @Option(
      names = "--zip-names",
      paramLabel = "NAME",
      converter = EncodingOption.class,
      description =
          "How the names in a zip file are read that does not tell it, such as shift_jis (default:"
              + " guessed).")
  private @Nullable TextEncoding zipNames;

  @Override
  protected void importTo(ImportContext context) throws IOException {
    new FolderImport(context)
        .run(
            Objects.requireNonNull(folder),
            new DraftChoices(script, author, order, encoding, zipNames));
  }
}

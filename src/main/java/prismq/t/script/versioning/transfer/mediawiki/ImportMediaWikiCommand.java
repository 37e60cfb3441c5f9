package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import mediawiki}. */
@Command(
    name = "mediawiki",
    description =
        "Imports the pages of a MediaWiki, each as a script with its revisions as versions, from"
            + " the XML that its page Special:Export or its dumps give.")
public final class ImportMediaWikiCommand extends ImportSourceCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "XML, as it is or packed as .gz, .bz2, .xz, .zst or .7z.")
  private @Nullable Path file;

  @Option(
      names = "--page",
      paramLabel = "TITLE",
      description = "The only page to import, as it is called in the wiki.")
  private @Nullable String page;

  @Option(
      names = "--script",
      paramLabel = "ID",
      description = "The script that page goes to (default: made of the title).")
  private @Nullable String script;

  @Override
  protected void importTo(ImportContext context) throws IOException {
    new MediaWikiImport(context).run(Objects.requireNonNull(file), page, script);
  }
}

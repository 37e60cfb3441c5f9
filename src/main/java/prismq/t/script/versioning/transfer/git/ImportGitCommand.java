package prismq.t.script.versioning.transfer.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.git.read.GitSource;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSourceCommand;

/** The command {@code import git}. */
@Command(
    name = "git",
    description =
        "Imports the history of a file, or of every text file of HEAD, from git: all local branches,"
            + " and the lines that were merged into them.")
public final class ImportGitCommand extends ImportSourceCommand {
  @Parameters(paramLabel = "REPO", description = "A working copy, a bare repository or a bundle.")
  private @Nullable Path repository;

  @Option(
      names = "--path",
      paramLabel = "FILE",
      description = "The only file to import, as it is called in the repository.")
  private @Nullable String path;

  @Option(
      names = "--script",
      paramLabel = "ID",
      description = "The script it goes to (default: made of the file's name).")
  private @Nullable String script;

  @Override
  protected void importTo(ImportContext context) throws IOException {
    try (GitSource source =
        GitSource.open(Objects.requireNonNull(repository), context.sizeLimit())) {
      new GitImport(context).run(source, path == null ? null : inRepository(path), script);
    }
  }

  /** The path of the file as git has it. */
  private static String inRepository(String path) {
    String slashes = path.replace(java.io.File.separatorChar, '/');
    return slashes.startsWith("./") ? slashes.substring(2) : slashes;
  }
}

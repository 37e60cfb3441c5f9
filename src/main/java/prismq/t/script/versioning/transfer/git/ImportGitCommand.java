package prismq.t.script.versioning.transfer.git;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.transfer.git.read.GitSource;
import prismq.t.script.versioning.transfer.imports.ImportOptions;
import prismq.t.script.versioning.transfer.imports.ImportRun;

/** The command {@code import git}. */
@Command(
    name = "git",
    description =
        "Imports the history of a file, or of every text file of HEAD, from git: all local branches,"
            + " and the lines that were merged into them.")
public final class ImportGitCommand implements Callable<Integer> {
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

  @Mixin private ImportOptions options = new ImportOptions();

  @Override
  public Integer call() {
    Path from = Objects.requireNonNull(repository);
    return ImportRun.of(
        options,
        context -> {
          try (GitSource source = GitSource.open(from)) {
            new GitImport(context).run(source, path == null ? null : inRepository(path), script);
          }
        });
  }

  /** The file as trees call it. */
  private static String inRepository(String path) {
    String slashes = path.replace(java.io.File.separatorChar, '/');
    return slashes.startsWith("./") ? slashes.substring(2) : slashes;
  }
}

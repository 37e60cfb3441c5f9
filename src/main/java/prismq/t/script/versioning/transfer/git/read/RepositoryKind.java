package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** What a repository is that is not all there is to it, or has its objects elsewhere. */
final class RepositoryKind {
  private static final String REPLACEMENTS = "refs/replace/";

  private RepositoryKind() {}

  /** What a person is told of a repository whose objects have another kind of name. */
  static String otherHash(String path) {
    return path
        + " names its objects by SHA-256, which cannot be read. Nothing was imported; copy it into"
        + " one that uses SHA-1: git init --object-format=sha1 COPY, then, in the repository,"
        + " git fast-export --all | git -C COPY fast-import";
  }

  /**
   * Refuses a repository that cannot be read, before it is opened.
   *
   * @param gitFolder the folder with its objects
   * @throws ImportException if its objects have another kind of name
   */
  static void check(Path path, Path gitFolder) throws IOException {
    Path settings = gitFolder.resolve(Constants.CONFIG);
    if (!Files.isRegularFile(settings)) {
      return;
    }
    Config config = new Config();
    try {
      config.fromText(GuessedText.of(Files.readAllBytes(settings)).text());
    } catch (ConfigInvalidException e) {
      throw new ImportException(
          path + " has settings that git cannot read (" + settings + "). Nothing was imported.", e);
    }
    @Nullable String format = config.getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw new ImportException(otherHash(path.toString()));
    }
  }

  /** What git shows otherwise than it comes in, or is not there. */
  static List<SourceRemark> missing(Repository repository, Path gitFolder) throws IOException {
    List<SourceRemark> remarks = new ArrayList<>();
    int replaced = repository.getRefDatabase().getRefsByPrefix(REPLACEMENTS).size();
    if (replaced > 0) {
      remarks.add(
          new SourceRemark(
              "replacements (" + REPLACEMENTS + ")",
              "the history comes in as it was before them; git filter-repo makes them part of"
                  + " the history"));
    }
    Path grafts = gitFolder.resolve("info/grafts");
    if (Files.isRegularFile(grafts) && Files.size(grafts) > 0) {
      remarks.add(
          new SourceRemark(
              "grafts (info/grafts)",
              "the history comes in without them; git replace --convert-graft-file and git"
                  + " filter-repo make them part of the history"));
    }
    if (isPartial(repository.getConfig())) {
      remarks.add(
          new SourceRemark(
              "what this partial clone has not fetched",
              "texts that it lacks are listed one by one; clone again without --filter to have"
                  + " all of them"));
    }
    return remarks;
  }

  private static boolean isPartial(Config config) {
    return config.getString("extensions", null, "partialclone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(
                remote ->
                    config.getBoolean("remote", remote, "promisor", false)
                        || config.getString("remote", remote, "partialclonefilter") != null);
  }

  /** Where else the repository in a folder has its data. */
  static List<SourceRemark> elsewhere(Path folder, Path gitFolder) throws IOException {
    List<SourceRemark> remarks = new ArrayList<>();
    Path git = folder.resolve(Constants.DOT_GIT);
    if (Files.isSymbolicLink(git)) {
      remarks.add(
          new SourceRemark(".git", "a link; the history was read from " + git.toRealPath()));
    } else if (Files.isRegularFile(git)) {
      remarks.add(
          new SourceRemark(".git", "it leads elsewhere; the history was read from " + gitFolder));
    }
    Path alternates = gitFolder.resolve("objects/info/alternates");
    if (Files.isRegularFile(alternates)) {
      String text = GuessedText.of(Files.readAllBytes(alternates)).text();
      List<String> others =
          text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      if (!others.isEmpty()) {
        remarks.add(
            new SourceRemark(
                "objects of other repositories",
                "read as well, as objects/info/alternates says: " + String.join(", ", others)));
      }
    }
    return remarks;
  }
}

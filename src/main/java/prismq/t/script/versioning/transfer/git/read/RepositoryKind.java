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
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** What a repository is that is not all there is to it, or has its objects elsewhere. */
final class RepositoryKind {
  private static final String REPLACEMENTS = "refs/replace/";

  private RepositoryKind() {}

  /** What a person is told of a repository whose objects have another kind of name. */
  static FilledMessage otherHash(String path) {
    return FilledMessage.of("import.git.other_hash", path);
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
      throw new ImportException(FilledMessage.of("import.git.settings", path, settings), e);
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
              FilledMessage.of("remark.git.replacements", REPLACEMENTS),
              FilledMessage.of("remark.git.replacements_next")));
    }
    Path grafts = gitFolder.resolve("info/grafts");
    if (Files.isRegularFile(grafts) && Files.size(grafts) > 0) {
      remarks.add(
          new SourceRemark(
              FilledMessage.of("remark.git.grafts"), FilledMessage.of("remark.git.grafts_next")));
    }
    if (isPartial(repository.getConfig())) {
      remarks.add(
          new SourceRemark(
              FilledMessage.of("remark.git.partial"), FilledMessage.of("remark.git.partial_next")));
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
      remarks.add(new SourceRemark(".git", FilledMessage.of("remark.git.link", git.toRealPath())));
    } else if (Files.isRegularFile(git)) {
      remarks.add(new SourceRemark(".git", FilledMessage.of("remark.git.elsewhere", gitFolder)));
    }
    Path alternates = gitFolder.resolve("objects/info/alternates");
    if (Files.isRegularFile(alternates)) {
      String text = GuessedText.of(Files.readAllBytes(alternates)).text();
      List<String> others =
          text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      if (!others.isEmpty()) {
        remarks.add(
            new SourceRemark(
                FilledMessage.of("remark.git.alternates"),
                FilledMessage.of("remark.git.alternates_read", String.join(", ", others))));
      }
    }
    return remarks;
  }
}

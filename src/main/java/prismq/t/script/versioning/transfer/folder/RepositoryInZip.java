package prismq.t.script.versioning.transfer.folder;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Finds git repositories among the files of a zip: they are no drafts, and one that has its data
 * elsewhere would be read from somewhere on this machine.
 */
final class RepositoryInZip {
  /** What is said of the files of one beside drafts. */
  static final FilledMessage LEFT_OUT = FilledMessage.of("remark.git_in_zip");

  private static final String FOLDER = ".git";

  private RepositoryInZip() {}

  /**
   * Refuses a zip with a repository that leads elsewhere, or with one in place of drafts.
   *
   * @param files the paths of all files in it
   */
  static void check(Path zip, List<List<String>> files) {
    Set<List<String>> all = new HashSet<>(files);
    for (List<String> file : files) {
      String name = file.get(file.size() - 1);
      if (isGit(name)) {
        throw refused(zip, "import.zip.git_link");
      }
      if (String.join("/", file).endsWith("objects/info/alternates")) {
        throw refused(zip, "import.zip.git_alternates");
      }
      List<String> folder = file.subList(0, file.size() - 1);
      if (name.equals("HEAD")
          && !isIn(file)
          && all.contains(with(folder, "config"))
          && files.stream().anyMatch(other -> isBelow(other, with(folder, "objects")))) {
        throw refused(zip, "import.zip.git");
      }
    }
  }

  /** Whether a file belongs to a repository beside drafts. */
  static boolean isIn(List<String> path) {
    return path.stream().anyMatch(RepositoryInZip::isGit);
  }

  private static boolean isGit(String name) {
    return name.toLowerCase(Locale.ROOT).equals(FOLDER);
  }

  private static List<String> with(List<String> folder, String name) {
    List<String> path = new java.util.ArrayList<>(folder);
    path.add(name);
    return path;
  }

  private static boolean isBelow(List<String> file, List<String> folder) {
    return file.size() > folder.size() && file.subList(0, folder.size()).equals(folder);
  }

  private static ImportException refused(Path zip, String key) {
    return new ImportException(FilledMessage.of(key, zip));
  }
}

package prismq.t.script.versioning.transfer.folder;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Finds git repositories among the files of a zip: they are no drafts, and one that has its data
 * elsewhere would be read from somewhere on this machine.
 */
final class RepositoryInZip {
  /** What is said of the files of one beside drafts. */
  static final String LEFT_OUT =
      "the history of a git repository; upload a bundle to import it: git bundle create FILE HEAD"
          + " --branches --tags";

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
        throw refused(zip, "a " + FOLDER + " that leads to a repository elsewhere");
      }
      if (String.join("/", file).endsWith("objects/info/alternates")) {
        throw refused(zip, "a git repository that has a part of its data elsewhere");
      }
      List<String> folder = file.subList(0, file.size() - 1);
      if (name.equals("HEAD")
          && !isIn(file)
          && all.contains(with(folder, "config"))
          && files.stream().anyMatch(other -> isBelow(other, with(folder, "objects")))) {
        throw refused(zip, "a git repository");
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

  private static ImportException refused(Path zip, String what) {
    return new ImportException(
        zip
            + " holds "
            + what
            + ". Nothing was imported; zip the drafts without it, or make a bundle of the"
            + " repository: git bundle create FILE HEAD --branches --tags");
  }
}

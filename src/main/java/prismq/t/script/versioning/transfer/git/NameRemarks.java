package prismq.t.script.versioning.transfer.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.GuessedText;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Tells of names of files that cannot be shown as they are in git. */
final class NameRemarks {
  private static final int MAX_LENGTH = 400;

  private NameRemarks() {}

  static void tell(FileHistory history, ImportSummary summary) {
    FilePath path = history.path();
    String name = path.toString();
    if (path.isGuessed()) {
      summary.changed(
          name, "", "its name is not UTF-8; read as " + GuessedText.GUESS + inGit(path));
    }
    if (hasControls(path)) {
      summary.changed(
          name, "", "its name has control characters; shown with spaces instead" + inGit(path));
    }
    if (name.length() > Script.MAX_TITLE) {
      summary.changed(
          name, "", "its name was cut to the " + Script.MAX_TITLE + " characters of a title");
    }
    tellOfEarlierNames(history, summary);
  }

  private static void tellOfEarlierNames(FileHistory history, ImportSummary summary) {
    Map<FilePath, List<FileChange>> byName = new LinkedHashMap<>();
    for (FileChange change : history.changes()) {
      if (!change.path().equals(history.path())) {
        byName.computeIfAbsent(change.path(), path -> new ArrayList<>()).add(change);
      }
    }
    byName.forEach(
        (path, changes) -> {
          List<String> doubts = new ArrayList<>();
          if (path.isGuessed()) {
            doubts.add("its name was not UTF-8 then; read as " + GuessedText.GUESS + inGit(path));
          }
          if (hasControls(path)) {
            doubts.add("its name had control characters then" + inGit(path));
          }
          for (String doubt : doubts) {
            for (FileChange change : changes) {
              summary.changed(history.path().toString(), "commit " + change.shortCommit(), doubt);
            }
          }
        });
  }

  private static String inGit(FilePath path) {
    return " (in git it is " + PlainText.cut(path.quoted(), MAX_LENGTH) + ")";
  }

  private static boolean hasControls(FilePath path) {
    return path.toString().chars().anyMatch(Character::isISOControl);
  }
}

package prismq.t.script.versioning.transfer.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
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
          name, "", FilledMessage.of("remark.git.name_guessed_in", GuessedText.GUESS, inGit(path)));
    }
    if (hasControls(path)) {
      summary.changed(name, "", FilledMessage.of("remark.git.name_controls", inGit(path)));
    }
    if (name.length() > Script.MAX_TITLE) {
      summary.changed(name, "", FilledMessage.of("remark.git.title_cut", Script.MAX_TITLE));
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
          List<FilledMessage> doubts = new ArrayList<>();
          if (path.isGuessed()) {
            doubts.add(
                FilledMessage.of("remark.git.name_guessed_then", GuessedText.GUESS, inGit(path)));
          }
          if (hasControls(path)) {
            doubts.add(FilledMessage.of("remark.git.name_controls_then", inGit(path)));
          }
          for (FilledMessage doubt : doubts) {
            for (FileChange change : changes) {
              summary.changed(
                  history.path().toString(),
                  ImportSummary.place("commit", change.shortCommit()),
                  doubt);
            }
          }
        });
  }

  private static String inGit(FilePath path) {
    return PlainText.cut(path.quoted(), MAX_LENGTH);
  }

  private static boolean hasControls(FilePath path) {
    return path.toString().chars().anyMatch(Character::isISOControl);
  }
}

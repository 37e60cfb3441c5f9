package prismq.t.script.versioning.transfer.git;

import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.read.GuessedText;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Tells of names of files that cannot be shown as they are in git. */
final class NameRemarks {
  private static final int MAX_LENGTH = 400;

  private NameRemarks() {}

  static void tell(FilePath path, ImportSummary summary) {
    String name = path.toString();
    String inGit = " (in git it is " + PlainText.cut(path.quoted(), MAX_LENGTH) + ")";
    if (path.isGuessed()) {
      summary.changed(name, "", "its name is not UTF-8; read as " + GuessedText.GUESS + inGit);
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      summary.changed(
          name, "", "its name has control characters; shown with spaces instead" + inGit);
    }
    if (name.length() > Script.MAX_TITLE) {
      summary.changed(
          name, "", "its name was cut to the " + Script.MAX_TITLE + " characters of a title");
    }
  }
}

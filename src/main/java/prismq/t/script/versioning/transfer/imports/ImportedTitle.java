package prismq.t.script.versioning.transfer.imports;

import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextTitle;

/**
 * The title that an imported script gets if it is new.
 *
 * @param title given by somebody, or the name of a file
 * @param isGiven whether somebody gave it; otherwise the title that the text gives itself goes
 *     before it
 */
public record ImportedTitle(String title, boolean isGiven) {
  /** A title that somebody gave. */
  public static ImportedTitle given(String title) {
    return new ImportedTitle(ScriptIds.title(title), true);
  }

  /** The name of a file or folder, for texts that have no title of their own. */
  public static ImportedTitle ofFile(String name) {
    return new ImportedTitle(ScriptIds.title(name), false);
  }

  /** The title of a script with this text. */
  String of(ScriptText text) {
    return isGiven ? title : TextTitle.of(text.display()).map(ScriptIds::title).orElse(title);
  }
}

package prismq.t.script.versioning.transfer.folder;

import java.util.List;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.FilledMessage;

/** What came of reading a file as a text. */
sealed interface DraftText {
  /**
   * Its text.
   *
   * @param guessed what was guessed to read it, each as “read as Windows-1252”
   * @param told how it is read where that is chosen or marked, each as “read as Windows-1252”
   * @param lost what the text has no more of the file, each as the end of a sentence on it
   */
  record ReadDraft(
      ScriptText text,
      List<FilledMessage> guessed,
      List<FilledMessage> told,
      List<FilledMessage> lost)
      implements DraftText {}

  /** It has no text; why says so as the end of a sentence on the file. */
  record UnreadDraft(FilledMessage why) implements DraftText {}
}

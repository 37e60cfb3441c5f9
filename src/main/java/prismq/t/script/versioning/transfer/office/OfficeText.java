package prismq.t.script.versioning.transfer.office;

import java.util.List;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The text of a document.
 *
 * @param lost what it has no more of the document, each as the end of a sentence on that
 */
public record OfficeText(String text, List<FilledMessage> lost) {
  /** Copies the list. */
  public OfficeText {
    lost = List.copyOf(lost);
  }
}

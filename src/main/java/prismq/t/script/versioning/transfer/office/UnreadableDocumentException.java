package prismq.t.script.versioning.transfer.office;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/** A document that is damaged, or made to do harm; the message says so as the end of a sentence. */
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FilledMessage why;

  UnreadableDocumentException(FilledMessage why, @Nullable Exception cause) {
    super(cause);
    this.why = why;
  }

  /** What is wrong with it, as the end of a sentence. */
  public FilledMessage why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.text();
  }
}

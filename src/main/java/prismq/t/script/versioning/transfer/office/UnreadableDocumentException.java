package prismq.t.script.versioning.transfer.office;

import org.jspecify.annotations.Nullable;

/** A document that is damaged, or made to do harm; the message says so as the end of a sentence. */
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String why, @Nullable Exception cause) {
    super(why, cause);
  }
}

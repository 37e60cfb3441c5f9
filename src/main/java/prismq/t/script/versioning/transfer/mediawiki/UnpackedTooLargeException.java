package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.util.Locale;
import prismq.t.script.versioning.language.FilledMessage;

/** A file has, or unpacks to, more than is read of one. */
final class UnpackedTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final FilledMessage why;

  UnpackedTooLargeException(long most) {
    this.why = FilledMessage.of("import.wiki.too_large", String.format(Locale.ROOT, "%,d", most));
  }

  /** What it is, as a part of a sentence. */
  FilledMessage why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.text();
  }
}

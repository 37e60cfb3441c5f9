package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.util.Locale;

/** A file has, or unpacks to, more than is read of one. */
final class UnpackedTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  UnpackedTooLargeException(long most) {
    super(String.format(Locale.ROOT, "it unpacks to more than %,d bytes", most));
  }
}

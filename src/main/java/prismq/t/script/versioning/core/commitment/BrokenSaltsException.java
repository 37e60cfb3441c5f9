package prismq.t.script.versioning.core.commitment;

/** Stored salts are not what salts can be. */
public final class BrokenSaltsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSaltsException() {
    super("salts of a wrong length, or with a wrong mark of what was erased");
  }
}

package prismq.t.script.versioning.history;

/** An Idempotency-Key came again with another request; nothing was saved. */
public final class IdempotencyKeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdempotencyKeyReusedException(int versionNumber) {
    super(
        "This Idempotency-Key belongs to another request, which saved version "
            + versionNumber
            + ". Nothing was saved; use a new key for each version.");
  }
}

package prismq.t.script.versioning.history;

/**
 * A version that is saved once, however often it is requested.
 *
 * @param replayed whether an earlier request saved it
 */
public record SavedOnce(Version version, boolean replayed) {
  /** A version that this request saved. */
  public static SavedOnce now(Version version) {
    return new SavedOnce(version, false);
  }

  /** A version that an earlier request saved. */
  public static SavedOnce before(Version version) {
    return new SavedOnce(version, true);
  }
}

package prismq.t.script.versioning.comment;

import java.util.OptionalInt;

/** Tells in which review of a version something is suggested for it. */
public interface SuggestionReviews {
  /** The number of the newest review of a version; empty where there is none. */
  OptionalInt newest(String scriptId, int versionNumber);
}

package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.commitment.BrokenSaltsException;
import prismq.t.script.versioning.core.text.ContentHash;

/** Compares a version with its hash. */
final class VersionHashCheck {
  private VersionHashCheck() {}

  /**
   * What does not fit, as sentences without their ends; empty if the version is as it was saved.
   */
  static List<String> problems(
      RecordedVersion recorded,
      @Nullable ContentHash parentHash,
      @Nullable ContentHash mergeParentHash) {
    List<String> problems = new ArrayList<>();
    try {
      ContentHash expected = VersionHash.of(recorded, parentHash, mergeParentHash);
      if (!expected.equals(recorded.version().versionHash())) {
        problems.add(
            "its version hash does not fit: its metadata, its counts of words or its parents were"
                + " changed after it was saved");
      }
      for (String field : VersionHash.notErased(recorded)) {
        problems.add("its " + field + " was erased, but there is one again");
      }
    } catch (BrokenSaltsException e) {
      problems.add("the salts of its version hash are damaged");
    }
    return problems;
  }
}

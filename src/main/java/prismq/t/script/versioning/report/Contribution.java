package prismq.t.script.versioning.report;

import prismq.t.script.versioning.history.Version;

/**
 * What an author or a source contributed; each version counted against its first parent.
 *
 * @param wordsInserted all words of a version that has no parent
 */
record Contribution(String name, int versions, long wordsInserted, long wordsDeleted) {
  static Contribution none(String name) {
    return new Contribution(name, 0, 0, 0);
  }

  Contribution with(Version version) {
    return new Contribution(
        name,
        versions + 1,
        wordsInserted + Step.wordsInserted(version),
        wordsDeleted + Step.wordsDeleted(version));
  }
}

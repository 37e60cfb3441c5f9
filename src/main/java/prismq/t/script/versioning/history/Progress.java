package prismq.t.script.versioning.history;

/** Receives the progress of work on versions. */
public interface Progress {
  /** The total number of versions. */
  void total(int versions);

  /** A number of further versions is done. */
  void done(int versions);
}

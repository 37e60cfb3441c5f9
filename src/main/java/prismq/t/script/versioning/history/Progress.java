package prismq.t.script.versioning.history;

/** Is told how far work on versions is. */
public interface Progress {
  /** There are so many versions in all. */
  void total(int versions);

  /** So many versions more are done. */
  void done(int versions);
}

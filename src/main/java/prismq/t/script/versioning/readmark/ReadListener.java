package prismq.t.script.versioning.readmark;

/** Is told of a version that somebody has read. */
public interface ReadListener {
  /** Somebody has read a version of a script, after it was noted. */
  void read(long account, String scriptId, int versionNumber);
}

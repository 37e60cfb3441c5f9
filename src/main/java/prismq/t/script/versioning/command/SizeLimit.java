package prismq.t.script.versioning.command;

/** Reads a size limit in bytes; a larger text would not fit into an ordinary machine's memory. */
public final class SizeLimit extends WholeNumber {
  /** Takes up to 100 MiB. */
  public SizeLimit() {
    super(1, 100 * 1024 * 1024);
  }
}

package prismq.t.script.versioning.search.index;

/**
 * How far the index has come.
 *
 * @param done number of scripts and versions in it
 * @param all number of all scripts and versions
 */
public record IndexState(int done, int all) {
  /** Whether search finds everything. */
  public boolean isComplete() {
    return done == all;
  }
}

package prismq.t.script.versioning.project;

/**
 * A folder of scripts.
 *
 * @param isRestricted whether only admins know of it, and those who are named
 */
public record Project(long id, String name, boolean isRestricted) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 100;
}

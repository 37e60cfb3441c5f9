package prismq.t.script.versioning.token;

import java.util.Set;

/**
 * What a token is for, by numbers of rows: some scripts and those of some projects, whichever those
 * are when it is used. Where nothing is named, it is for all.
 */
public record TokenLimit(Set<Long> scripts, Set<Long> projects) {
  /** All scripts. */
  public static final TokenLimit NONE = new TokenLimit(Set.of(), Set.of());

  /** Whether it is for all. */
  public boolean isNone() {
    return scripts.isEmpty() && projects.isEmpty();
  }
}

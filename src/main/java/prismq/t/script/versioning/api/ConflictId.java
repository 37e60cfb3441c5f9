package prismq.t.script.versioning.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.MergeProposal;

/**
 * Identifies a conflict in the API by both heads and its passage, so that a resolution cannot apply
 * to another merge or to newer heads.
 */
record ConflictId(int fromVersion, int intoVersion) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})-[0-9a-z-]+");

  static String of(MergeProposal proposal, String passageId) {
    return proposal.merged().versionNumber()
        + "-"
        + proposal.head().versionNumber()
        + "-"
        + passageId;
  }

  /** The heads in an id; null if it is none. */
  static @Nullable ConflictId parse(String id) {
    Matcher form = FORM.matcher(id);
    return form.matches()
        ? new ConflictId(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)))
        : null;
  }
}

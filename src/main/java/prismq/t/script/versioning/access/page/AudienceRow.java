package prismq.t.script.versioning.access.page;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Right;

/**
 * Somebody who may read a script or the scripts of a project, or a group that is named.
 *
 * @param given what they are named with here; null where they are not
 * @param why a sentence on what they may do, and by what
 */
record AudienceRow(
    Grantee grantee, String name, @Nullable Right given, boolean isSelf, String why) {
  public boolean isNamed() {
    return given != null;
  }
}

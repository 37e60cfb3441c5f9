package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;

/** Says in a line by how much two versions differ in length and in scores. */
public interface LengthLine {
  /** The line from one version to another; null where there is nothing to say. */
  @Nullable String of(Script script, Version from, Version to);
}

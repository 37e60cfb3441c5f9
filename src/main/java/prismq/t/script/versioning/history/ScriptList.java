package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the scripts, those changed last first, as they were at one moment.
 *
 * @param count number of all scripts
 */
public record ScriptList(List<Item> items, int count) {
  /** A script; latest is null before its first version, and where that is damaged. */
  public record Item(Script script, @Nullable Version latest) {}
}

package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the scripts, as they were at one moment.
 *
 * @param count number of all scripts
 * @param fitting number of those that fit the choice
 * @param archived number of the archived ones besides
 */
public record ScriptList(List<Item> items, int count, int fitting, int archived) {
  /** A script; latest is null before its first version, and where that is damaged. */
  public record Item(Script script, @Nullable Version latest) {}
}

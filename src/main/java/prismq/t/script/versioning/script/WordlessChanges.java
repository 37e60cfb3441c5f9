package prismq.t.script.versioning.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/**
 * Versions that neither added nor removed a word, with their parents: what they changed instead.
 */
final class WordlessChanges {
  private final Map<Integer, Version> parents = new HashMap<>();

  private WordlessChanges() {}

  /** Reads the parents that are needed in one query, where there are any. */
  static WordlessChanges read(ScriptView view, List<Version> versions) {
    WordlessChanges changes = new WordlessChanges();
    Set<Integer> numbers = new TreeSet<>();
    for (Version version : versions) {
      Integer parent = version.parentVersion();
      if (parent != null && isWordless(version)) {
        numbers.add(parent);
      }
    }
    if (!numbers.isEmpty()) {
      changes.parents.putAll(view.versions(numbers));
    }
    return changes;
  }

  private static boolean isWordless(Version version) {
    Integer added = version.wordsInserted();
    Integer removed = version.wordsDeleted();
    return added != null && removed != null && added == 0 && removed == 0;
  }

  /** What a version changed, such as “moves only”; empty where it is a number of words. */
  String of(Version version, WordChanges counted) {
    Version parent = isWordless(version) ? parents.get(version.parentVersion()) : null;
    if (parent == null) {
      return "";
    }
    if (parent.contentHash().equals(version.contentHash())) {
      return Messages.text("history.row.same_text");
    }
    try {
      return Messages.text(
          counted.between(parent, version).wordsMoved() > 0
              ? "history.row.moves_only"
              : "history.row.spacing_only");
    } catch (DamagedVersionException e) {
      // Its own panel says so.
      return "";
    }
  }
}

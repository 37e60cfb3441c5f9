package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** The labels of one script, by the versions that have them. */
public final class VersionLabels {
  private final NavigableMap<Integer, List<String>> names = new TreeMap<>();

  /** Groups the labels of one script. */
  public VersionLabels(List<Label> labels) {
    for (Label label : labels) {
      names.computeIfAbsent(label.versionNumber(), version -> new ArrayList<>()).add(label.name());
    }
  }

  /** The names of a version's labels; empty if it has none. */
  public List<String> of(int versionNumber) {
    return names.getOrDefault(versionNumber, List.of());
  }

  /** The versions that have labels, newest first. */
  public NavigableSet<Integer> versions() {
    return names.descendingKeySet();
  }
}

package prismq.t.script.versioning.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;

/** Tells what a version was merged with as it was saved. */
final class MergedWith {
  private static final int MAX_NAMES = 5;

  private MergedWith() {}

  /** A sentence such as “Merged with version 9 by Ann.”; null if it was merged with nothing. */
  static @Nullable String of(ScriptView view, Version version) {
    List<Version> others = RebaseHandler.mergedWith(view, version);
    if (others.isEmpty()) {
      return null;
    }
    List<String> numbers =
        others.stream().map(other -> Integer.toString(other.versionNumber())).toList();
    List<String> authors = others.stream().map(other -> other.author().name()).distinct().toList();
    return "Merged with "
        + (others.size() == 1 ? "version " : "versions ")
        + joined(numbers)
        + " by "
        + joined(authors)
        + ".";
  }

  private static String joined(List<String> names) {
    if (names.size() > MAX_NAMES) {
      List<String> shown = new ArrayList<>(names.subList(0, MAX_NAMES));
      shown.add((names.size() - MAX_NAMES) + " more");
      return joined(shown);
    }
    if (names.size() == 1) {
      return names.get(0);
    }
    int last = names.size() - 1;
    return names.subList(0, last).stream().collect(Collectors.joining(", "))
        + " and "
        + names.get(last);
  }
}

package prismq.t.script.versioning.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

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
    List<String> authors = others.stream().map(other -> other.person().name()).distinct().toList();
    return Messages.text(
        others.size() == 1 ? "version.merged_with.one" : "version.merged_with.other",
        joined(numbers),
        joined(authors));
  }

  private static String joined(List<String> names) {
    if (names.size() > MAX_NAMES) {
      List<String> shown = new ArrayList<>(names.subList(0, MAX_NAMES));
      shown.add(Messages.text("list.more", names.size() - MAX_NAMES));
      return Messages.list(shown);
    }
    return Messages.list(names);
  }
}

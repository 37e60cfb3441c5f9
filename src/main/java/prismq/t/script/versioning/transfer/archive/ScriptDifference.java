package prismq.t.script.versioning.transfer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.RecordedBranch;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;

/** How a script differs from the one with its id in an archive. */
final class ScriptDifference {
  private ScriptDifference() {}

  /** Why the branches of a script are not those in the archive; null if they are. */
  static @Nullable FilledMessage otherBranches(RecordedScript existing, RecordedScript archived) {
    if (existing.script().latestVersion() > archived.script().latestVersion()) {
      return null; // It has newer versions, and is not changed.
    }
    for (int i = 0; i < existing.branches().size(); i++) {
      Branch branch = existing.branches().get(i).branch();
      if (i >= archived.branches().size()
          || !Objects.equals(
              branch.originVersion(), archived.branches().get(i).branch().originVersion())) {
        return FilledMessage.of("remark.archive.other_branch", branch.name());
      }
    }
    return null;
  }

  /** Whether the archive changes the script or its branches. */
  static boolean differs(RecordedScript existing, RecordedScript archived) {
    Script is = existing.script();
    Script wanted = archived.script();
    boolean isAsLong = is.latestVersion() == wanted.latestVersion();
    return !is.title().equals(wanted.title())
        || is.format() != wanted.format()
        || !is.createdAt().equals(wanted.createdAt())
        || (isAsLong && !is.changedAt().equals(wanted.changedAt()))
        || (isAsLong && existing.branches().size() != archived.branches().size())
        || !state(existing.branches())
            .equals(state(archived.branches().subList(0, existing.branches().size())));
  }

  private static List<List<Object>> state(List<RecordedBranch> branches) {
    List<List<Object>> state = new ArrayList<>();
    for (RecordedBranch recorded : branches) {
      Branch branch = recorded.branch();
      state.add(
          List.of(
              branch.name(),
              branch.description(),
              branch.createdAt(),
              Optional.ofNullable(branch.archivedAt()),
              recorded.formerNames()));
    }
    return state;
  }
}

package prismq.t.script.versioning.transfer.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Tells which files begin with versions of another one that comes in too. */
final class CopyRemarks {
  private CopyRemarks() {}

  static void tell(List<FileHistory> histories, ImportSummary summary) {
    Map<FilePath, FileHistory> byPath = new HashMap<>();
    histories.forEach(history -> byPath.put(history.path(), history));
    for (FileHistory history : histories) {
      for (FileChange change : history.changes()) {
        @Nullable FileChange before = change.firstParent();
        if (before != null
            && change.path().equals(history.path())
            && !before.path().equals(history.path())) {
          @Nullable FileHistory original = byPath.get(before.path());
          if (original != null && original.changes().stream().anyMatch(before::isSameAs)) {
            summary.changed(
                history.path().toString(),
                ImportSummary.place("commit", change.shortCommit()),
                FilledMessage.of("remark.git.copy", original.path()));
          }
        }
      }
    }
  }
}

package prismq.t.script.versioning.transfer.patches;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.files.NotWrittenException;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;

/** Makes a mail of each version along the first parents of a branch. */
final class PatchExport {
  private final VersionManager manager;
  private final Progress progress;

  /** Takes the mails as they are made. */
  interface Mails {
    /** The next one. */
    void add(PatchMail mail, int number, int count) throws IOException;
  }

  /** The result; versions that did not change the text make no mail. */
  record Made(int mails, int unchanged) {}

  PatchExport(VersionManager manager, Progress progress) {
    this.manager = manager;
    this.progress = progress;
  }

  /**
   * Makes the mails.
   *
   * @param from the version that the first patch is made on; null for none, which makes the file
   * @param to the last version; null for the head of the branch
   * @throws NotWrittenException if the line of the branch does not lead from the one to the other
   */
  Made run(
      String scriptId,
      String branch,
      @Nullable Integer from,
      @Nullable Integer to,
      String file,
      Mails mails)
      throws IOException {
    List<Integer> line = line(scriptId, branch, from, to);
    List<Version> changes = new ArrayList<>();
    SortedMap<Integer, Version> versions = manager.versions(scriptId, line);
    @Nullable ContentHash hash =
        from == null ? null : manager.version(scriptId, from).contentHash();
    for (Integer number : line) {
      Version version = Objects.requireNonNull(versions.get(number));
      if (hash == null || !version.contentHash().equals(hash)) {
        changes.add(version);
        hash = version.contentHash();
      }
    }
    progress.total(changes.size());
    // A patch can only be in one encoding from its first line to its last.
    boolean isRead =
        changes.stream().anyMatch(version -> !version.metadata().textEncoding().isUtf8());
    @Nullable ScriptText text =
        from == null ? null : patched(manager.content(scriptId, from), isRead);
    for (int i = 0; i < changes.size(); i++) {
      Version version = changes.get(i);
      ScriptText after = patched(manager.content(scriptId, version.versionNumber()), isRead);
      mails.add(new PatchMail(file, version, text, after), i + 1, changes.size());
      text = after;
      progress.done(1);
    }
    return new Made(changes.size(), line.size() - changes.size());
  }

  private static ScriptText patched(ScriptText text, boolean isRead) {
    return isRead ? text.inUtf8() : text.asBytes();
  }

  /** The versions after the one to the other, oldest first. */
  private List<Integer> line(
      String scriptId, String branch, @Nullable Integer from, @Nullable Integer to) {
    Branch named = manager.branch(scriptId, branch);
    VersionGraph graph = manager.graph(scriptId);
    Deque<Integer> line = new ArrayDeque<>();
    boolean behindEnd = to == null;
    boolean atStart = from == null;
    int version = named.headVersion() == null ? 0 : named.headVersion();
    while (version > 0 && !(from != null && version == from)) {
      behindEnd |= to != null && version == to;
      if (behindEnd) {
        line.addFirst(version);
      }
      version = graph.parent(version);
    }
    atStart |= version > 0;
    if (!behindEnd || !atStart) {
      throw new NotWrittenException(
          "The line of the branch "
              + named.name()
              + " does not lead "
              + (from == null ? "" : "from version " + from + " ")
              + "to version "
              + (to == null ? named.headVersion() : to)
              + ". Nothing was written; choose another branch or other versions.");
    }
    if (line.isEmpty()) {
      throw new NotWrittenException(
          "There is no version on that line, so there is nothing to export.");
    }
    return List.copyOf(line);
  }
}

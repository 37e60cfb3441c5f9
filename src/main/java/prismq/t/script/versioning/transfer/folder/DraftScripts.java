package prismq.t.script.versioning.transfer.folder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.ScriptIds;

/**
 * Which scripts the files of a folder are versions of. Where folders hold files of the same name,
 * each is a draft of all of these, and each name a script; otherwise all files are versions of one.
 */
final class DraftScripts {
  private DraftScripts() {}

  /**
   * A script and the files that are its versions, in order.
   *
   * @param title if it is a new script
   */
  record DraftScript(String scriptId, ImportedTitle title, List<DraftFile> files) {
    /** Whether the names of all files say that it is a screenplay. */
    boolean isScreenplay() {
      return !files.isEmpty() && files.stream().allMatch(file -> Fountain.isFileName(file.name()));
    }
  }

  /**
   * The scripts.
   *
   * @param name of the folder
   * @param wantedScript the one that all files go to; null to have it made of the names
   */
  static List<DraftScript> of(
      String name, @Nullable String wantedScript, List<DraftFile> files, DraftOrder order) {
    List<DraftFile> sorted = order.sorted(files);
    Map<String, List<DraftFile>> byName = new LinkedHashMap<>();
    for (DraftFile file : sorted) {
      byName.computeIfAbsent(file.nameInDraft(), key -> new ArrayList<>()).add(file);
    }
    boolean isSeveral =
        byName.size() > 1 && byName.values().stream().anyMatch(same -> same.size() > 1);
    if (wantedScript != null || !isSeveral) {
      String scriptId = wantedScript == null ? ScriptIds.from(name) : wantedScript;
      return List.of(new DraftScript(scriptId, ImportedTitle.ofFile(name), sorted));
    }
    Set<String> taken = new HashSet<>();
    List<DraftScript> scripts = new ArrayList<>();
    byName.forEach(
        (nameInDraft, drafts) -> {
          String path = name + "/" + nameInDraft;
          int attempt = 0;
          while (!taken.add(ScriptIds.from(path, attempt))) {
            attempt++;
          }
          scripts.add(
              new DraftScript(ScriptIds.from(path, attempt), ImportedTitle.ofFile(path), drafts));
        });
    return scripts;
  }

  /** The files without the folders that hold nothing but one other folder. */
  static List<DraftFile> withoutOuterFolders(List<DraftFile> files) {
    List<DraftFile> inner = files;
    while (!inner.isEmpty()
        && !inner.get(0).draft().isEmpty()
        && inner.stream().map(DraftFile::draft).distinct().count() == 1) {
      inner = inner.stream().map(DraftFile::withoutTop).toList();
    }
    return inner;
  }
}

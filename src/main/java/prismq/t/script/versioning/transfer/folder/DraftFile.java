package prismq.t.script.versioning.transfer.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a folder of drafts.
 *
 * @param place its full name in its source
 * @param path the names of the folders it lies in, and its own
 * @param size in bytes, as its source tells it
 * @param written when it was last written to; null if that is not known
 */
record DraftFile(String place, List<String> path, long size, @Nullable Instant written) {
  DraftFile {
    path = List.copyOf(path);
  }

  /** Its name and those of its folders, as the order of drafts takes them. */
  List<DraftName> draftNames(NameDates dates) {
    List<DraftName> names = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      names.add(
          i + 1 < path.size()
              ? DraftName.of(path.get(i), dates)
              : DraftName.ofFile(path.get(i), dates));
    }
    return names;
  }

  /** The path with slashes. */
  String name() {
    return String.join("/", path);
  }

  /** The folder on top that it lies in; empty if it lies in none. */
  String draft() {
    return path.size() == 1 ? "" : path.get(0);
  }

  /** Its name below the folder on top. */
  String nameInDraft() {
    return String.join("/", path.subList(path.size() == 1 ? 0 : 1, path.size()));
  }

  /** The same without the folder on top. */
  DraftFile withoutTop() {
    return new DraftFile(place, path.subList(1, path.size()), size, written);
  }

  /** Its names from every folder that it lies in, the longest first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      names.add(String.join("/", path.subList(i, path.size())));
    }
    return names;
  }
}

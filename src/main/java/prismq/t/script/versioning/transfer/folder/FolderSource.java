package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** The files of a folder and of the folders in it. */
final class FolderSource implements DraftSource {
  private final Path folder;
  private final Path realFolder;
  private final ImportSummary summary;
  private final Map<String, Path> places = new HashMap<>();

  FolderSource(Path folder, ImportSummary summary) throws IOException {
    this.folder = folder;
    this.realFolder = folder.toRealPath();
    this.summary = summary;
  }

  @Override
  public List<DraftFile> files() throws IOException {
    List<DraftFile> files = new ArrayList<>();
    collect(folder, List.of(), files);
    return files;
  }

  private void collect(Path parent, List<String> names, List<DraftFile> files) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(parent)) {
      entries = all.sorted().toList();
    }
    for (Path entry : entries) {
      List<String> path = new ArrayList<>(names);
      path.add(String.valueOf(entry.getFileName()));
      try {
        take(entry, path, files);
      } catch (IOException e) {
        leftOut(path, FilledMessage.of("remark.unreadable", OneLine.of(e)));
      }
    }
  }

  private void take(Path entry, List<String> path, List<DraftFile> files) throws IOException {
    if (path.get(path.size() - 1).startsWith(".") || Files.isHidden(entry)) {
      leftOut(path, HIDDEN);
    } else if (Files.isSymbolicLink(entry) && !isInside(entry)) {
      leftOut(path, FilledMessage.of("remark.link_outside"));
    } else if (Files.isDirectory(entry)) {
      if (path.size() >= MAX_DEPTH) {
        leftOut(path, TOO_DEEP);
      } else {
        collect(entry, path, files);
      }
    } else if (!Files.isRegularFile(entry)) {
      leftOut(path, FilledMessage.of("remark.no_file"));
    } else {
      DraftFile file =
          new DraftFile(
              String.join("/", path),
              path,
              Files.size(entry),
              Files.getLastModifiedTime(entry).toInstant());
      if (files.size() == MAX_FILES) {
        throw new ImportException(FilledMessage.of("import.many_files", folder, MAX_FILES));
      }
      places.put(file.place(), entry);
      files.add(file);
    }
  }

  /** Whether a link leads to a file of the folder. */
  private boolean isInside(Path link) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(realFolder) && Files.isRegularFile(target);
    } catch (IOException e) {
      return false;
    }
  }

  private void leftOut(List<String> path, FilledMessage why) {
    summary.leftOut(String.join("/", path), "", why);
  }

  @Override
  public byte[] read(DraftFile file, int atMost) throws IOException {
    Path place = places.get(file.place());
    if (place == null) {
      throw new IOException(Messages.text("remark.gone"));
    }
    try (InputStream in = Files.newInputStream(place)) {
      return in.readNBytes(atMost);
    }
  }

  @Override
  public void close() {}
}

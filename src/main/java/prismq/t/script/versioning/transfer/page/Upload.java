package prismq.t.script.versioning.transfer.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.language.Messages;

/** Files that were uploaded, in a folder of their own that is deleted with them. */
final class Upload implements AutoCloseable {
  private static final String FOLDER = "drafts";

  private final TemporaryFolder temporary;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  Upload() throws IOException {
    this.temporary = new TemporaryFolder();
    this.folder = Files.createDirectory(temporary.path().resolve(FOLDER));
  }

  /** The folder for files until they are complete. */
  Path temporaryPath() {
    return temporary.path();
  }

  /** Free space there, in bytes. */
  long room() throws IOException {
    return temporary.room();
  }

  /** The path for one more file, where none is yet. */
  Path add(String name) {
    Path file = folder.resolve(FileName.kept(name));
    for (int attempt = 2; files.contains(file); attempt++) {
      file = folder.resolve(FileName.kept(name, attempt));
    }
    files.add(file);
    return file;
  }

  /** The folder with nothing but the files in it. */
  Path folder() {
    return folder;
  }

  /** The files in the order of upload. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** The first file, which may be the only one. */
  Path file() {
    return files.get(0);
  }

  List<String> names() {
    return files.stream().map(this::nameOf).toList();
  }

  String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** In bytes. */
  long size() throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  /** The message for the person who uploaded the files, without the server's folders. */
  String withoutPaths(String message) {
    String path = temporary.path().toString();
    return message
        .replace("file://" + path, path)
        .replace("file:" + path, path)
        .replace(folder + "/", "")
        .replace(path + "/", "")
        .replace(path, Messages.text("import.the_upload"));
  }

  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      temporary.close();
    }
  }
}

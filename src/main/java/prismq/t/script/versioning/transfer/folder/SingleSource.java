package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One document by itself. */
record SingleSource(Path file) implements DraftSource {
  @Override
  public List<DraftFile> files() throws IOException {
    String name = String.valueOf(file.getFileName());
    return List.of(
        new DraftFile(
            name, List.of(name), Files.size(file), Files.getLastModifiedTime(file).toInstant()));
  }

  @Override
  public byte[] read(DraftFile draft, int atMost) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(atMost);
    }
  }

  @Override
  public void close() {}
}

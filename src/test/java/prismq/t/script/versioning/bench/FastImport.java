package prismq.t.script.versioning.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import prismq.t.script.versioning.core.text.ScriptText;

/** Writes a made-up history as git takes it in bulk, with {@code git fast-import}. */
final class FastImport implements AutoCloseable {
  private final Path stream = Files.createTempFile("bench", ".fast-import");
  private final OutputStream out = new BufferedOutputStream(Files.newOutputStream(stream));
  private final String file;

  FastImport(String file) throws IOException {
    this.file = file;
  }

  void add(ScriptText text, String message, long epochSecond) throws IOException {
    byte[] messageBytes = message.getBytes(StandardCharsets.UTF_8);
    write("commit refs/heads/main\n");
    write("committer Writer <writer@example.org> " + epochSecond + " +0000\n");
    write("data " + messageBytes.length + "\n");
    out.write(messageBytes);
    write("\nM 100644 inline " + file + "\ndata " + text.sizeBytes() + "\n");
    out.write(text.bytes());
    write("\n");
  }

  private void write(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** Brings all that was added into a repository. */
  void into(GitRepository repository) throws IOException, InterruptedException {
    out.flush();
    ChildProcess.run(repository.command("fast-import", "--quiet").redirectInput(stream.toFile()));
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.delete(stream);
  }
}

package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.command.DataCommand;

/** The command {@code backup}. */
@Command(
    name = "backup",
    description = "Copies the database into a new file, also while the server runs.")
public final class BackupCommand extends DataCommand {
  @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist yet.")
  private @Nullable Path file;

  @Override
  protected void run() throws IOException {
    Path target = Objects.requireNonNull(file);
    long size = new Backup(data().folder(), target).run();
    out().printf(Locale.ROOT, "Backed up to %s: %,d bytes, checked.%n", target, size);
  }
}

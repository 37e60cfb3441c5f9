package prismq.t.script.versioning.transfer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.ExitStatus;

/** The command {@code backup}. */
@Command(
    name = "backup",
    description = "Copies the database into a new file, also while the server runs.")
public final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist yet.")
  private @Nullable Path file;

  @Mixin private DataOption data = new DataOption();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Path target = Objects.requireNonNull(file);
    return ExitStatus.of(
        () -> {
          long size = new Backup(data.folder(), target).run();
          line.getOut().printf(Locale.ROOT, "Backed up to %s: %,d bytes, checked.%n", target, size);
          line.getOut().flush();
        },
        line.getErr());
  }
}

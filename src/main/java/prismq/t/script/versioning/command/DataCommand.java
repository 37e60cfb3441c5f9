package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on the data folder; a failure is one line. */
public abstract class DataCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Spec private @Nullable CommandSpec spec;

  /** Does what the command is for. */
  protected abstract void run() throws Exception;

  @Override
  public final Integer call() {
    int status = ExitStatus.of(this::run, errors());
    out().flush();
    return status;
  }

  /** The option that names the data folder. */
  protected final DataOption data() {
    return data;
  }

  /** The command as it was called. */
  protected final CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** The command and what it was called for, without options: “import git film.bundle”. */
  protected final String asCalled() {
    CommandLine.ParseResult called = line().getParseResult();
    return line().getCommandSpec().qualifiedName().replaceFirst("^script-versioning ", "")
        + called.matchedPositionals().stream()
            .flatMap(positional -> positional.originalStringValues().stream())
            .map(value -> " " + value)
            .collect(Collectors.joining());
  }

  /** Where results are printed; flushed at the end. */
  protected final PrintWriter out() {
    return line().getOut();
  }

  /** Where progress and failures are printed. */
  protected final PrintWriter errors() {
    return line().getErr();
  }
}

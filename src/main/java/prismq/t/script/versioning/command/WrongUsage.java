package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.problem.OneLine;

/** Reports wrong usage of a command in one line, and ends it with status 2. */
public final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter errors = command.getErr();
    @Nullable String variable = variable(e, arguments);
    String message = OneLine.of(e);
    errors.println(
        // Our messages are sentences, those of the library are not.
        message.replaceFirst("\\.$", "")
            + (variable == null ? "" : ", from the environment variable " + variable)
            + ". See: "
            + command.getCommandSpec().qualifiedName()
            + " --help");
    if (!command.getSubcommands().isEmpty()) {
      // Without a command, list the commands.
      command.usage(errors);
    }
    errors.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The environment variable that gave the value; null if an option did. */
  private static @Nullable String variable(ParameterException e, String[] arguments) {
    if (!(e.getArgSpec() instanceof OptionSpec option)) {
      return null;
    }
    boolean given =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2)[0])
            .anyMatch(argument -> Arrays.asList(option.names()).contains(argument));
    String name = option.longestName().replaceFirst("^--", "").replace('-', '_');
    String variable = "SCRIPT_VERSIONING_" + name.toUpperCase(Locale.ROOT);
    return given || System.getenv(variable) == null ? null : variable;
  }
}

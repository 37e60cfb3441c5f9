package prismq.t.script.versioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a secret of the server comes from: the environment or a file, never the command line. */
final class SecretSource {
  private SecretSource() {}

  /** The secret in a file if one is named, else in this variable; empty for none. */
  static Optional<String> read(CommandSpec spec, String variable, @Nullable Path file) {
    if (file == null) {
      return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }
    try {
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), file + " is empty; it should hold a secret");
      }
      return Optional.of(text);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be read; it should hold a secret, and nothing else");
    }
  }
}

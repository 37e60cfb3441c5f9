package prismq.t.script.versioning.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git command in a folder, without anybody's settings. */
public record Git(Path folder) {
  /** Runs it; what it wrote to its standard output. */
  public byte[] bytes(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_COMMITTER_NAME", "Committer");
    builder.environment().put("GIT_COMMITTER_EMAIL", "committer@example.org");
    Path errors = Files.createTempFile("git", ".err");
    try {
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      assertThat(process.waitFor())
          .as("%s: %s", command, new String(Files.readAllBytes(errors), ISO_8859_1))
          .isZero();
      return out;
    } finally {
      Files.delete(errors);
    }
  }

  /** The same as lines of text. */
  public List<String> lines(String... arguments) throws IOException, InterruptedException {
    return new String(bytes(arguments), UTF_8).lines().toList();
  }

  /** Everything that git finds wrong with the repository, by its strictest rules. */
  public List<String> problems() throws IOException, InterruptedException {
    return lines("fsck", "--strict", "--no-dangling");
  }
}

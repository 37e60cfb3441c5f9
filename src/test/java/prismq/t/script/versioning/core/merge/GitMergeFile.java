package prismq.t.script.versioning.core.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * What {@code git merge-file --diff3} makes of texts to merge; one process asks it for all of them.
 */
public final class GitMergeFile {
  private static final String MARKER = "<".repeat(60);

  private static final String SCRIPT =
      """
      n=0
      while test -e $n.base; do
        git merge-file --diff3 --marker-size=60 -p $n.ours $n.base $n.theirs >$n.merged
        test $? -lt 128 || exit 1
        n=$((n + 1))
      done
      """;

  private GitMergeFile() {}

  /**
   * What it made of one.
   *
   * @param text with markers where there are conflicts
   */
  public record Result(int conflicts, ScriptText text) {
    /** Whether there is nothing to settle. */
    public boolean isClean() {
      return conflicts == 0;
    }
  }

  /**
   * Merges them.
   *
   * @param folder for the files, empty
   */
  public static List<Result> merge(Path folder, List<MergeCase> cases)
      throws IOException, InterruptedException {
    for (int n = 0; n < cases.size(); n++) {
      Files.write(folder.resolve(n + ".base"), cases.get(n).base().bytes());
      Files.write(folder.resolve(n + ".ours"), cases.get(n).ours().bytes());
      Files.write(folder.resolve(n + ".theirs"), cases.get(n).theirs().bytes());
    }
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", SCRIPT).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    if (builder.redirectError(errors.toFile()).start().waitFor() != 0) {
      throw new IOException(Files.readString(errors));
    }
    List<Result> results = new ArrayList<>();
    for (int n = 0; n < cases.size(); n++) {
      ScriptText text = ScriptText.of(Files.readAllBytes(folder.resolve(n + ".merged")));
      long conflicts = text.exactLines().stream().filter(line -> line.startsWith(MARKER)).count();
      results.add(new Result((int) conflicts, text));
    }
    return results;
  }
}

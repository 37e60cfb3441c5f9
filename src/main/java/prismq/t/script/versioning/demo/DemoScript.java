package prismq.t.script.versioning.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A script of the demo; the text of version n is the resource {@code /demo/<scriptId>/v<n>}.
 *
 * @param fileExtension of its resources
 * @param versions in the order of their numbers, from 1
 * @param labels names of labels with the numbers of their versions
 * @param branchOff the branch it has beside main, else null
 */
record DemoScript(
    String scriptId,
    String title,
    String fileExtension,
    List<DemoVersion> versions,
    Map<String, Integer> labels,
    @Nullable BranchOff branchOff) {

  /** A branch and the version it starts from. */
  record BranchOff(String name, int fromVersion) {}

  /** The text of a version; that of the restored version where it has none of its own. */
  ScriptText content(int versionNumber) {
    Integer restoredFrom = versions.get(versionNumber - 1).restoredFrom();
    int written = restoredFrom == null ? versionNumber : restoredFrom;
    String resource = "/demo/" + scriptId + "/v" + written + "." + fileExtension;
    try (InputStream stream = DemoScript.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + resource + " is missing.");
      }
      return ScriptText.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

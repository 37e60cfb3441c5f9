package prismq.t.script.versioning.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotations;

/**
 * Compares by line who wrote the last version with what {@code git blame -w -M} says. A line of
 * ours belongs to the newest version that wrote a word of it; blank lines are not compared.
 */
final class BlameComparison {
  /** So many bytes of a source key are of the commit's id. */
  private static final int COMMIT_BYTES = 12;

  private final Workbench bench;
  private final VersionManager manager;
  private final Annotations annotations;
  private final History history;

  BlameComparison(
      Workbench bench, VersionManager manager, Annotations annotations, History history) {
    this.bench = bench;
    this.manager = manager;
    this.annotations = annotations;
    this.history = history;
  }

  /** A line, the version that wrote it, and the one that git names. */
  private record Line(String text, int ours, int git) {}

  void run() throws Exception {
    GitRepository repository = history.git().orElseThrow();
    int head = Objects.requireNonNull(manager.branch(history.scriptId(), "main").headVersion());
    ScriptText text = manager.content(history.scriptId(), head);
    String file = repository.fileWith(text.bytes());
    List<Line> lines =
        lines(
            annotations.view(history.scriptId(), view -> annotations.read(view, head)).get(),
            repository.lines("blame", "-w", "-M", "-l", "-s", "--root", "HEAD", "--", file));
    int same = 0;
    int stoodThere = 0;
    int cameBack = 0;
    int wordsWent = 0;
    List<String> newer = new ArrayList<>();
    for (Line line : lines) {
      if (line.ours == line.git) {
        same++;
      } else if (line.ours > line.git) {
        newer.add("“" + shortened(line.text) + "”");
      } else if (stoodIn(line.text, parent(line.git))) {
        stoodThere++;
      } else if (stoodInAnyBefore(line)) {
        cameBack++;
      } else {
        wordsWent++;
      }
    }
    bench
        .report()
        .add(
            history.scriptId() + ": lines of the last version as git blame -w -M has them",
            same
                + " of "
                + lines.size()
                + "; older, because all of the line stood in the version before git's "
                + stoodThere
                + ", because it was removed and restored "
                + cameBack
                + ", because git's version only took words away or broke lines anew "
                + wordsWent
                + "; newer "
                + newer.size()
                + (newer.isEmpty()
                    ? ""
                    : ": " + String.join(", ", newer.stream().distinct().toList())),
            "");
  }

  private static String shortened(String line) {
    String plain = line.strip().replace("|", "/").replace("<", "‹").replace(">", "›");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
  }

  private List<Line> lines(Annotation annotation, List<String> blamed) {
    Map<String, Integer> versions = new HashMap<>();
    for (ImportedVersion version : manager.imported(history.scriptId())) {
      String commit = HexFormat.of().formatHex(version.sourceKey(), 0, COMMIT_BYTES);
      versions.put(commit, version.versionNumber());
    }
    byte[] bytes = annotation.text().bytes();
    int[] writers = new int[bytes.length];
    for (Annotation.Attribution run : annotation.runs()) {
      Arrays.fill(writers, run.bytes().start(), run.bytes().end(), run.versionNumber());
    }
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; start < bytes.length; i++) {
      int end = start;
      int newest = 0;
      for (; end < bytes.length && bytes[end] != '\n'; end++) {
        newest = Character.isWhitespace(bytes[end]) ? newest : Math.max(newest, writers[end]);
      }
      Integer git = versions.get(blamed.get(i).replace("^", "").substring(0, 2 * COMMIT_BYTES));
      if (newest > 0 && git != null) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        lines.add(new Line(text, newest, git));
      }
      start = end + 1;
    }
    return lines;
  }

  private int parent(int version) {
    Version saved = manager.version(history.scriptId(), version);
    return saved.parentVersion() == null ? 0 : saved.parentVersion();
  }

  /** Whether the words of a line stood in a version side by side, however its lines were broken. */
  private boolean stoodIn(String line, int version) {
    return version > 0
        && words(manager.content(history.scriptId(), version).display()).contains(words(line));
  }

  private boolean stoodInAnyBefore(Line line) {
    for (int version = parent(line.git); version >= line.ours; version = parent(version)) {
      if (stoodIn(line.text, version)) {
        return true;
      }
    }
    return false;
  }

  private static String words(String text) {
    return " " + text.strip().replaceAll("\\s+", " ") + " ";
  }
}

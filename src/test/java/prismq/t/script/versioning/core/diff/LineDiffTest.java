package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class LineDiffTest {
  private static final int PAIRS = 500;
  private static final long ENOUGH = Long.MAX_VALUE;

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(,\\d+)? \\+(\\d+)(,\\d+)? @@.*");

  @TempDir Path folder;

  private static List<Edit> edits(ScriptText from, ScriptText to, long steps) {
    return LineDiff.of(from.exactLines(), to.exactLines(), steps).edits();
  }

  /** The lines of either side that git marks. */
  private String git(ScriptText from, ScriptText to) throws IOException, InterruptedException {
    Files.write(folder.resolve("from"), from.bytes());
    Files.write(folder.resolve("to"), to.bytes());
    Path output = folder.resolve("output");
    new ProcessBuilder(
            "git",
            "diff",
            "--no-index",
            "--text",
            "--no-color",
            "--diff-algorithm=myers",
            "--no-indent-heuristic",
            "--unified=1",
            "from",
            "to")
        .directory(folder.toFile())
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    StringBuilder marked = new StringBuilder();
    int i = 0;
    int j = 0;
    for (String line : Files.readString(output, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        i = Integer.parseInt(hunk.group(1)) - (",0".equals(hunk.group(2)) ? 0 : 1);
        j = Integer.parseInt(hunk.group(3)) - (",0".equals(hunk.group(4)) ? 0 : 1);
      } else if (line.startsWith("-") && !line.startsWith("--- a/")) {
        marked.append(" -").append(i++);
      } else if (line.startsWith("+") && !line.startsWith("+++ b/")) {
        marked.append(" +").append(j++);
      } else if (line.startsWith(" ")) {
        i++;
        j++;
      }
    }
    return marked.toString();
  }

  private static String marked(List<Edit> edits) {
    StringBuilder marked = new StringBuilder();
    for (Edit edit : edits) {
      for (int i = edit.fromStart(); i < edit.fromEnd(); i++) {
        marked.append(" -").append(i);
      }
      for (int j = edit.toStart(); j < edit.toEnd(); j++) {
        marked.append(" +").append(j);
      }
    }
    return marked.toString();
  }

  /** Lines of so many kinds, of which some of a hundred changed, in runs or anywhere. */
  private static List<ScriptText> pair(Random random, int kinds, int lines) {
    int percent = 1 + random.nextInt(60);
    boolean inRuns = random.nextBoolean();
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    int unchanged = 0;
    for (int i = 0; i < lines; i++) {
      String line = "line " + random.nextInt(kinds) + "\n";
      from.add(line);
      unchanged = inRuns && random.nextInt(50) == 0 ? 30 : unchanged - 1;
      int change = unchanged > 0 || random.nextInt(100) >= percent ? 0 : 1 + random.nextInt(4);
      if (change < 2) {
        to.add(line);
      }
      if (change == 1 || change == 2) {
        to.add("line " + random.nextInt(kinds) + "\n");
      } else if (change == 3) {
        to.add("new " + random.nextInt() + "\n");
      }
    }
    if (random.nextInt(10) == 0) {
      Collections.shuffle(to, random);
    }
    return List.of(ScriptText.ofExactLines(from), ScriptText.ofExactLines(to));
  }

  private void assertMarksWhatGitMarks(int seed, int pairs)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    for (int n = 0; n < pairs; n++) {
      int lines = n % 5 == 0 ? 4_000 : 60;
      List<ScriptText> pair =
          pair(random, 1 << (1 + random.nextInt(12)), 1 + random.nextInt(lines));
      assertThat(marked(edits(pair.get(0), pair.get(1), ENOUGH)))
          .as("seed " + seed + ", pair " + n)
          .isEqualTo(git(pair.get(0), pair.get(1)));
    }
  }

  @Test
  void itMarksTheLinesThatGitMarks() throws IOException, InterruptedException {
    assertMarksWhatGitMarks(62, 50);
  }

  @Test
  void itGivesUpOnLongTextsWhereGitGivesUp() throws IOException, InterruptedException {
    Random random = new Random(63);
    for (int n = 0; n < 6; n++) {
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      int kinds = 500 << n;
      for (int i = 0; i < 6_000; i++) {
        from.add("line " + random.nextInt(kinds) + "\n");
        // Runs that are the same far apart, between lines that hardly ever are.
        boolean isRun = i / 40 % 5 == 0;
        to.add(isRun ? from.get(i) : "line " + random.nextInt(kinds) + "\n");
      }
      ScriptText left = ScriptText.ofExactLines(from);
      ScriptText right = ScriptText.ofExactLines(to);
      assertThat(marked(edits(left, right, ENOUGH)))
          .as("seed 63, pair " + n)
          .isEqualTo(git(left, right));
      assertThat(marked(edits(right, left, ENOUGH)))
          .as("seed 63, pair " + n + " the other way round")
          .isEqualTo(git(right, left));
    }
  }

  @Test
  void itCutsVeryLongTextsAtRunsOfEqualLinesWhereGitDoes()
      throws IOException, InterruptedException {
    Random random = new Random(65);
    for (int n = 0; n < 4; n++) {
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      int equal = 0;
      while (from.size() < 34_000) {
        String line = "line " + random.nextInt(5_000) + "\n";
        equal = random.nextInt(40 + 40 * n) == 0 ? 20 + random.nextInt(40) : equal - 1;
        int change = equal > 0 ? 0 : random.nextInt(6);
        if (change < 5) {
          from.add(line);
        }
        if (change < 3 || change == 5) {
          to.add(line);
        } else if (change == 3) {
          to.add("line " + random.nextInt(5_000) + "\n");
        }
      }
      ScriptText left = ScriptText.ofExactLines(from);
      ScriptText right = ScriptText.ofExactLines(to);
      assertThat(marked(edits(left, right, ENOUGH)))
          .as("seed 65, pair " + n)
          .isEqualTo(git(left, right));
    }
  }

  @Test
  void itLeavesOutFrequentLinesAmongNewOnesAsGitDoes() throws IOException, InterruptedException {
    Random random = new Random(64);
    for (int n = 0; n < 40; n++) {
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      int mostlyNew = random.nextInt(100);
      for (int i = 0; i < 300; i++) {
        boolean isNewStretch = i / 30 % 2 == 0;
        int kind = random.nextInt(100);
        String line = kind < 25 ? "\n" : kind < 30 ? "}\n" : "line " + i + "\n";
        from.add(line);
        to.add(
            kind >= 30 && isNewStretch && random.nextInt(100) < mostlyNew
                ? "new " + i + "\n"
                : line);
        if (random.nextInt(12) == 0) {
          to.add("\n");
        }
      }
      ScriptText left = ScriptText.ofExactLines(from);
      ScriptText right = ScriptText.ofExactLines(to);
      assertThat(marked(edits(left, right, ENOUGH)))
          .as("seed 64, pair " + n)
          .isEqualTo(git(left, right));
    }
  }

  @Test
  @Tag("long")
  void itMarksTheLinesThatGitMarksHoweverMuchChanged() throws IOException, InterruptedException {
    assertMarksWhatGitMarks(60, PAIRS);
  }

  @Test
  void betweenTheEditsAllLinesAreTheSameHoweverFewStepsThereAre() {
    Texts texts = new Texts(61);
    for (int n = 0; n < PAIRS; n++) {
      ScriptText from = texts.any();
      ScriptText to = n % 5 == 0 ? texts.any() : texts.edited(from);
      for (long steps : List.of(0L, 10L, 100L, ENOUGH)) {
        List<String> rebuilt = new ArrayList<>();
        int line = 0;
        for (Edit edit : edits(from, to, steps)) {
          rebuilt.addAll(from.exactLines().subList(line, edit.fromStart()));
          rebuilt.addAll(to.exactLines().subList(edit.toStart(), edit.toEnd()));
          line = edit.fromEnd();
        }
        rebuilt.addAll(from.exactLines().subList(line, from.exactLines().size()));
        assertThat(ScriptText.ofExactLines(rebuilt)).isEqualTo(to);
      }
    }
  }

  @Test
  void itSaysWhenTheStepsDidNotSuffice() {
    ScriptText from = ScriptText.of("one\ntwo\nthree\nfour\n");
    ScriptText to = ScriptText.of("two\none\nfour\nthree\n");
    assertThat(LineDiff.of(from.exactLines(), to.exactLines(), ENOUGH).coarse()).isFalse();
    LineDiff coarse = LineDiff.of(from.exactLines(), to.exactLines(), 0);
    assertThat(coarse.coarse()).isTrue();
    assertThat(coarse.edits()).containsExactly(new Edit(0, 4, 0, 4));
  }
}

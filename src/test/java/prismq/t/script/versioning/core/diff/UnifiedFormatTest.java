package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class UnifiedFormatTest {
  private static final int PAIRS = 1_000;

  @TempDir Path folder;

  private record Pair(String name, ScriptText from, ScriptText to) {}

  private static List<Pair> pairs(long seed) {
    Texts texts = new Texts(seed);
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair("filled", ScriptText.of(""), ScriptText.of("a\nb")));
    pairs.add(new Pair("emptied", ScriptText.of("a\nb\n"), ScriptText.of("")));
    pairs.add(new Pair("newline-added", ScriptText.of("a\nb"), ScriptText.of("a\nb\n")));
    pairs.add(new Pair("newline-gone", ScriptText.of("a\nb\n"), ScriptText.of("a\nb")));
    pairs.add(new Pair("no-newline", ScriptText.of("a\nb\nc"), ScriptText.of("A\nb\nc")));
    pairs.add(new Pair("crlf", ScriptText.of("a\r\nb\r\n"), ScriptText.of("a\r\nB\r\nc\r\n")));
    while (pairs.size() < PAIRS) {
      ScriptText from = texts.any();
      ScriptText to = pairs.size() % 5 == 0 ? texts.any() : texts.edited(from);
      if (!from.equals(to)) {
        pairs.add(new Pair("pair-" + pairs.size(), from, to));
      }
    }
    return pairs;
  }

  /** One patch of many files, so that one process shows that all of them apply. */
  private void assertApplies(int context, String... command)
      throws IOException, InterruptedException {
    List<Pair> pairs = pairs(30 + context);
    Path patch = folder.resolve("all.patch");
    Files.write(patch, new byte[0]);
    DiffGenerator generator = new DiffGenerator();
    for (Pair pair : pairs) {
      Files.write(folder.resolve(pair.name), pair.from.bytes());
      byte[] diff =
          UnifiedFormat.write(
              generator.diff(pair.from.asBytes(), pair.to.asBytes()),
              "a/" + pair.name,
              "b/" + pair.name,
              context);
      Files.write(patch, diff, StandardOpenOption.APPEND);
    }
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(patch.toFile())
            .start();
    int status = process.waitFor();
    assertThat(status).as(Files.readString(output, StandardCharsets.ISO_8859_1)).isZero();
    for (Pair pair : pairs) {
      Path file = folder.resolve(pair.name);
      byte[] patched = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      assertThat(patched).as(pair.name).isEqualTo(pair.to.bytes());
    }
  }

  @Test
  @Tag("long")
  void gitApplyTakesItWithThreeLinesOfContext() throws IOException, InterruptedException {
    assertApplies(3, "git", "apply", "-p1", "-");
  }

  @Test
  @Tag("long")
  void gitApplyTakesItWithAHundredLinesOfContext() throws IOException, InterruptedException {
    assertApplies(100, "git", "apply", "-p1", "-");
  }

  @Test
  @Tag("long")
  void gitApplyTakesItWithoutContext() throws IOException, InterruptedException {
    assertApplies(0, "git", "apply", "-p1", "--unidiff-zero", "-");
  }

  @Test
  @Tag("long")
  void patchTakesItWithThreeLinesOfContext() throws IOException, InterruptedException {
    assertApplies(3, "patch", "-p1", "--binary", "--no-backup-if-mismatch");
  }

  @Test
  @Tag("long")
  void patchTakesItWithoutContext() throws IOException, InterruptedException {
    assertApplies(0, "patch", "-p1", "--binary", "--no-backup-if-mismatch");
  }

  @Test
  void equalTextsGiveNothing() {
    Diff none = new DiffGenerator().diff(ScriptText.of("a"), ScriptText.of("a"));
    assertThat(UnifiedFormat.write(none, "a", "b", 3)).isEmpty();
  }

  private static String patch(String from, String to, int context) {
    Diff diff = new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
    return new String(
        UnifiedFormat.write(diff, "a/play", "b/play", context), StandardCharsets.UTF_8);
  }

  @Test
  void aChangeStandsBetweenTheLinesAroundIt() {
    assertThat(patch("one\ntwo\nthree\nfour\nfive\n", "one\ntwo\nTHREE\nfour\nfive\n", 1))
        .isEqualTo(
            """
            --- a/play
            +++ b/play
            @@ -2,3 +2,3 @@
             two
            -three
            +THREE
             four
            """);
  }

  @Test
  void changesFarApartHaveHunksOfTheirOwnAndThoseNearEachOtherShareOne() {
    String from = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
    String to = from.replace("two", "2").replace("five", "5").replace("ten", "10");
    assertThat(patch(from, to, 1))
        .isEqualTo(
            """
            --- a/play
            +++ b/play
            @@ -1,6 +1,6 @@
             one
            -two
            +2
             three
             four
            -five
            +5
             six
            @@ -9,2 +9,2 @@
             nine
            -ten
            +10
            """);
    assertThat(patch(from, to, 0)).contains("@@ -2 +2 @@", "@@ -5 +5 @@", "@@ -10 +10 @@");
  }

  @Test
  void aMissingNewlineAtTheEndIsSaidOfEitherSide() {
    assertThat(patch("one", "one\n", 3))
        .isEqualTo(
            """
            --- a/play
            +++ b/play
            @@ -1 +1 @@
            -one
            \\ No newline at end of file
            +one
            """);
    assertThat(patch("one\nend", "ONE\nend", 3))
        .isEqualTo(
            """
            --- a/play
            +++ b/play
            @@ -1,2 +1,2 @@
            -one
            +ONE
             end
            \\ No newline at end of file
            """);
  }

  @Test
  void aSideWithoutLinesIsNamedByTheLineBefore() {
    assertThat(patch("", "one\ntwo\n", 3)).contains("@@ -0,0 +1,2 @@\n+one\n+two\n");
    assertThat(patch("one\ntwo\n", "", 3)).contains("@@ -1,2 +0,0 @@\n-one\n-two\n");
    assertThat(patch("one\ntwo\nthree\n", "one\nthree\n", 0)).contains("@@ -2 +1,0 @@\n-two\n");
  }
}

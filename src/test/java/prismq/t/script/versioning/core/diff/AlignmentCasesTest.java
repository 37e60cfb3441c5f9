package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small edits of all kinds, and what an editor would mark in each: alignment-cases.txt. */
class AlignmentCasesTest {
  /** A kind of edit, both texts and the marks between them. */
  record Case(String kind, String before, String after, String marks) {
    @Override
    public String toString() {
      return kind + ": " + before + " => " + after;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String kind = "";
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("# ")) {
        kind = line.substring(2);
      } else if (!line.isBlank()) {
        cases.add(new Case(kind, line, after("=>", lines.get(++i)), after("::", lines.get(++i))));
      }
    }
    return cases;
  }

  private static String after(String sign, String line) {
    assertThat(line).startsWith(sign);
    return line.substring(sign.length()).strip();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = AlignmentCasesTest.class.getResourceAsStream("/alignment-cases.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsMarkedIsWhatAnEditorWouldMark(Case edit) {
    Diff diff = new DiffGenerator().diff(MarkedText.text(edit.before), MarkedText.text(edit.after));
    assertThat(MarkedText.marks(diff)).isEqualTo(edit.marks);
  }

  static List<Case> additions() throws IOException {
    return cases().stream()
        .filter(edit -> edit.marks.contains("{+"))
        .filter(edit -> !edit.marks.contains("[-") && !edit.marks.contains("<"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("additions")
  void whatWasAddedIsWhatIsRemovedTheOtherWayRound(Case edit) {
    Diff diff = new DiffGenerator().diff(MarkedText.text(edit.after), MarkedText.text(edit.before));
    assertThat(MarkedText.marks(diff))
        .isEqualTo(edit.marks.replace("{+", "[-").replace("+}", "-]"));
  }
}

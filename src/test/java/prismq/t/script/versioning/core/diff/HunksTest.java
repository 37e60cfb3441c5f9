package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

class HunksTest {
  private static final String FROM =
      "Rain falls all night.\n\nTHE KEEPER sleeps.\n\nA boat is late.\n\nThe lamp  burns.\n\nEnd.\n";

  private static List<String> headers(String to, int context, ChangeCategory... ignored) {
    Diff diff = new DiffGenerator().diff(ScriptText.of(FROM), ScriptText.of(to));
    return diff.hunks(context, Set.of(ignored)).stream().map(Hunk::header).toList();
  }

  @Test
  void whatIsIgnoredHasNoHunk() {
    String to =
        FROM.replace("THE KEEPER", "The keeper")
            .replace("lamp  burns", "lamp burns")
            .replace("late", "lost");
    assertThat(headers(to, 0)).containsExactly("@@ -3 +3 @@", "@@ -5 +5 @@", "@@ -7 +7 @@");
    assertThat(headers(to, 0, ChangeCategory.CASE)).containsExactly("@@ -5 +5 @@", "@@ -7 +7 @@");
    assertThat(headers(to, 0, ChangeCategory.WHITESPACE))
        .containsExactly("@@ -3 +3 @@", "@@ -5 +5 @@");
    assertThat(headers(to, 0, ChangeCategory.CASE, ChangeCategory.WHITESPACE))
        .containsExactly("@@ -5 +5 @@");
  }

  @Test
  void aLineWithAWordChangedIsShownThoughItsCapitalsAreIgnored() {
    String to = FROM.replace("THE KEEPER sleeps", "The keeper wakes");
    assertThat(headers(to, 0, ChangeCategory.CASE)).containsExactly("@@ -3 +3 @@");
  }

  @Test
  void whatWasAddedOrRemovedIsNeverIgnored() {
    String added = FROM.replace("\n\nEnd", "\n\nMore rain.\n\nEnd");
    assertThat(headers(added, 0, ChangeCategory.CASE)).containsExactly("@@ -8,0 +9,2 @@");
    String removed = FROM.replace("A boat is late.\n\n", "");
    assertThat(headers(removed, 0, ChangeCategory.CASE)).containsExactly("@@ -5,2 +4,0 @@");
  }

  @Test
  void changesShareAHunkWhereTheLinesAroundThemMeet() {
    String to = FROM.replace("late", "lost").replace("End", "The end");
    assertThat(headers(to, 1)).containsExactly("@@ -4,3 +4,3 @@", "@@ -8,2 +8,2 @@");
    assertThat(headers(to, 2)).containsExactly("@@ -3,7 +3,7 @@");
    assertThat(headers(to, 100)).containsExactly("@@ -1,9 +1,9 @@");
  }

  @Test
  void thereAreNoFewerThanNoLinesAround() {
    assertThatIllegalArgumentException().isThrownBy(() -> headers("", -1));
  }
}

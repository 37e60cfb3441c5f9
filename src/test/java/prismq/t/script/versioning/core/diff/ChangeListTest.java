package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

class ChangeListTest {
  private static final String UNCHANGED = "Now.\n\nOne lamp.\n\nThen.\n\n";

  private static List<String> ids(String from, String to) {
    return new DiffGenerator()
        .diff(ScriptText.of(from), ScriptText.of(to)).changes().stream().map(Change::id).toList();
  }

  private static String id(String from, String to) {
    List<String> ids = ids(from, to);
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  @Test
  void aChangeHasTheSameIdWheneverItIsFound() {
    String id = id(UNCHANGED + "Old end.\n", UNCHANGED + "New end.\n");
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(id(UNCHANGED + "Old end.\n", UNCHANGED + "New end.\n")).isEqualTo(id);
    assertThat(ids(UNCHANGED + "Old end.\n\nMore.\n", UNCHANGED + "New end.\n\nMuch.\n"))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherTextOnEitherSideOrAnotherPlaceMakesAnotherChange() {
    String id = id(UNCHANGED + "Old end.\n", UNCHANGED + "New end.\n");
    assertThat(id(UNCHANGED + "Odd end.\n", UNCHANGED + "New end.\n")).isNotEqualTo(id);
    assertThat(id(UNCHANGED + "Old end.\n", UNCHANGED + "Any end.\n")).isNotEqualTo(id);
    assertThat(id(UNCHANGED + "More.\n\nOld end.\n", UNCHANGED + "More.\n\nNew end.\n"))
        .isNotEqualTo(id);
  }

  /** Far in a change that is longer than what is read of it at a time. */
  @Test
  void aWordFarInALongChangeCounts() {
    String some = "word ".repeat(20_000);
    assertThat(id("", some + "lamp" + some)).isNotEqualTo(id("", some + "boat" + some));
    assertThat(id("", some)).isNotEqualTo(id("", some + "w"));
  }
}

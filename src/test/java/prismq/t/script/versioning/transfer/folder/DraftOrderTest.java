package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftOrderTest {
  private static DraftFile file(String name) {
    return new DraftFile(name, List.of(name.split("/", -1)), 1, null);
  }

  private static DraftFile file(String name, int minute) {
    Instant written = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * minute);
    return new DraftFile(name, List.of(name), 1, written);
  }

  private static List<String> sorted(List<String> names) {
    return DraftOrder.NAMES.sorted(names.stream().map(DraftOrderTest::file).toList()).stream()
        .map(DraftFile::name)
        .toList();
  }

  /** Families of names, each from the oldest draft to the newest. */
  static Stream<List<String>> families() {
    return Stream.of(
        List.of("novel.txt", "novel (1).txt", "novel (2).txt", "novel (10).txt"),
        List.of("novel.txt", "novel - Copy.txt", "novel - Copy (2).txt", "novel - Copy (3).txt"),
        List.of("novel.md", "novel copy.md", "novel copy 2.md", "novel copy 10.md"),
        List.of("Roman.txt", "Kopie von Roman.txt", "Kopie (2) von Roman.txt"),
        List.of("play.txt", "Copy of play.txt", "Copy of Copy of play.txt"),
        List.of("Roman.docx", "Roman - Kopie.docx", "Roman - Kopie (2).docx"),
        List.of("roman.txt", "roman - Copie.txt", "roman - Copie (2).txt"),
        List.of("物語.txt", "物語 - コピー.txt", "物語 - コピー (2).txt"),
        List.of("物語.txt", "物語のコピー.txt", "物語のコピー2.txt"),
        List.of("script.md", "script-2.md", "script-3.md", "script-11.md"),
        List.of("script.md", "script 2.md", "script 3.md", "script 20.md"),
        List.of("script", "script2", "script10"),
        List.of(
            "novel v1.txt", "novel v1.1.txt", "novel v1.2.txt", "novel v1.10.txt", "novel v2.txt"),
        List.of("novel_v2", "novel_v9", "novel_v10", "novel_v10a"),
        List.of(
            "novel.txt",
            "novel draft.txt",
            "novel final.txt",
            "novel final2.txt",
            "novel FINAL final.txt"),
        List.of("Draft 1.md", "draft 2.md", "Draft 10.md", "final.md"),
        List.of(
            "rough draft.txt", "draft.txt", "draft 2.txt", "draft revised.txt", "final draft.txt"),
        List.of("first draft.md", "second draft.md", "third draft.md", "final draft.md"),
        List.of("pilot 1st draft.txt", "pilot 2nd draft.txt", "pilot 3rd draft.txt"),
        List.of("ep v2.fountain", "ep v2 final.fountain", "ep v3.fountain"),
        List.of("talk final.md", "talk final (1).md", "talk final v2.md", "talk really final.md"),
        List.of("a.md", "a.txt", "a (1).md"),
        List.of("a.txt", "a (1).md", "a (2).txt"),
        List.of("novel 2023-12-31.txt", "novel 2024-01-03.txt", "novel 2024-01-10.txt"),
        List.of("novel 3-1-2024.txt", "novel 12-1-2024.txt"),
        List.of("novel 12-1-2023.txt", "novel 3-1-2024.txt"),
        List.of("novel 28-1-2024.txt", "novel 3-2-2024.txt", "novel 1-3-2024.txt"),
        List.of("Text 31.12.2023.txt", "Text 2.1.2024.txt", "Text 1.2.2024.txt"),
        List.of("20231231 notes.txt", "20240103 notes.txt"),
        List.of("play 3 Jan 2024.txt", "play 12 Feb 2024.txt", "play 1 Mar 2024.txt"),
        List.of("play Dec 30, 2023.txt", "play Jan 2, 2024.txt"),
        List.of("novel.txt", "novel 2024-01-03.txt", "novel final.txt"),
        List.of("1 outline.md", "2 draft.md", "10 final.md"),
        List.of("novel old.txt", "novel.txt", "novel new.txt"),
        List.of("old/novel.txt", "novel.txt"),
        List.of("v1/script.md", "v2/script.md", "v10/script.md", "final/script.md"),
        List.of("Café.txt", "CAFE (1).txt", "café (2).txt"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void draftsAreInTheOrderPeopleWroteThem(List<String> oldestFirst) {
    List<String> names = new ArrayList<>(oldestFirst);
    Random random = new Random(7);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(names, random);
      assertThat(sorted(names)).isEqualTo(oldestFirst);
    }
  }

  @Test
  void theEndingIsNoPartOfTheNameButANumberIs() {
    assertThat(DraftName.withoutEnding("novel.fountain")).isEqualTo("novel");
    assertThat(DraftName.withoutEnding("novel v1.10")).isEqualTo("novel v1.10");
    assertThat(DraftName.withoutEnding("novel.v2")).isEqualTo("novel.v2");
    assertThat(DraftName.withoutEnding("novel.final")).isEqualTo("novel.final");
    assertThat(DraftName.withoutEnding(".profile")).isEqualTo(".profile");
    assertThat(DraftName.withoutEnding("clip.mp4")).isEqualTo("clip");
  }

  @Test
  void theDatesOfTheFilesGiveTheOrderWhereTheyAreChosen() {
    List<DraftFile> files =
        List.of(file("b.md", 0), file("a.md", 9), file("c.md", 5), file("d.md"));
    assertThat(DraftOrder.DATES.sorted(files))
        .extracting(DraftFile::name)
        .containsExactly("b.md", "c.md", "a.md", "d.md");
  }

  @Test
  void filesOfTheSameDateAreInTheOrderOfTheirNames() {
    List<DraftFile> files = List.of(file("v10.md", 3), file("v2.md", 3), file("v1.md", 4));
    assertThat(DraftOrder.DATES.sorted(files))
        .extracting(DraftFile::name)
        .containsExactly("v2.md", "v10.md", "v1.md");
  }

  private static String contradiction(DraftFile... byName) {
    return DraftOrder.Contradiction.in(List.of(byName))
        .map(found -> found.later().name() + " before " + found.earlier().name())
        .orElse("none");
  }

  @Test
  void datesContradictNamesOnlyWhereAFileIsClearlyOlder() {
    assertThat(contradiction(file("a", 1), file("b", 2), file("c", 3))).isEqualTo("none");
    assertThat(contradiction(file("a", 1), file("b", 1), file("c", 1))).isEqualTo("none");
    assertThat(contradiction(file("a", 1), file("b", 3), file("c", 2))).isEqualTo("c before b");
    assertThat(contradiction(file("a", 4), file("b"), file("c", 2))).isEqualTo("c before a");
    assertThat(contradiction(file("a"), file("b"))).isEqualTo("none");
    Instant noon = Instant.parse("2024-01-01T12:00:00Z");
    assertThat(
            contradiction(
                new DraftFile("a", List.of("a"), 1, noon.plusMillis(900)),
                new DraftFile("b", List.of("b"), 1, noon)))
        .isEqualTo("none");
  }
}

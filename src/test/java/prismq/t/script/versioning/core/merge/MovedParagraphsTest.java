package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.MergePart.Merged;
import prismq.t.script.versioning.core.text.ScriptText;

class MovedParagraphsTest {
  private static final String BRIDGE =
      "The old bridge over the wide river hums its tune at night.\n\n";
  private static final String MILLER = "Nobody in the valley but the miller knows why it does.\n\n";
  private static final String WINTER = "In winter the whole of it is white and keeps silent.\n\n";
  private static final String SPRING = "With the rain of spring the humming starts once more.\n\n";
  private static final String BASE = BRIDGE + MILLER + WINTER + SPRING;
  private static final String RUSTY = BRIDGE.replace("old", "rusty");
  private static final String NEW = BRIDGE.replace("old", "new");
  private static final String DAWN = BRIDGE.replace("night", "dawn");

  private static Merge merge(String base, String ours, String theirs) {
    return new MergeCase(ScriptText.of(base), ScriptText.of(ours), ScriptText.of(theirs)).merge();
  }

  /** Merges them both ways round. */
  private static String merged(String base, String one, String other) {
    ScriptText merged = merge(base, one, other).text();
    assertThat(merge(base, other, one).text()).isEqualTo(merged);
    return merged.display();
  }

  @Test
  void aParagraphThatOneSideMovedAndTheOtherEditedIsMovedAndEdited() {
    assertThat(merged(BASE, MILLER + WINTER + BRIDGE + SPRING, RUSTY + MILLER + WINTER + SPRING))
        .isEqualTo(MILLER + WINTER + RUSTY + SPRING);
    assertThat(merged(BASE, MILLER + WINTER + SPRING + BRIDGE, RUSTY + MILLER + WINTER + SPRING))
        .isEqualTo(MILLER + WINTER + SPRING + RUSTY);
    assertThat(
            merged(
                BASE,
                SPRING + BRIDGE + MILLER + WINTER,
                BASE.replace("rain of spring", "first rain")))
        .isEqualTo(SPRING.replace("rain of spring", "first rain") + BRIDGE + MILLER + WINTER);
  }

  @Test
  void whatTheOneWhoMovedItEditedOnTheWayIsKeptToo() {
    String rustyAtDawn = RUSTY.replace("night", "dawn");
    assertThat(merged(BASE, MILLER + WINTER + DAWN + SPRING, RUSTY + MILLER + WINTER + SPRING))
        .isEqualTo(MILLER + WINTER + rustyAtDawn + SPRING);
    assertThat(merged(BASE, MILLER + WINTER + DAWN + SPRING, MILLER + WINTER + RUSTY + SPRING))
        .isEqualTo(MILLER + WINTER + rustyAtDawn + SPRING);
  }

  @Test
  void whereTheWordsDoNotMergeThereIsOneConflictAtTheNewPlace() {
    assertThat(
            merge(BASE, MILLER + WINTER + NEW + SPRING, RUSTY + MILLER + WINTER + SPRING).parts())
        .containsExactly(
            new Merged(ScriptText.of(MILLER + WINTER)),
            new Conflict(ScriptText.of(BRIDGE), ScriptText.of(NEW), ScriptText.of(RUSTY)),
            new Merged(ScriptText.of(SPRING)));
    assertThat(
            merge(BASE, MILLER + WINTER + NEW + SPRING, MILLER + WINTER + RUSTY + SPRING).parts())
        .containsExactly(
            new Merged(ScriptText.of(MILLER + WINTER)),
            new Conflict(ScriptText.of(BRIDGE), ScriptText.of(NEW), ScriptText.of(RUSTY)),
            new Merged(ScriptText.of(SPRING)));
  }

  @Test
  void severalThatMovedTogetherTakeAlongWhatWasWrittenIntoThemAndBetween() {
    String between = "This was put in between the two.\n\n";
    assertThat(
            merged(
                BASE,
                WINTER + SPRING + BRIDGE + MILLER,
                RUSTY + between + MILLER + WINTER + SPRING))
        .isEqualTo(WINTER + SPRING + RUSTY + between + MILLER);
  }

  @Test
  void theOrderOfSeveralThatCameToOnePlaceIsThatOfTheirNewPlace() {
    assertThat(
            merged(
                BASE + "The end.\n\n",
                SPRING + WINTER + MILLER + BRIDGE + "The end.\n\n",
                RUSTY + MILLER.replace("knows", "knew") + WINTER + SPRING + "The end.\n\n"))
        .isEqualTo(SPRING + WINTER + MILLER.replace("knows", "knew") + RUSTY + "The end.\n\n");
  }

  @Test
  void eachSideMayMoveAParagraphThatTheOtherEdited() {
    String last = "And this is the end of the humming.\n\n";
    String base = BASE + last;
    String spring = SPRING.replace("more", "again");
    assertThat(
            merged(
                base,
                MILLER + BRIDGE + WINTER + spring + last,
                RUSTY + MILLER + WINTER + last + SPRING))
        .isEqualTo(MILLER + RUSTY + WINTER + last + spring);
  }

  @Test
  void wordsPutInBeforeItsFirstOneGoWithItAndParagraphsPutInBeforeItStay() {
    String moved = MILLER + WINTER + BRIDGE + SPRING;
    assertThat(merged(BASE, moved, "Then " + BASE))
        .isEqualTo(MILLER + WINTER + "Then " + BRIDGE + SPRING);
    String title = "Here is the title.\n\n";
    assertThat(merged(BASE, moved, title + BASE)).isEqualTo(title + moved);
    assertThat(merged(BASE, moved, title + "Then " + BASE))
        .isEqualTo(title + MILLER + WINTER + "Then " + BRIDGE + SPRING);
  }

  @Test
  void whereTheOtherSidePutSomethingInAtItsNewPlaceThereIsAConflictAsInGit() {
    String put = "This was put in here by somebody.\n\n";
    assertThat(
            merge(BASE, MILLER + WINTER + BRIDGE + SPRING, BRIDGE + MILLER + WINTER + put + SPRING)
                .parts())
        .containsExactly(
            new Merged(ScriptText.of(MILLER + WINTER)),
            new Conflict(ScriptText.of(""), ScriptText.of(BRIDGE), ScriptText.of(put)),
            new Merged(ScriptText.of(SPRING)));
  }

  @Test
  void wordsPutInAtTheStartOfTheParagraphThatItComesBeforeAreNoHindrance() {
    assertThat(
            merged(
                BASE,
                MILLER + WINTER + BRIDGE + SPRING,
                RUSTY + MILLER + WINTER + "And so, " + SPRING))
        .isEqualTo(MILLER + WINTER + RUSTY + "And so, " + SPRING);
  }

  @Test
  void whatBothMovedToOnePlaceIsThereOnce() {
    String moved = MILLER + WINTER + BRIDGE + SPRING;
    assertThat(merged(BASE, moved, moved)).isEqualTo(moved);
    assertThat(merged(BASE, moved, moved.replace("starts", "begins")))
        .isEqualTo(moved.replace("starts", "begins"));
  }

  @Test
  void whatOneMovedAndTheOtherJoinedToItsNeighbourIsAConflict() {
    String joined = BRIDGE.strip() + " " + MILLER + WINTER + SPRING;
    Merge merge = merge(BASE, MILLER + WINTER + BRIDGE + SPRING, joined);
    assertThat(merge.conflicts())
        .containsExactly(
            new Conflict(
                ScriptText.of(BRIDGE + MILLER),
                ScriptText.of(MILLER),
                ScriptText.of(BRIDGE.strip() + " " + MILLER)));
  }

  @Test
  void differentParagraphsThatCameToOnePlaceAreAConflictAsInGit() {
    String last = "And this is the end of the humming.\n\n";
    Merge merge =
        merge(
            BASE + last,
            MILLER + WINTER + SPRING + BRIDGE + last,
            RUSTY + WINTER + SPRING + MILLER + last);
    assertThat(merge.isClean()).isFalse();
  }

  @Test
  void lineEndingsAndAMissingOneAtTheEndAreNoHindrance() {
    String base = BASE.replace("\n", "\r\n").strip();
    String ours = (MILLER + WINTER + BRIDGE + SPRING).replace("\n", "\r\n").strip();
    String theirs = (RUSTY + MILLER + WINTER + SPRING).replace("\n", "\r\n").strip();
    assertThat(merged(base, ours, theirs))
        .isEqualTo((MILLER + WINTER + RUSTY + SPRING).replace("\n", "\r\n").strip());
    assertThat(
            merge(
                    BASE.strip(),
                    (SPRING + BRIDGE + MILLER + WINTER).strip(),
                    BASE.strip().replace("once", "twice"))
                .conflicts())
        .hasSizeLessThanOrEqualTo(1);
  }
}

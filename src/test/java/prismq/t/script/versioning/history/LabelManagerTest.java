package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

class LabelManagerTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123Z");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private LabelManager labels;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    labels = new LabelManager(database, Clock.fixed(NOW.plusNanos(456), ZoneOffset.UTC));
    for (String scriptId : List.of("intro", "outro")) {
      manager.createScript(scriptId, "Title");
      for (String content : List.of("one", "two", "three")) {
        manager.save(
            NewVersion.builder(scriptId, ScriptText.of(content), Author.named("Writer"), "why")
                .build());
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aVersionIsGivenALabelAndKeepsIt() {
    LabelManager.Given given = labels.give("intro", "Sent to Ann", 2);
    assertThat(given).isEqualTo(new LabelManager.Given(new Label("Sent to Ann", 2, NOW), true));
    database.close();
    database = Database.open(folder);
    assertThat(new VersionManager(database, new IndexWriter()).labels("intro"))
        .containsExactly(given.label());
  }

  @Test
  void theSameLabelGivenAgainIsNotNewAndKeepsItsTime() {
    labels.give("intro", "sent", 2);
    LabelManager later = new LabelManager(database, Clock.systemUTC());
    assertThat(later.give("intro", "sent", 2).isNew()).isFalse();
    assertThat(later.move("intro", "sent", 2).isNew()).isFalse();
    assertThat(manager.labels("intro")).containsExactly(new Label("sent", 2, NOW));
  }

  @Test
  void aLabelOfAnotherVersionIsRefusedAndTheVersionTold() {
    labels.give("intro", "sent", 2);
    assertThatThrownBy(() -> labels.give("intro", "sent", 3))
        .isInstanceOf(NameTakenException.class)
        .hasMessage(
            "Version 2 of “intro” has the label “sent”. Choose another name, or move the"
                + " label.");
    assertThat(manager.labels("intro")).containsExactly(new Label("sent", 2, NOW));
    assertThat(labels.give("outro", "sent", 3).isNew()).isTrue();
    assertThat(labels.give("intro", "Sent", 3).isNew()).isTrue();
  }

  @Test
  void spacesThatLookTheSameAreTheSame() {
    labels.give("intro", "\u00a0sent  to\u2003Ana ", 2);
    assertThat(manager.labels("intro")).containsExactly(new Label("sent to Ana", 2, NOW));
    labels.give("intro", "e\u0301tude", 1);
    assertThatThrownBy(() -> labels.give("intro", "\u00e9tude", 3))
        .isInstanceOf(NameTakenException.class);
    labels.remove("intro", "\u00e9tude");
    assertThatThrownBy(() -> labels.give("intro", "sent to\u00a0Ana", 3))
        .isInstanceOf(NameTakenException.class);
    labels.remove("intro", "sent\u00a0to Ana");
    assertThat(manager.labels("intro")).isEmpty();
  }

  @Test
  void aLabelThatIsMovedIsOnTheOtherVersionOnly() {
    labels.give("intro", "sent", 2);
    Instant later = NOW.plusSeconds(60);
    LabelManager.Given moved =
        new LabelManager(database, Clock.fixed(later, ZoneOffset.UTC)).move("intro", "sent", 3);
    assertThat(moved).isEqualTo(new LabelManager.Given(new Label("sent", 3, later), true));
    assertThat(manager.labels("intro")).containsExactly(moved.label());
    assertThat(labels.move("intro", "new", 1).isNew()).isTrue();
  }

  @Test
  void aLabelThatIsRemovedIsGoneAndCanBeGivenToAnother() {
    labels.give("intro", "sent", 2);
    labels.give("intro", "recorded", 2);
    labels.give("outro", "sent", 2);
    labels.remove("intro", " sent\n");
    assertThat(manager.labels("intro")).extracting(Label::name).containsExactly("recorded");
    assertThat(manager.labels("outro")).extracting(Label::name).containsExactly("sent");
    assertThat(labels.give("intro", "sent", 3).isNew()).isTrue();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    labels.give("intro", "sent", 2);
    for (int number : new int[] {4, 0, -1}) {
      assertThatThrownBy(() -> labels.give("intro", "new", number))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("no version " + number)
          .hasMessageContaining("1 to 3");
      assertThatThrownBy(() -> labels.move("intro", "sent", number))
          .isInstanceOf(NotFoundException.class);
    }
    assertThatThrownBy(() -> labels.give("other", "new", 1))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("There is no script “other”");
    assertThatThrownBy(() -> labels.move("other", "new", 1)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> labels.remove("other", "sent")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> manager.labels("other")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> labels.remove("intro", "recorded"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("No version of “intro” has the label “recorded”; it may have been removed.");
    assertThat(manager.labels("intro")).containsExactly(new Label("sent", 2, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u200b\ufeff",
        "\u0301",
        "a\tb",
        "one\ntwo",
        "one\r\ntwo",
        "nul\0nul",
        "half \ud83c",
        "\udfac half",
        "a\u0085b"
      })
  void aNameOutsideTheRulesIsRefused(String name) {
    for (Runnable naming :
        List.<Runnable>of(
            () -> labels.give("intro", name, 1), () -> labels.move("intro", name, 1))) {
      assertThatThrownBy(naming::run)
          .isInstanceOfSatisfying(
              InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("name"));
    }
    assertThat(manager.labels("intro")).isEmpty();
  }

  @Test
  void aNameIsAnyLineOfUpToAHundredCharacters() {
    assertThatThrownBy(() -> labels.give("intro", "n".repeat(101), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("101 characters; the limit is 100");
    for (String name :
        List.of("n".repeat(100), "=SUM(A1)", "a/b ../c", "<b>\"x\"</b> | 50 %", "גרסה", "🎬")) {
      assertThat(labels.give("intro", name, 1).label().name()).isEqualTo(name);
    }
    assertThat(manager.labels("intro")).hasSize(6);
  }

  @Test
  void whiteSpaceAroundANameIsCut() {
    String padded = " \t sent to Ann\n" + " ".repeat(200);
    assertThat(labels.give("intro", padded, 1).label().name()).isEqualTo("sent to Ann");
    assertThat(labels.give("intro", "sent to Ann", 1).isNew()).isFalse();
  }

  @Test
  void labelsComeFromTheNewestVersionToTheOldestAndThenByName() {
    labels.give("intro", "b", 1);
    labels.give("intro", "c", 3);
    labels.give("intro", "a", 3);
    labels.give("intro", "d", 2);
    labels.give("outro", "e", 3);
    assertThat(manager.labels("intro")).extracting(Label::name).containsExactly("a", "c", "d", "b");
  }

  @Test
  void labelsChangeNothingOfVersionsAndTheirHashes() {
    List<Version> before = manager.versions("intro", VersionFilter.ALL, Integer.MAX_VALUE, 9);
    Script script = manager.script("intro");
    labels.give("intro", "sent", 2);
    labels.move("intro", "sent", 3);
    labels.give("intro", "recorded", 1);
    labels.remove("intro", "sent");
    assertThat(manager.versions("intro", VersionFilter.ALL, Integer.MAX_VALUE, 9))
        .isEqualTo(before);
    assertThat(manager.script("intro")).isEqualTo(script);
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void labelsOfAnImportAreAddedAllOrNoneAndTheOthersStay() {
    labels.give("intro", "sent", 2);
    labels.add("intro", List.of(new Label("sent", 3, Instant.EPOCH), new Label("x", 3, NOW)));
    assertThat(manager.labels("intro"))
        .containsExactly(new Label("x", 3, NOW), new Label("sent", 2, NOW));
    assertThatThrownBy(
            () -> labels.add("intro", List.of(new Label("y", 3, NOW), new Label("z", 4, NOW))))
        .isInstanceOf(RuntimeException.class);
    assertThat(manager.labels("intro")).hasSize(2);
  }
}

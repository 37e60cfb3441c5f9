package prismq.t.script.versioning.transfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchChange;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.ErasedFields;
import prismq.t.script.versioning.history.HashFormatOne;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;

class ArchiveRoundTripTest {
  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private ArchivedHistory empty(String name) {
    return new ArchivedHistory(folder.resolve(name));
  }

  private static String withoutTime(String out) {
    return out.replaceAll("; [0-9.]+ s, .*", "");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void exportedImportedAndExportedAgainItIsTheSameByteForByte(long seed) throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), seed, 90);
    byte[] archive = from.archive(file("one.zip"));
    ArchivedHistory to = empty("to");
    CommandRun preview = to.importFrom(file("one.zip"), "--preview");
    assertThat(to.<Integer>in(manager -> manager.scriptCount())).isZero();
    CommandRun run = to.importFrom(file("one.zip"));
    assertThat(run.errors()).isEmpty();
    assertThat(withoutTime(preview.out())).endsWith(withoutTime(run.out()));
    assertThat(to.problems()).isEmpty();
    assertThat(to.archive(file("two.zip"))).isEqualTo(archive);
    assertThat(from.archive(file("three.zip"))).isEqualTo(archive);
    String scriptId = "a-" + seed;
    int latest = from.in(manager -> manager.script(scriptId).latestVersion());
    assertThat(latest).isEqualTo(90);
    assertThat(to.<List<Label>>in(manager -> manager.labels(scriptId)))
        .isNotEmpty()
        .isEqualTo(from.<List<Label>>in(manager -> manager.labels(scriptId)));
    for (int number = 1; number <= latest; number++) {
      int n = number;
      assertThat(to.<ScriptText>in(manager -> manager.content(scriptId, n)))
          .isEqualTo(from.<ScriptText>in(manager -> manager.content(scriptId, n)));
    }
    assertThat(to.importFrom(file("one.zip")).out())
        .startsWith("0 versions added")
        .doesNotContain("label");
    assertThat(to.archive(file("four.zip"))).isEqualTo(archive);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62})
  void aHistoryOfBothHashFormatsAndOfErasedFieldsIsTheSameByteForByte(long seed)
      throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), seed, 60);
    String scriptId = "a-" + seed;
    Random random = Seeds.random(seed);
    int last = random.nextInt(50);
    try (Database database = Database.open(file("from"))) {
      HashFormatOne.upTo(last, database, scriptId);
      for (int number = last + 1; number <= 60; number += 1 + random.nextInt(9)) {
        ErasedFields.eraseSome(database, scriptId, number, random);
      }
    }
    assertThat(from.problems()).allMatch(problem -> problem.what().contains("search index"));
    byte[] archive = from.archive(file("one.zip"));
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip")).errors()).isEmpty();
    assertThat(to.problems()).isEmpty();
    assertThat(to.archive(file("two.zip"))).isEqualTo(archive);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anImportThatBrokeOffGoesOnFromWhatItHasSaved(long seed) throws IOException {
    byte[] archive = RandomHistory.make(file("from"), seed, 160).archive(file("one.zip"));
    ArchivedHistory to = empty("to");
    to.importUntilFirstBatch(file("one.zip"));
    int half = to.in(manager -> manager.historyReader().scriptIds().size());
    assertThat(half).isPositive();
    assertThat(to.problems()).isEmpty();
    to.importUntilFirstBatch(file("one.zip"));
    assertThat(to.problems()).isEmpty();
    assertThat(to.importFrom(file("one.zip")).status()).isZero();
    assertThat(to.problems()).isEmpty();
    assertThat(to.archive(file("two.zip"))).isEqualTo(archive);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void aLaterArchiveAddsOnlyWhatIsNewAndBringsNamesAndTitlesUp(long seed) throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), seed, 40);
    from.archive(file("early.zip"));
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("early.zip")).status()).isZero();
    String scriptId = "a-" + seed;
    RandomHistory.goOn(file("from"), seed + 1, scriptId, 70);
    try (Database database = Database.open(file("from"))) {
      database.write(
          handle ->
              handle.execute("UPDATE scripts SET title = 'Other' WHERE script_id = ?", scriptId));
      // The index of this database does not know the title; that of the other has to learn it.
      new BranchManager(database, Clock.systemUTC())
          .change(scriptId, "trunk", BranchChange.rename("stem", "The first"));
    }
    byte[] late = from.archive(file("late.zip"));
    CommandRun preview = to.importFrom(file("late.zip"), "--preview");
    CommandRun run = to.importFrom(file("late.zip"));
    assertThat(run.out()).startsWith("70 versions added to 3 scripts");
    assertThat(run.out()).contains("Changed:").contains(scriptId + ": its title");
    assertThat(withoutTime(preview.out())).endsWith(withoutTime(run.out()));
    assertThat(to.problems()).isEmpty();
    assertThat(to.archive(file("again.zip"))).isEqualTo(late);
    // What went on since is not taken back by an earlier archive.
    assertThat(to.importFrom(file("early.zip")).out()).startsWith("0 versions added");
    assertThat(to.archive(file("still.zip"))).isEqualTo(late);
  }

  @Test
  void whatAScriptIsWrittenAsComesWithIt() throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), 51, 20);
    from.in(manager -> manager.changeFormat("a-51", TextFormat.SCREENPLAY));
    from.in(manager -> manager.changeDescriptionRule("a-51", true));
    from.archive(file("one.zip"));
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip")).status()).isZero();
    assertThat(to.<Script>in(manager -> manager.script("a-51")).format())
        .isEqualTo(TextFormat.SCREENPLAY);
    assertThat(to.<Script>in(manager -> manager.script("a-51")).descriptionRequired()).isTrue();
    from.in(manager -> manager.changeFormat("a-51", null));
    from.in(manager -> manager.changeDescriptionRule("a-51", false));
    byte[] later = from.archive(file("two.zip"));
    assertThat(to.importFrom(file("two.zip")).status()).isZero();
    assertThat(to.archive(file("three.zip"))).isEqualTo(later);
  }

  @Test
  void aScriptWithAnotherHistoryIsLeftOutWithTheReasonAndTheOthersComeIn() throws IOException {
    RandomHistory.make(file("from"), 31, 30).archive(file("one.zip"));
    ArchivedHistory to = empty("to");
    try (Database database = Database.open(file("to"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("mine", "Mine");
      manager.createScript(
          "a-31",
          NewVersion.builder("a-31", ScriptText.of("Other"), Author.named("Ann"), "").build());
    }
    CommandRun run = to.importFrom(file("one.zip"));
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Left out:").contains("a-31: there is a script of this id");
    assertThat(to.<Integer>in(manager -> manager.script("a-31").latestVersion())).isEqualTo(1);
    assertThat(to.<Integer>in(manager -> manager.scriptCount())).isEqualTo(4);
    assertThat(to.problems()).isEmpty();
  }

  /** Three versions of a script with two labels, as an archive. */
  private ArchivedHistory labelled() throws IOException {
    try (Database database = Database.open(file("from"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("film", "Film");
      for (String text : List.of("One", "Two", "Three")) {
        manager.save(
            NewVersion.builder("film", ScriptText.of(text), Author.named("Ann"), "").build());
      }
      manager.labelManager().give("film", "sent", 2);
      manager.labelManager().give("film", "recorded", 3);
    }
    ArchivedHistory from = new ArchivedHistory(file("from"));
    from.archive(file("one.zip"));
    return from;
  }

  private static List<String> labels(ArchivedHistory history) {
    return history.in(
        manager ->
            manager.labels("film").stream()
                .map(label -> label.name() + " " + label.versionNumber())
                .toList());
  }

  @Test
  void aPreviewCountsLabelsAndSavesNone() throws IOException {
    ArchivedHistory from = labelled();
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip"), "--preview").out()).contains("2 labels added");
    assertThat(to.importFrom(file("one.zip")).out()).contains("2 labels added");
    assertThat(labels(to)).containsExactly("recorded 3", "sent 2");
    try (Database database = Database.open(from.data())) {
      new VersionManager(database, new IndexWriter()).labelManager().give("film", "first", 1);
    }
    from.archive(file("two.zip"));
    assertThat(to.importFrom(file("two.zip"), "--preview").out()).contains("1 label added");
    assertThat(labels(to)).containsExactly("recorded 3", "sent 2");
    assertThat(to.importFrom(file("two.zip")).out()).contains("1 label added");
    assertThat(labels(to)).containsExactly("recorded 3", "sent 2", "first 1");
  }

  @Test
  void aLabelThatWasMovedHereStaysWhereItIsAndIsToldOf() throws IOException {
    labelled();
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip")).status()).isZero();
    try (Database database = Database.open(to.data())) {
      new VersionManager(database, new IndexWriter()).labelManager().move("film", "sent", 1);
    }
    for (String[] more : new String[][] {{"--preview"}, {}}) {
      CommandRun run = to.importFrom(file("one.zip"), (Object[]) more);
      assertThat(run.status()).isZero();
      assertThat(run.out())
          .contains("Left out:")
          .contains(
              "Labels of film (“sent” on version 2, here on 1): another version has them here")
          .doesNotContain("labels added");
    }
    assertThat(labels(to)).containsExactly("recorded 3", "sent 1");
  }

  @Test
  void aScriptThatWentFurtherGetsTheLabelsAllTheSame() throws IOException {
    labelled();
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip")).status()).isZero();
    try (Database database = Database.open(to.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.labelManager().remove("film", "sent");
      manager.save(
          NewVersion.builder("film", ScriptText.of("Four"), Author.named("Ann"), "").build());
    }
    assertThat(to.importFrom(file("one.zip")).out())
        .startsWith("0 versions added")
        .contains("1 label added");
    assertThat(labels(to)).containsExactly("recorded 3", "sent 2");
  }

  @Test
  void anImportThatBrokeOffBetweenVersionsAndLabelsAddsTheLabelsWhenItIsRunAgain()
      throws IOException {
    ArchivedHistory from = labelled();
    ArchivedHistory to = empty("to");
    assertThat(to.importFrom(file("one.zip")).status()).isZero();
    try (Database database = Database.open(to.data())) {
      database.write(handle -> handle.execute("DELETE FROM labels"));
    }
    assertThat(to.importFrom(file("one.zip")).out())
        .startsWith("0 versions added")
        .contains("2 labels added");
    assertThat(to.archive(file("two.zip"))).isEqualTo(from.archive(file("three.zip")));
  }

  @Test
  void aTextOverTheSizeLimitLeavesItsScriptOut() throws IOException {
    RandomHistory.make(file("from"), 32, 30).archive(file("one.zip"));
    CommandRun run = empty("to").importFrom(file("one.zip"), "--size-limit", "60");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("a-32: version").contains("over the size limit of 60");
    assertThat(empty("to").problems()).isEmpty();
  }

  @Test
  void someScriptsCanBeChosenAndNothingIsOverwritten() throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), 41, 20);
    assertThat(from.exportTo(file("some.zip"), "empty", "a-41").out())
        .contains("20 versions of 2 scripts");
    assertThat(empty("to").importFrom(file("some.zip")).status()).isZero();
    assertThat(empty("to").<Integer>in(manager -> manager.scriptCount())).isEqualTo(2);
    byte[] before = Files.readAllBytes(file("some.zip"));
    CommandRun again = from.exportTo(file("some.zip"));
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.errors()).contains("already");
    assertThat(Files.readAllBytes(file("some.zip"))).isEqualTo(before);
    assertThat(from.exportTo(file("none.zip"), "nobody").errors()).contains("nobody");
    assertThat(file("none.zip")).doesNotExist();
    assertThat(file("none.zip.partial")).doesNotExist();
  }

  @Test
  void whatIsNotAsItWasSavedIsNotGivenOut() throws IOException {
    ArchivedHistory from = RandomHistory.make(file("from"), 51, 20);
    try (Database database = Database.open(file("from"))) {
      database.write(
          handle ->
              handle.execute(
                  "UPDATE script_versions SET words = words + 1 WHERE version_number = 7"));
    }
    CommandRun run = from.exportTo(file("one.zip"), "a-51");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("Version 7 of “a-51”").contains("Nothing was written");
    assertThat(file("one.zip")).doesNotExist();
  }

  @Test
  void theProgramInTheHelpReadsAnArchiveWithoutOurs() throws Exception {
    RandomHistory.make(file("from"), 61, 25).archive(file("one.zip"));
    String help = Files.readString(Path.of("src/main/resources/help/export.md"));
    int start = help.indexOf("```python\nimport hashlib, json, sys, zipfile");
    assertThat(start).isPositive();
    String program = help.substring(start + 10, help.indexOf("```", start + 10));
    Files.writeString(file("read.py"), program);
    Process python;
    try {
      python =
          new ProcessBuilder("python3", "read.py", "one.zip")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return; // A machine without Python.
    }
    String out = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertThat(python.waitFor()).as(out).isZero();
    assertThat(out).contains("a-61 25 ").contains("B.61 1 ");
  }
}

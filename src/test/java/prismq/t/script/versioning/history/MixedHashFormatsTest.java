package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Histories that an earlier release began and this one continued. */
@ExtendWith(Seeds.class)
class MixedHashFormatsTest {
  private static final int VERSIONS = 12;

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    manager.createScript("intro", "The introduction");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(Random random) {
    int number = manager.script("intro").latestVersion() + 1;
    NewVersion.Builder version =
        NewVersion.builder(
                "intro",
                ScriptText.of("Text number " + random.nextInt(6) + "\n"),
                new Author("Writer " + random.nextInt(3), random.nextBoolean() ? "" : "w@x.org"),
                "Why " + random.nextInt())
            .metadata(
                random.nextBoolean()
                    ? Metadata.NONE
                    : Metadata.of(Map.of("notes", "On " + number)));
    if (number > 2 && random.nextInt(4) == 0) {
      version.mergeParent(1 + random.nextInt(number - 2));
    }
    if (number > 1 && random.nextInt(4) == 0) {
      version.restoredFrom(1 + random.nextInt(number - 1));
    }
    if (random.nextInt(3) == 0) {
      version.sourceKey(new byte[] {(byte) number, 1, 2});
    }
    return manager.save(version.build());
  }

  private void saveAll(Random random) {
    for (int i = 0; i < VERSIONS; i++) {
      save(random);
    }
  }

  private List<String> problems() {
    return new Verification(database, IndexVerification::new)
        .run().problems().stream().map(Verification.Finding::line).toList();
  }

  private List<RecordedVersion> recorded() {
    return database.read(
        handle -> {
          ScriptRow script = new ScriptStore().required(handle, "intro");
          return new VersionStore().recorded(handle, script, 1, VERSIONS);
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void versionsOfBothFormatsAreValidTogether(long seed) {
    Random random = Seeds.random(seed);
    saveAll(random);
    int last = random.nextInt(VERSIONS + 1);
    HashFormatOne.upTo(last, database, "intro");
    assertThat(problems()).isEmpty();
    assertThat(recorded())
        .extracting(RecordedVersion::hashFormat)
        .startsWith(last == 0 ? 2 : 1)
        .filteredOn(format -> format == 2)
        .hasSize(VERSIONS - last);
    assertThat(
            new Verification(database, IndexVerification::new)
                .run(manager.version("intro", VERSIONS))
                .problems())
        .isEmpty();
    save(random);
    assertThat(problems()).isEmpty();
  }

  /** Every column of a version but those that tell how its text is stored. */
  private static final List<String> CHANGES =
      List.of(
          "author = (SELECT max(id) FROM authors)",
          "change_description = change_description || '!'",
          "metadata = '{\"notes\":\"another\"}'",
          "metadata = '{\"picked_from\":1}'",
          "source_key = x'99'",
          "created_at = created_at - 1",
          "restored_from = 99",
          "merge_parent_version = version_number",
          "words = words + 1",
          "words_inserted = 77",
          "words_deleted = 77",
          "version_hash = zeroblob(32)",
          "salts = CASE WHEN salts IS NULL THEN zeroblob(15) ELSE NULL END",
          "salts = CASE WHEN salts IS NULL THEN x'00' ELSE substr(salts, 2) END",
          "salts = CASE WHEN salts IS NULL THEN randomblob(97)"
              + " ELSE substr(salts, 1, 14) || CASE substr(salts, 15) WHEN x'00' THEN x'01'"
              + " ELSE x'00' END END");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whateverIsChangedInAVersionOfEitherFormatIsFoundAndNamed(long seed) {
    Random random = Seeds.random(seed);
    saveAll(random);
    HashFormatOne.upTo(VERSIONS / 2, database, "intro");
    execute("INSERT INTO authors (name, email) VALUES ('Somebody', 'else')");
    execute("CREATE TABLE as_saved AS SELECT * FROM script_versions");
    List<String> unnoticed = new ArrayList<>();
    for (String change : CHANGES) {
      int number = 1 + random.nextInt(VERSIONS);
      List<String> found = new ArrayList<>();
      execute("UPDATE script_versions SET " + change + " WHERE version_number = " + number);
      found.addAll(problems());
      execute("DELETE FROM script_versions");
      execute("INSERT INTO script_versions SELECT * FROM as_saved");
      if (found.stream().noneMatch(line -> line.startsWith("intro version " + number + ": "))) {
        unnoticed.add(change + " of version " + number + ": " + found);
      }
    }
    assertThat(unnoticed).isEmpty();
    assertThat(problems()).isEmpty();
  }

  private void execute(String sql) {
    database.write(handle -> handle.execute(sql));
  }
}

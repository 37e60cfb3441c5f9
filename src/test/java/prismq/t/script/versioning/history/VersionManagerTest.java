package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;

class VersionManagerTest {
  private static final Author WRITER = Author.named("Writer");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database);
    manager.createScript("intro", "The introduction");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(ScriptText content) {
    return manager.save(NewVersion.builder("intro", content, WRITER, "a change").build());
  }

  @Test
  void everyVersionOfALongHistoryIsReadBackByteForByte() {
    Random random = new Random(7);
    List<byte[]> saved = new ArrayList<>();
    StringBuilder text = new StringBuilder("First line\n".repeat(50));
    for (int n = 1; n <= 600; n++) {
      int at = random.nextInt(text.length());
      if (random.nextInt(3) == 0) {
        text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
      }
      text.insert(
          Math.min(at, text.length()), "words " + random.nextInt() + (n % 5 == 0 ? "\r\n" : " é"));
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      saved.add(bytes);
      assertThat(save(ScriptText.of(bytes)).versionNumber()).isEqualTo(n);
    }
    for (int n = 1; n <= saved.size(); n++) {
      assertThat(manager.content("intro", n).bytes()).isEqualTo(saved.get(n - 1));
    }
  }

  @Test
  void aStaleBaseVersionIsRefusedAndSavesNothing() {
    save(ScriptText.of("one"));
    save(ScriptText.of("two"));
    NewVersion stale =
        NewVersion.builder("intro", ScriptText.of("three"), WRITER, "").baseVersion(1).build();
    assertThatThrownBy(() -> manager.save(stale))
        .isInstanceOf(StaleBaseException.class)
        .hasMessageContaining("version 2 is");
    assertThat(manager.script("intro").latestVersion()).isEqualTo(2);
  }
}

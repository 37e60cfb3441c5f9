package prismq.t.script.versioning.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Version;

class HistoryRowTest {
  private static HistoryRow row(String branch, String hashOf, List<String> labels, String notes) {
    ContentHash hash = ContentHash.of(hashOf.getBytes(StandardCharsets.UTF_8));
    Version version =
        Version.builder("film", 3)
            .branch(branch, 1)
            .parents(2, null)
            .contentHash(hash)
            .versionHash(hash)
            .saved(Author.named("Ann"), "Shorter\n" + notes, Instant.EPOCH)
            .size(10, 2, 1)
            .changedWords(1, 0)
            .metadata(Metadata.of(Map.of("notes", notes)))
            .build();
    return new HistoryRow(
        version, "2 hours ago", "", labels, null, false, 0, "", null, true, List.of(), 0, false);
  }

  @Test
  void theKeyOfARowHoldsNeitherDescriptionNorMetadata() {
    assertThat(row("main", "a", List.of(), "a long note").key().toString())
        .contains("film")
        .doesNotContain("a long note", "Shorter");
  }

  @Test
  void aRowHasTheKeyOfAnotherOnlyWhereItLooksTheSame() {
    Object key = row("main", "a", List.of("Sent"), "x").key();
    assertThat(row("main", "a", List.of("Sent"), "x").key()).isEqualTo(key);
    assertThat(row("main", "b", List.of("Sent"), "x").key()).isNotEqualTo(key);
    assertThat(row("renamed", "a", List.of("Sent"), "x").key()).isNotEqualTo(key);
    assertThat(row("main", "a", List.of(), "x").key()).isNotEqualTo(key);
  }
}

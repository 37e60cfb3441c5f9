package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

class SearchTest {
  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private VersionManager managerAt(String time) {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    return new VersionManager(
        database, new IndexWriter(), clock, VersionManager.DEFAULT_SIZE_LIMIT);
  }

  private Search search(Duration longest) {
    PassageIndex index = new PassageIndex(database);
    Passages passages = new Passages(manager, index, new Indexing(database, manager));
    return new Search(database, manager, index, passages, longest);
  }

  private Search.Touching touching(Duration longest, String scriptId) {
    return manager.view(scriptId, view -> search(longest).touching(view, SearchQuery.of("bridge")));
  }

  private Found find(String query) {
    return search(Duration.ofSeconds(30))
        .results(ReadableScripts.ALL, SearchQuery.of(query), 1, 100);
  }

  private void script(String scriptId, String... texts) {
    manager.createScript(scriptId, scriptId);
    for (String text : texts) {
      manager.save(
          NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Writer"), "").build());
    }
  }

  private void damage(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  @Test
  void theShorterPassageAndTheRarerWordAreBetter() {
    script(
        "film",
        """
        The bridge hums all night long, and nobody who lives there knows why it does.

        The bridge.

        The whale, the whale, the night, the long night.
        """);
    Found found = find("the");
    assertThat(found.results().get(0).results())
        .extracting(result -> ((Found.PassageResult) result).excerpt().text())
        .startsWith("The whale, the whale, the night, the long night.", "The bridge.");
  }

  @Test
  void ofEquallyGoodScriptsTheOneChangedLastComesFirst() {
    manager = managerAt("2026-01-01T00:00:00Z");
    script("older", "The bridge.\n");
    manager = managerAt("2026-01-02T00:00:00Z");
    script("newer", "The bridge.\n");
    assertThat(find("bridge").scriptCounts())
        .extracting(counted -> counted.script().scriptId())
        .containsExactly("newer", "older");
    manager = managerAt("2026-01-03T00:00:00Z");
    manager.save(
        NewVersion.builder("older", ScriptText.of("The bridge.\n\n2\n"), Author.named("A"), "")
            .build());
    assertThat(find("bridge").scriptCounts())
        .extracting(counted -> counted.script().scriptId())
        .containsExactly("older", "newer");
  }

  @Test
  void blankLinesAroundAParagraphMakeNoOtherPassageOfIt() {
    script("film", "One line.\n", "One line.\n\nTwo.\n", "\n\nOne line.\n\n\nTwo.\n");
    Found found = find("one");
    assertThat(found.total()).isEqualTo(1);
    Found.PassageResult passage = (Found.PassageResult) found.results().get(0).results().get(0);
    assertThat(passage.holders()).containsExactly(new Found.VersionRange(1, 3));
    assertThat(passage.spans()).hasSize(1);
  }

  @Test
  void partsOfAKoreanWordAreFoundHoweverItsSyllablesAreWritten() {
    script("lesson", "저는 한국어를 배웁니다.\n");
    assertThat(find("한국").total()).isEqualTo(1);
    assertThat(find(Normalizer.normalize("한국어를", Normalizer.Form.NFD)).total()).isEqualTo(1);
    assertThat(find("국한").total()).isZero();
    script("taken-apart", Normalizer.normalize("한국어를 배웁니다.\n", Normalizer.Form.NFD));
    assertThat(find("한국").total()).isEqualTo(2);
  }

  @Test
  void aWholeParagraphWithoutSpacesFindsItself() {
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      paragraph.append((char) ('一' + 37 * i));
    }
    script("long", paragraph + "\n", "別的\n");
    Found found = find(paragraph.toString());
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.hints()).singleElement().asString().contains("too many words");
  }

  @Test
  void aScriptIsNamedWithoutRegardToCapitals() {
    script("Film", "The bridge.\n");
    script("other", "The bridge.\n");
    assertThat(find("bridge script:FILM").scriptCounts())
        .extracting(count -> count.script().scriptId())
        .containsExactly("Film");
  }

  @Test
  void aLabelFindsItsVersionsAndWhatTheyHold() {
    script("film", "The bridge.\n", "The long bridge.\n", "The old bridge.\n");
    script("other", "The bridge.\n");
    manager.labelManager().give("film", "Sent to Ána", 2);
    manager.labelManager().give("other", "sent", 1);
    assertThat(find("label:sent").total()).isEqualTo(2);
    assertThat(find("label:\"sent to ana\"").total()).isEqualTo(1);
    assertThat(find("long label:ana").total()).isEqualTo(1);
    assertThat(find("old label:ana").total()).isZero();
    assertThat(find("label:sent script:film after:2020-01-01").total()).isEqualTo(1);
    assertThat(find("label:\"ana to sent\"").hints())
        .containsExactly("No version has a label “ana to sent”.");
    assertThat(find("bridge label:!").hints())
        .singleElement()
        .asString()
        .contains("label: takes a label, or words of one");
  }

  @Test
  void wordsThatOnlyALabelHasLeadToIt() {
    script("film", "The bridge.\n");
    manager.labelManager().give("film", "Sent to Ana", 1);
    assertThat(find("Ana").suggestion()).isEqualTo("label:Ana");
    assertThat(find("“sent to ana”").suggestion()).isEqualTo("label:\"sent to ana\"");
    assertThat(find("Ana -bridge").suggestion()).isNull();
    assertThat(find("bridge").suggestion()).isNull();
  }

  @Test
  void theFilterOfAHistoryThatTakesTooLongIsStoppedAndSaysSo() {
    script("film", "The bridge.\n", "The whale.\n");
    Search.Touching touching = touching(Duration.ZERO, "film");
    assertThat(touching.hints()).anyMatch(hint -> hint.contains("was stopped"));
  }

  @Test
  void aSearchThatTakesTooLongIsStoppedAndSaysSo() {
    script("film", "The bridge hums.\n");
    Found found =
        search(Duration.ZERO).results(ReadableScripts.ALL, SearchQuery.of("bridge"), 1, 10);
    assertThat(found.isStopped()).isTrue();
    assertThat(
            search(Duration.ZERO)
                .results(ReadableScripts.ALL, SearchQuery.of("author:writer"), 1, 10)
                .isStopped())
        .isTrue();
    assertThat(find("bridge").isStopped()).isFalse();
  }

  @Test
  void moreThanIsLookedAtIsToldOf() {
    script("few", "A pebble.\n");
    script(
        "many",
        IntStream.range(0, 5_200)
            .mapToObj(i -> "Pebble " + i + ".\n")
            .collect(Collectors.joining("\n")));
    Found found = find("pebble");
    assertThat(found.hasMore()).isTrue();
    assertThat(found.total()).isEqualTo(5_000);
    assertThat(find("pebble script:few").hasMore()).isFalse();
    assertThat(find("pebble script:few").total()).isEqualTo(1);
    assertThat(find("5199").total()).isEqualTo(1);
  }

  @Test
  void aScriptWhoseIndexIsDamagedIsLeftOutAndToldOf() {
    script("broken", "The bridge hums.\n");
    script("whole", "The bridge sings.\n");
    damage("UPDATE passage_changes SET changes = x'FFFFFFFF' WHERE id = (1 << 32) + 1");
    Found found = find("bridge");
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.hints())
        .containsExactly(
            "“broken” is left out: its part of the search index is damaged. The command reindex"
                + " rebuilds it.");
    assertThat(touching(Duration.ofSeconds(9), "broken").hints())
        .containsExactly("The search index is damaged. The command reindex rebuilds it.");
  }

  @Test
  void anIndexThatIsBeingMadeIsToldOf() {
    script("film", "The bridge hums.\n", "The bridge sings.\n");
    damage("DELETE FROM passage_changes WHERE id = (1 << 32) + 2");
    assertThat(find("bridge").hints().get(0)).contains("it has 1 of 2 versions");
  }

  @Test
  void metadataThatIsNoJsonAnyMoreFitsNoCondition() {
    script("film", "The bridge hums.\n");
    damage("UPDATE script_versions SET metadata = '{broken'");
    assertThat(find("score:>0").total()).isZero();
    assertThat(find("source:ai").total()).isZero();
    assertThat(find("bridge").total()).isEqualTo(1);
  }
}

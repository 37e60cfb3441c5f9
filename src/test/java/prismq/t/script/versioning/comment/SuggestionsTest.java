package prismq.t.script.versioning.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.comment.SuggestionAcceptance.AcceptedSuggestions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Properties of accepting, each with seeds that are told where one fails. */
class SuggestionsTest {
  private static final int FIRST_SEED = 20;
  private static final int SEEDS = 32;
  private static final String[] WORDS =
      ("the a bridge began to hum one night in June and people heard it through closed windows"
              + " wind river old railing slats thin note high low Über größer 音 storm, far; away. “yes”")
          .split(" ");
  private static final Commenter ANN = new Commenter("Ann", null);

  private static Database database;
  private static VersionManager versions;
  private static Suggestions suggestions;
  private static SuggestionAcceptance acceptance;

  @BeforeAll
  static void open(@TempDir Path folder) {
    database = Database.open(folder);
    versions = new VersionManager(database, new IndexWriter());
    Passages passages =
        new Passages(versions, new PassageIndex(database), new Indexing(database, versions));
    Clock clock = Clock.systemUTC();
    suggestions =
        new Suggestions(database, versions, passages, new AuditLog(database, clock), clock);
    acceptance =
        new SuggestionAcceptance(versions, suggestions, (scriptId, version) -> OptionalInt.empty());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Version save(String scriptId, String text) {
    return versions.save(
        NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Writer"), "Test").build());
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static String text(Random random, String lineEnd) {
    StringBuilder text = new StringBuilder();
    int paragraphs = 1 + random.nextInt(6);
    for (int i = 0; i < paragraphs; i++) {
      text.append(i == 0 ? "" : lineEnd + lineEnd).append(words(random, 1 + random.nextInt(25)));
    }
    return text.append(random.nextBoolean() ? lineEnd : "").toString();
  }

  /** Changes, adds, removes and moves words and paragraphs here and there. */
  private static String rewritten(Random random, String text, String lineEnd) {
    List<String> paragraphs = new ArrayList<>(List.of(text.split(lineEnd + lineEnd, -1)));
    for (int i = 0; i < paragraphs.size(); i++) {
      List<String> words = new ArrayList<>(List.of(paragraphs.get(i).split(" ", -1)));
      for (int edits = random.nextInt(4); edits > 0; edits--) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
          case 0 -> words.set(at, words(random, 1 + random.nextInt(3)));
          case 1 -> words.add(at, words(random, 1));
          case 2 -> words.add(words(random, 2));
          default -> words.set(at, words.get(at) + ";");
        }
      }
      paragraphs.set(i, String.join(" ", words));
    }
    switch (random.nextInt(4)) {
      case 0 -> paragraphs.add(random.nextInt(paragraphs.size() + 1), words(random, 9));
      case 1 -> paragraphs.remove(random.nextInt(paragraphs.size()));
      case 2 -> Collections.shuffle(paragraphs, random);
      default -> {}
    }
    return String.join(lineEnd + lineEnd, paragraphs);
  }

  private static AcceptedSuggestions accept(String scriptId, List<Long> ids) {
    return acceptance.accept(scriptId, ids, null, null, ANN);
  }

  private static List<Long> takenApart(String scriptId, String wanted) {
    return suggestions
        .takeApart(
            scriptId,
            view -> view.version(1),
            view -> ScriptText.of(wanted),
            List.of(),
            new Commenter("AI", null))
        .stream()
        .map(placed -> placed.suggestion().id())
        .toList();
  }

  @Test
  void allOfWhatATextWasTakenApartIntoGivesThatText() {
    for (int seed = FIRST_SEED; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      String lineEnd = seed % 3 == 0 ? "\r\n" : "\n";
      String before = text(random, lineEnd);
      String after = rewritten(random, before, lineEnd);
      if (!before.equals(after)) {
        String id = "apart-" + seed;
        versions.createScript(id, id);
        save(id, before);
        AcceptedSuggestions done = accept(id, takenApart(id, after.replace("\r\n", "\n")));
        assertThat(done.left()).as("seed " + seed).isEmpty();
        assertThat(done.versions()).as("seed " + seed).hasSize(1);
        assertThat(versions.content(id, 2).display())
            .as("seed " + seed)
            .isEqualTo(ScriptText.of(after).display());
        assertThat(versions.content(id, 2).bytes())
            .as("seed " + seed)
            .isEqualTo(ScriptText.of(after).bytes());
      }
    }
  }

  @Test
  void theyGiveTheSameTextInWhateverOrderTheyAreAccepted() {
    for (int seed = FIRST_SEED; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      String before = text(random, "\n");
      String after = rewritten(random, before, "\n");
      if (before.equals(after)) {
        continue;
      }
      String id = "order-" + seed;
      versions.createScript(id, id);
      save(id, before);
      List<Long> order = new ArrayList<>(takenApart(id, after));
      Collections.shuffle(order, random);
      int left = 0;
      for (long one : order) {
        left += accept(id, List.of(one)).left().size();
      }
      // What moved is a removal and an addition, of which the one may hide where the other was.
      assertThat(left).as("seed " + seed).isLessThanOrEqualTo(1);
      if (left == 0) {
        assertThat(versions.content(id, versions.script(id).latestVersion()).display())
            .as("seed " + seed)
            .isEqualTo(ScriptText.of(after).display());
      }
    }
  }

  @Test
  void whatSeveralPeopleSuggestForOtherWordsGoesTogetherInAnyOrder() {
    for (int seed = FIRST_SEED; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        words.add("w" + i + (i % 12 == 11 ? ".\n\n" : i % 6 == 5 ? "." : ""));
      }
      String id = "people-" + seed;
      versions.createScript(id, id);
      save(id, String.join(" ", words));
      List<Long> order = new ArrayList<>();
      for (int i = random.nextInt(3); i < 60; i += 2 + random.nextInt(4)) {
        String word = "w" + i;
        String other = random.nextInt(3) == 0 ? "" : "x" + i + " y" + i;
        int start = String.join(" ", words.subList(0, i)).length() + (i == 0 ? 0 : 1);
        order.add(
            suggestions
                .suggest(
                    id,
                    view -> view.version(1),
                    Threads.ChosenWords.range(start, start + word.length()),
                    other,
                    null,
                    new Commenter("Person " + random.nextInt(3), null))
                .suggestion()
                .id());
      }
      String wanted = String.join(" ", words);
      for (Suggestion one : suggestions.all(id)) {
        wanted = wanted.replaceFirst("\\b" + one.anchor().quote() + "\\b", one.replacement());
      }
      Collections.shuffle(order, random);
      while (!order.isEmpty()) {
        int taken = 1 + random.nextInt(order.size());
        AcceptedSuggestions done = accept(id, List.copyOf(order.subList(0, taken)));
        assertThat(done.left()).as("seed " + seed).isEmpty();
        order.subList(0, taken).clear();
      }
      Version last = versions.version(id, versions.script(id).latestVersion());
      assertThat(versions.content(id, last.versionNumber()).display())
          .as("seed " + seed)
          .isEqualTo(wanted);
      assertThat(last.author().name()).startsWith("Person");
      assertThat(last.metadata().values()).containsEntry("accepted_by", "Ann");
    }
  }
}

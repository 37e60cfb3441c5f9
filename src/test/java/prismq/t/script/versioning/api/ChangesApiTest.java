package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class ChangesApiTest {
  private static final String CALL = "/api/v1/changes";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("one");
    server.createScript("two");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static List<String> named(JsonNode answer) {
    List<String> names = new ArrayList<>();
    for (JsonNode change : answer.path("changes")) {
      JsonNode version = change.path("version");
      names.add(version.path("script_id").asText() + " " + version.path("version_number").asInt());
    }
    return names;
  }

  private CompletableFuture<Answer> waiting(String parameters) {
    return CompletableFuture.supplyAsync(() -> server.get(CALL + parameters));
  }

  @Test
  void versionsOfAllScriptsComeInTheOrderTheyWereSaved() {
    server.save("one", "a");
    server.save("two", "b");
    server.save("one", "c");
    JsonNode first = server.get(CALL + "?limit=2").json();
    assertThat(named(first)).containsExactly("one 1", "two 1");
    JsonNode next = server.get(first.path("next").asText()).json();
    assertThat(named(next)).containsExactly("one 2");
    JsonNode last = server.get(next.path("next").asText()).json();
    assertThat(named(last)).isEmpty();
    assertThat(last.path("last")).isEqualTo(next.path("last"));
  }

  @Test
  void latestAsksForWhatIsStillToCome() {
    server.save("one", "a");
    JsonNode now = server.get(CALL + "?after=latest").json();
    assertThat(named(now)).isEmpty();
    server.save("two", "b");
    assertThat(named(server.get(now.path("next").asText()).json())).containsExactly("two 1");
  }

  @Test
  void whoWaitsIsAnsweredWhenSomethingIsSaved() throws Exception {
    CompletableFuture<Answer> answer = waiting("?after=latest&wait=60");
    assertThat(answer).isNotDone();
    // Saves until the request, which may not have arrived yet, has seen one.
    for (int i = 0; !answer.isDone(); i++) {
      server.save("one", "text " + i);
      CompletableFuture.anyOf(answer, pause()).get();
    }
    assertThat(named(answer.get().json())).isNotEmpty();
  }

  private static CompletableFuture<Void> pause() {
    return new CompletableFuture<Void>().completeOnTimeout(null, 200, TimeUnit.MILLISECONDS);
  }

  @Test
  void whatAnotherProgramSavesWakesToo() throws Exception {
    CompletableFuture<Answer> answer = waiting("?after=0&wait=60");
    try (Database other = Database.open(folder)) {
      new VersionManager(other, new IndexWriter())
          .save(
              NewVersion.builder("two", ScriptText.of("from outside"), Author.named("Import"), "")
                  .build());
    }
    assertThat(named(answer.get(30, TimeUnit.SECONDS).json())).containsExactly("two 1");
  }

  @Test
  void whereNothingIsSavedTheAnswerIsEmptyWhenTheTimeIsOver() {
    JsonNode answer = server.get(CALL + "?after=0&wait=1").json();
    assertThat(named(answer)).isEmpty();
    assertThat(answer.path("last").asLong()).isZero();
    assertThat(answer.path("next").asText()).contains("after=0").contains("wait=1");
  }

  @Test
  void nothingIsMissedAndNothingComesTwiceWhileSeveralSave() throws Exception {
    List<CompletableFuture<Void>> savers = new ArrayList<>();
    for (String script : List.of("one", "two")) {
      savers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= 30; i++) {
                  server.save(script, script + i);
                }
              }));
    }
    List<String> seen = new ArrayList<>();
    String next = CALL + "?after=0&limit=7&wait=10";
    while (seen.size() < 60) {
      JsonNode answer = server.get(next).json();
      seen.addAll(named(answer));
      next = answer.path("next").asText();
    }
    for (CompletableFuture<Void> saver : savers) {
      saver.get();
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(60);
    assertThat(seen.stream().filter(name -> name.startsWith("one")))
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(name.indexOf(' ') + 1));
  }

  @Test
  void manyCanWaitAndOthersAreServedMeanwhile() throws Exception {
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(80);
    try {
      for (int i = 0; i < 80; i++) {
        all.add(
            CompletableFuture.supplyAsync(() -> server.get(CALL + "?after=0&wait=60"), clients));
      }
      // More wait than the server has threads.
      server.untilWaiting(80);
      assertThat(server.get("/healthz").status()).isEqualTo(200);
      server.save("one", "here it is");
      for (CompletableFuture<Answer> answer : all) {
        assertThat(named(answer.get(30, TimeUnit.SECONDS).json())).containsExactly("one 1");
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void whoWaitsWhileTheServerStopsIsAnswered() throws Exception {
    CompletableFuture<Answer> answer = waiting("?after=0&wait=60");
    server.untilWaiting(1);
    server.close();
    assertThat(named(answer.get(10, TimeUnit.SECONDS).json())).isEmpty();
    server = new ApiServer(folder);
  }

  @Test
  void aNumberThatWasNeverGivenOutIsRefusedInsteadOfWaitedFor() {
    server.save("one", "a");
    long last = server.get(CALL).json().path("last").asLong();
    Answer answer = server.get(CALL + "?wait=60&after=" + (last + 1));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText())
        .contains("There is no change " + (last + 1) + " yet, the last one is " + last);
    assertThat(named(server.get(CALL + "?after=" + last).json())).isEmpty();
  }

  @Test
  void parametersOutsideTheirRulesAreNamed() {
    for (String wrong : List.of("after=x", "after=-1", "limit=0", "wait=61", "wait=x")) {
      Answer answer = server.get(CALL + "?" + wrong);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("detail").asText())
          .contains(wrong.substring(0, wrong.indexOf('=')));
    }
  }
}

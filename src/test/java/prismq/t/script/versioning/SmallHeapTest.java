package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** The program with a heap of a size, on two texts of 5 MiB that have only two kinds of lines. */
@TestInstance(Lifecycle.PER_CLASS)
class SmallHeapTest {
  private static final int BYTES = 5 * 1_024 * 1_024;

  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private @Nullable Process server;
  private URI address = URI.create("");

  @BeforeAll
  void save(@TempDir Path data) {
    folder = data;
    Random random = Seeds.random(21);
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("tangled", "Two kinds of lines");
      for (int i = 0; i < 2; i++) {
        ScriptText text = ScriptText.of(linesOfTwoKinds(random));
        manager.save(NewVersion.builder("tangled", text, Author.named("Writer"), "").build());
      }
    }
  }

  private static String linesOfTwoKinds(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < BYTES) {
      text.append(random.nextBoolean() ? "a\n" : "b\n");
    }
    return text.toString();
  }

  @AfterEach
  void stop() throws InterruptedException {
    Process running = server;
    if (running != null) {
      running.destroy();
      running.waitFor(20, TimeUnit.SECONDS);
      running.destroyForcibly();
    }
  }

  private void serve(String heap) throws IOException {
    Process started =
        Program.ofClasses(
                List.of(heap, "-XX:+UseSerialGC"),
                "serve",
                "--port",
                "0",
                "--data",
                folder.toString())
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    server = started;
    String line = started.inputReader(StandardCharsets.UTF_8).readLine();
    address = URI.create(line.substring("Serving on ".length()));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
  }

  @Test
  void everyWayToLookAtTangledTextsFitsIntoTheHeapOfASmallMachine() throws Exception {
    serve("-Xmx256m");
    for (String view :
        List.of(
            "", "?view=side-by-side", "?view=unified", ".diff", ".json", ".txt", ".criticmarkup")) {
      assertThat(get("/scripts/tangled/compare/1...2" + view).statusCode()).as(view).isEqualTo(200);
    }
  }

  @Test
  void whereTheHeapIsTooSmallTheAnswerSaysSoAndTheServerGoesOn() throws Exception {
    serve("-Xmx64m");
    HttpResponse<String> page = get("/scripts/tangled/compare/1...2");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("<main", "too little memory", "-Xmx");
    HttpResponse<String> problem = get("/api/v1/scripts/tangled/diff?from=1&to=2");
    assertThat(problem.statusCode()).isEqualTo(503);
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.body()).contains("too little memory");
    assertThat(get("/").body()).contains("Two kinds of lines");
  }
}

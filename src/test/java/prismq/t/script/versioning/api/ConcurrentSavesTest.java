package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class ConcurrentSavesTest {
  private static final int SAVERS = 8;
  private static final int SAVES = 25;

  @TempDir Path folder;

  @Test
  void saversAtOnceNeverGetTheSameNumberAndNoneLosesItsText()
      throws ExecutionException, InterruptedException {
    ExecutorService savers = Executors.newFixedThreadPool(SAVERS);
    try (ApiServer server = new ApiServer(folder)) {
      server.createScript("intro");
      server.save("intro", "the start");
      List<Future<List<Integer>>> running = new ArrayList<>();
      for (int saver = 0; saver < SAVERS; saver++) {
        String name = "saver " + saver;
        running.add(savers.submit(() -> saveAll(server, name)));
      }
      List<Integer> numbers = new ArrayList<>();
      for (int saver = 0; saver < SAVERS; saver++) {
        List<Integer> own = running.get(saver).get();
        assertThat(own).isSorted();
        for (int save = 0; save < SAVES; save++) {
          assertThat(server.get(ApiUrls.version("intro", own.get(save))).json().path("content"))
              .hasToString("\"saver " + saver + " text " + save + "\"");
        }
        numbers.addAll(own);
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(2, SAVERS * SAVES + 1).boxed().toList());
    } finally {
      savers.shutdown();
    }
  }

  /** Saves on the head it knows of, and on the one that a refusal names. */
  private static List<Integer> saveAll(ApiServer server, String name) {
    List<Integer> numbers = new ArrayList<>();
    int head = 1;
    while (numbers.size() < SAVES) {
      Answer answer =
          server.post(
              ApiUrls.versions("intro"),
              ApiServer.version(name + " text " + numbers.size(), ",\"base_version\":" + head));
      if (answer.status() == 409) {
        head = answer.json().path("head_version").asInt();
      } else {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("parent_version").asInt()).isEqualTo(head);
        head = answer.json().path("version_number").asInt();
        numbers.add(head);
      }
    }
    return numbers;
  }
}

package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ChangeEntry;
import prismq.t.script.versioning.history.Changes;

class ChangeWaitTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void whoComesInTheMomentItClosesIsAnsweredWithNothingNew() throws Exception {
    try (Database database = Database.open(folder)) {
      Changes changes = new Changes(database);
      for (int round = 0; round < 200; round++) {
        ChangeWait wait = new ChangeWait(changes);
        CountDownLatch comes = new CountDownLatch(1);
        CompletableFuture<List<CompletableFuture<List<ChangeEntry>>>> coming =
            CompletableFuture.supplyAsync(() -> untilOneIsAnswered(wait, comes));
        comes.await();
        wait.close();
        for (CompletableFuture<List<ChangeEntry>> answer : coming.get(10, TimeUnit.SECONDS)) {
          assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(wait.waitingCount()).isZero();
      }
    }
  }

  /** Lets one after the other wait until one of them is answered at once. */
  private static List<CompletableFuture<List<ChangeEntry>>> untilOneIsAnswered(
      ChangeWait wait, CountDownLatch comes) {
    List<CompletableFuture<List<ChangeEntry>>> answers = new ArrayList<>();
    do {
      answers.add(wait.until(List::of, LONG));
      comes.countDown();
    } while (!answers.get(answers.size() - 1).isDone());
    return answers;
  }
}

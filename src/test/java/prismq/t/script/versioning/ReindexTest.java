package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.pages.Site;
import prismq.t.script.versioning.search.index.IndexLock;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** The search index made anew by another process than the one that serves. */
@Timeout(120)
class ReindexTest {
  private static final int VERSIONS = 150;

  @TempDir Path folder;

  private static String text(int number) {
    return "Paragraph number" + number + " about the lamp.\n\n" + "The rest stays.\n\n".repeat(20);
  }

  private static void fill(Site site) {
    site.script("film");
    for (int number = 1; number <= VERSIONS; number++) {
      site.save("film", ScriptText.of(text(number)));
    }
  }

  private Process reindex() throws Exception {
    return Program.ofClasses(List.of(), "reindex", "--data", folder.toString()).start();
  }

  private static boolean isComplete(Site site) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.url("/api/v1/search?q=lamp")))
            .timeout(Duration.ofSeconds(20))
            .build();
    String json =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return json.contains("\"complete\":true");
  }

  private static void emptyIndex(Site site) {
    site.database()
        .write(
            handle -> {
              new IndexWriter().clear(handle);
              return null;
            });
  }

  @Test
  void whatTheServerSavesMeanwhileIsInTheIndexThatTheCommandMakes() throws Exception {
    try (Site site = Site.open(folder)) {
      fill(site);
      Process process = reindex();
      int number = VERSIONS;
      do {
        number++;
        site.save("film", ScriptText.of(text(number)));
      } while (process.isAlive() && number < 2 * VERSIONS);
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).contains("The search index is made anew");
      assertThat(new PassageIndex(site.database()).state().isComplete()).isTrue();
      assertThat(isComplete(site)).isTrue();
    }
  }

  @Test
  void whatAKilledProcessLeftUndoneIsDoneByTheServerThatIsSearched() throws Exception {
    try (Site site = Site.open(folder)) {
      fill(site);
      Process process = reindex();
      IndexLock lock = new IndexLock(site.database().file());
      while (!lock.isHeld() && process.isAlive()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      assertThat(lock.isHeld()).isFalse();
      emptyIndex(site);
      assertThat(isComplete(site)).isFalse();
      while (!isComplete(site)) {
        Thread.onSpinWait();
      }
      assertThat(new PassageIndex(site.database()).state().isComplete()).isTrue();
    }
  }

  @Test
  void twoServersOnOneFolderBothHaveTheWholeIndex() throws Exception {
    try (Site site = Site.open(folder)) {
      fill(site);
      emptyIndex(site);
    }
    try (Site one = Site.open(folder);
        Site other = Site.open(folder);
        Database reading = Database.open(folder)) {
      for (int number = VERSIONS + 1; number <= VERSIONS + 20; number++) {
        (number % 2 == 0 ? one : other).save("film", ScriptText.of(text(number)));
      }
      while (!isComplete(one) || !isComplete(other)) {
        Thread.onSpinWait();
      }
      assertThat(new PassageIndex(reading).state().versions()).isEqualTo(VERSIONS + 20);
      assertThat(new PassageIndex(reading).state().isComplete()).isTrue();
    }
  }
}

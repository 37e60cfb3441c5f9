package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;

/** What only the packaged jar shows: that everything is in it. */
class JarIT {
  @TempDir Path folder;

  @Test
  void servesTheDemoAndStopsCleanlyWhenToldTo() throws Exception {
    Process server =
        Program.ofJar("serve", "--demo", "--port", "0", "--data", folder.toString()).start();
    try {
      String line = server.inputReader(StandardCharsets.UTF_8).readLine();
      assertThat(line).startsWith("Serving on http://127.0.0.1:");
      URI address = URI.create(line.substring("Serving on ".length()));
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest scripts = HttpRequest.newBuilder(address).build();
      assertThat(client.send(scripts, BodyHandlers.ofString()).body()).contains("Why Bridges Hum");
      HttpRequest health = HttpRequest.newBuilder(address.resolve("/healthz")).build();
      assertThat(client.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      server.destroy();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
    assertThat(folder.resolve(Database.FILE_NAME + "-wal")).doesNotExist();
    Process verify = Program.ofJar("verify", "--data", folder.toString()).start();
    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(verify.waitFor()).as(said).isZero();
    assertThat(said).contains("everything is as it was saved");
  }

  @Test
  void tellsWhichReleaseItIs() throws Exception {
    Process version = Program.ofJar("--version").start();
    assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .matches("script-versioning \\d+\\.\\d+\\.\\d+\\R");
    assertThat(version.waitFor()).isZero();
  }
}

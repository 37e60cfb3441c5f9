package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that others reach, from its first start to its first account. */
class ServeSetUpTest {
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private int status(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String found(BufferedReader lines, Pattern pattern) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("The server printed no line with " + pattern);
  }

  @Test
  void aServerThatOthersReachPrintsALinkAndIsClosedUntilThereIsAnAccount() throws Exception {
    Process server =
        Program.ofClasses(
                List.of("-XX:TieredStopAtLevel=1"),
                "serve",
                "--port",
                "0",
                "--base-url",
                "https://scripts.example.org",
                "--data",
                folder.toString())
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(found(lines, Pattern.compile("Serving on http://.*:(\\d+)/")));
      String link =
          found(lines, Pattern.compile("within 30 minutes: https://scripts.example.org(/\\S+)"));
      assertThat(status(port, "/healthz")).isEqualTo(200);
      assertThat(status(port, "/")).isEqualTo(503);
      assertThat(status(port, link)).isEqualTo(200);
      Process adding =
          Program.ofClasses(
                  List.of("-XX:TieredStopAtLevel=1"),
                  "user",
                  "add",
                  "Script admin",
                  "--email",
                  "admin@example.org",
                  "--role",
                  "admin",
                  "--password-stdin",
                  "--data",
                  folder.toString())
              .start();
      adding
          .getOutputStream()
          .write("seven grey herons at noon\n".getBytes(StandardCharsets.UTF_8));
      adding.getOutputStream().close();
      assertThat(adding.waitFor()).isZero();
      // The server sees what another process did with its next request.
      assertThat(status(port, "/")).isEqualTo(303);
      assertThat(status(port, link)).isEqualTo(410);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }
}

package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;

class BrokenOffRequestsTest {
  private static final String POST =
      " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\nContent-Type: ";

  @TempDir Path folder;

  /** What is logged during some work, which slf4j-simple prints to the errors. */
  private static String logged(Work work) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void clientsThatGoAwayAreNoErrorsInTheLog() throws Exception {
    String log =
        logged(
            () -> {
              try (Site site = Site.open(folder)) {
                site.versions().createScript("long", "Long");
                site.save("long", ScriptText.of("A line of a long text.\n".repeat(150_000)));
                for (String start :
                    List.of(
                        "GET /scripts/long/versions/1/content HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /api/v1/scripts/long/versions/1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /api/v1/changes?after=latest&wait=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /scripts/long HTTP/1.1\r\nHost: loc",
                        "POST /scripts/long/versions"
                            + POST
                            + "multipart/form-data; boundary=x\r\n\r\n--x",
                        "POST /scripts" + POST + "application/x-www-form-urlencoded\r\n\r\ntitle=",
                        "POST /api/v1/scripts" + POST + "application/json\r\n\r\n{\"script_id\"",
                        "POST /import" + POST + "multipart/form-data; boundary=x\r\n\r\n--x\r\n")) {
                  new SlowClients(site.port()).send(5, start).close();
                }
                assertThat(site.get("/scripts/long").status()).isEqualTo(200);
              }
            });
    assertThat(log).doesNotContain("ERROR", "Exception", "\tat ");
  }
}

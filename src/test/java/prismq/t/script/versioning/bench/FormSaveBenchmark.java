package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.web.Json;

/** What a save of a long text by the form takes, beside the save of the same by the API. */
final class FormSaveBenchmark {
  private static final int BYTES = 944_000;
  private static final int EDITS = 300;
  private static final int WARM_UP = 40;
  private static final int SAVES = 60;
  private static final double MAX_SHARE = 1.05;
  private static final String BOUNDARY = "a-boundary-that-is-in-no-text";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServerProcess server;

  private FormSaveBenchmark(ServerProcess server) {
    this.server = server;
  }

  static void run(Workbench bench) throws Exception {
    Path data = bench.folder().resolve("form-save");
    MadeUpText text = new MadeUpText(944, BYTES);
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (String script : new String[] {"form", "api"}) {
        manager.createScript(
            "A made-up text",
            NewVersion.builder(script, text.text(), new Author("Writer", ""), "a text").build());
      }
    }
    try (ServerProcess server = bench.jar().serve(data)) {
      new FormSaveBenchmark(server).report(bench.report(), text);
    }
  }

  /** Saves by turns and each first by turns, so that what else the machine does meets both. */
  private void report(Report report, MadeUpText text) throws Exception {
    double byForm = 0;
    double byApi = 0;
    for (int round = -WARM_UP; round < SAVES; round++) {
      ScriptText edited = text.edit(EDITS).text();
      int base = round + WARM_UP + 1;
      boolean formIsFirst = Math.floorMod(round, 2) == 0;
      double first = formIsFirst ? cpuOfForm(edited, base) : cpuOfApi(edited, base);
      double second = formIsFirst ? cpuOfApi(edited, base) : cpuOfForm(edited, base);
      if (round >= 0) {
        byForm += formIsFirst ? first : second;
        byApi += formIsFirst ? second : first;
      }
    }
    report.add(
        "save of a 944 kB version with 300 edits by the form / by the API",
        Figures.milliseconds(byForm / SAVES)
            + " / "
            + Figures.milliseconds(byApi / SAVES)
            + " of CPU, without compiling and collecting garbage",
        "",
        "≤ " + MAX_SHARE,
        byForm <= MAX_SHARE * byApi);
  }

  private double cpuOfForm(ScriptText text, int base) throws IOException, InterruptedException {
    return cpuOf(formSave(text, base), 303);
  }

  private double cpuOfApi(ScriptText text, int base) throws IOException, InterruptedException {
    return cpuOf(apiSave(text, base), 201);
  }

  private double cpuOf(HttpRequest request, int status) throws IOException, InterruptedException {
    long before = server.requestNanos();
    int answered = client.send(request, BodyHandlers.discarding()).statusCode();
    if (answered != status) {
      throw new IOException(request.uri() + " answered " + answered);
    }
    return (server.requestNanos() - before) / 1e6;
  }

  private HttpRequest apiSave(ScriptText text, int base) {
    Map<String, Object> version =
        Map.of(
            "content",
            text.display(),
            "author",
            "Writer",
            "change_description",
            "a change",
            "base_version",
            base);
    return request("/api/v1/scripts/api/versions")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Json.bytes(version)))
        .build();
  }

  private HttpRequest formSave(ScriptText text, int base) {
    StringBuilder form = new StringBuilder();
    field(form, "content", text.display().replace("\n", "\r\n"));
    field(form, "author", "Writer");
    field(form, "change_description", "a change");
    field(form, "branch", "main");
    field(form, "base_version", Integer.toString(base));
    field(form, "filled_from", Integer.toString(base));
    form.append("--").append(BOUNDARY).append("--\r\n");
    return request("/scripts/form/versions")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8))
        .build();
  }

  private static void field(StringBuilder form, String name, String value) {
    form.append("--")
        .append(BOUNDARY)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}

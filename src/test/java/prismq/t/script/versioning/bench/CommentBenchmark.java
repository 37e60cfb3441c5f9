package prismq.t.script.versioning.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Site;

/** What a thousand threads on a thousand versions cost: pages, saving and commenting. */
final class CommentBenchmark {
  private static final int VERSIONS = 1_000;
  private static final int THREADS = 1_000;
  private static final int BYTES = 40_000;
  private static final int ROUNDS = 21;
  private static final int WARM_UP = 5;

  private final Report report;
  private final Path folder;
  private final Random random = new Random(20);
  private final HttpClient client = HttpClient.newHttpClient();

  private CommentBenchmark(Report report, Path folder) {
    this.report = report;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    run(new Report(), Path.of(arguments[0]));
  }

  static void run(Report report, Path folder) throws Exception {
    new CommentBenchmark(report, Files.createDirectories(folder)).run();
  }

  private void run() {
    MadeUpHistory history = new MadeUpHistory("long", VERSIONS, BYTES);
    try (Database database = Database.open(folder)) {
      history.saveTo(database);
    }
    double saveWithout;
    double saveWith;
    try (Site site = Site.open(folder)) {
      ask(site, "/scripts/long/versions/" + VERSIONS + "/annotate", null, 200);
      saveWithout = median(() -> save(site));
      double[] comments = new double[THREADS];
      for (int i = 0; i < THREADS; i++) {
        comments[i] = time(() -> comment(site, 1 + random.nextInt(VERSIONS)));
      }
      Arrays.sort(comments);
      add("comment, p50", comments[THREADS / 2], 50);
      add("comment, p99", comments[THREADS * 99 / 100], 50);
      margin(site, latest(site));
      saveWith = median(() -> save(site));
      report.add(
          "save with " + THREADS + " threads",
          Figures.milliseconds(saveWith) + " against " + Figures.milliseconds(saveWithout),
          "",
          "≤ 10 % slower",
          saveWith <= 1.1 * saveWithout);
      margin(site, latest(site));
      add("margin of a version that was just saved", afterSave(site), 30);
      add("margin once more after a change", again(site), 30);
    }
    try (Site site = Site.open(folder)) {
      ask(site, "/scripts/long/versions/" + VERSIONS, null, 200);
      add("margin at first after a start", time(() -> margin(site, latest(site))), 30);
      add("margin of another version at first", time(() -> margin(site, VERSIONS / 2)), 30);
      add("margin of the version after that", time(() -> margin(site, VERSIONS / 2 + 1)), 30);
      add("margin of an old version at first", time(() -> margin(site, 10)), 30);
    }
    try (Site site = Site.open(folder)) {
      String page = "/scripts/long/review-report";
      add("review report at first after a start", time(() -> ask(site, page, null, 200)), 3_000);
      add("review report once more", time(() -> ask(site, page, null, 200)), 3_000);
      for (String format : List.of("html", "pdf", "csv", "json", "markdown")) {
        String report = "/api/v1/scripts/long/report?review=true&format=" + format;
        // What makes reports is compiled while the first are made.
        for (int i = 0; i < WARM_UP; i++) {
          ask(site, report, null, 200);
        }
        add(
            "history report with the review as " + format,
            time(() -> ask(site, report, null, 200)),
            3_000);
      }
      String annotations = "/api/v1/scripts/long/review.jsonld";
      add("review as web annotations", time(() -> ask(site, annotations, null, 200)), 3_000);
    }
  }

  private double afterSave(Site site) {
    return median(
        () -> {
          save(site);
          return time(() -> margin(site, latest(site)));
        });
  }

  private double again(Site site) {
    return median(
        () -> {
          comment(site, VERSIONS);
          return time(() -> margin(site, latest(site)));
        });
  }

  private static int latest(Site site) {
    return site.versions().script("long").latestVersion();
  }

  private void margin(Site site, int version) {
    ask(site, "/scripts/long/versions/" + version + "/threads", null, 200);
  }

  private void comment(Site site, int version) {
    int start = random.nextInt(BYTES / 2);
    String body =
        String.format(
            "{\"start\":%d,\"end\":%d,\"body\":\"Why?\",\"author\":\"Ann\"}", start, start + 60);
    ask(site, "/api/v1/scripts/long/versions/" + version + "/threads", body, 201);
  }

  private void ask(Site site, String path, @Nullable String json, int status) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.url(path))).header("HX-Request", "true");
    if (json != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != status) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private double save(Site site) {
    String text = site.versions().content("long", latest(site)).display();
    int at = text.indexOf(' ', random.nextInt(text.length() / 2));
    String changed = text.substring(0, at) + " once more" + text.substring(at);
    ScriptText next = ScriptText.of(changed.getBytes(StandardCharsets.UTF_8));
    NewVersion version = NewVersion.builder("long", next, Site.WRITER, "More").build();
    return time(() -> site.versions().save(version));
  }

  private void add(String what, double milliseconds, int most) {
    report.add(
        what, Figures.milliseconds(milliseconds), "", "≤ " + most + " ms", milliseconds <= most);
  }

  /** Something measured once. */
  private interface Measured {
    double milliseconds();
  }

  private static double median(Measured measured) {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = measured.milliseconds();
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  /** The time that this process computes, so that others on the machine have no say in it. */
  private static double time(Runnable work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - start) / 1e6;
  }
}

package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.db.Database;

/**
 * What it takes to sign in, whether one knows the password or not, and what a history takes for
 * somebody who is signed in. It leaves accounts behind, so it runs after all that know none.
 */
final class SignInBenchmark {
  private static final int CONNECTIONS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration TIME = Duration.ofSeconds(8);
  private static final int TRIES = 30;

  /** As many as may be tried in a row without a wait. */
  private static final int TRIES_OF_AN_ACCOUNT = 3;

  private static final String PASSWORD = "purple lantern forest kite";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Workbench bench;
  private final History history;
  private int addresses;

  SignInBenchmark(Workbench bench, History history) {
    this.bench = bench;
    this.history = history;
  }

  void run() throws Exception {
    Measurement alone;
    try (ServerProcess server = bench.jar().serve(bench.data())) {
      alone = oneAtATime(server, "");
    }
    makeAccounts();
    try (ServerProcess server = bench.jar().serve(bench.data(), "--proxy", "127.0.0.1")) {
      signIn(server);
      String cookie = "Cookie: " + session(server) + "\r\n";
      historyPage(server, cookie, alone);
    }
  }

  private void makeAccounts() {
    try (Database database = Database.open(bench.data())) {
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      for (int i = 0; i <= TRIES / TRIES_OF_AN_ACCOUNT; i++) {
        accounts.add(new NewAccount("Reader " + i, email(i), PASSWORD), Role.ADMIN);
      }
    }
  }

  private static String email(int account) {
    return "reader" + account + "@example.org";
  }

  private void signIn(ServerProcess server) throws Exception {
    double known = 0;
    double[] wrong = new double[TRIES];
    double[] unknown = new double[TRIES];
    for (int i = -TRIES_OF_AN_ACCOUNT; i < TRIES; i++) {
      int account = Math.floorDiv(i, TRIES_OF_AN_ACCOUNT) + 1;
      double ofKnown = cpu(server, email(account), PASSWORD, 303);
      double ofWrong = cpu(server, email(account), "another " + PASSWORD, 422);
      double ofUnknown = cpu(server, "nobody" + i + "@example.org", PASSWORD, 422);
      if (i >= 0) {
        known += ofKnown / TRIES;
        wrong[i] = ofWrong;
        unknown[i] = ofUnknown;
      }
    }
    bench
        .report()
        .add(
            "sign-in",
            Figures.milliseconds(known) + " of CPU",
            "",
            "≤ 150 ms of CPU",
            known <= 150);
    double share = median(unknown) / median(wrong);
    bench
        .report()
        .add(
            "sign-in with a wrong password / by an unknown address",
            Figures.milliseconds(median(wrong))
                + " / "
                + Figures.milliseconds(median(unknown))
                + " of CPU",
            "",
            "within 10 %",
            Math.abs(share - 1) <= 0.1);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double cpu(ServerProcess server, String email, String password, int status)
      throws Exception {
    long before = server.requestNanos();
    int answered = signIn(server, email, password).statusCode();
    if (answered != status) {
      throw new IOException("a sign-in was answered with " + answered);
    }
    return (server.requestNanos() - before) / 1e6;
  }

  /** From another address each time, so that none has to wait. */
  private HttpResponse<Void> signIn(ServerProcess server, String email, String password)
      throws Exception {
    String form =
        "email="
            + URLEncoder.encode(email, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    String origin = "http://127.0.0.1:" + server.port();
    int address = ++addresses;
    return client.send(
        HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .header("X-Forwarded-For", "192.0.2." + address)
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.discarding());
  }

  private String session(ServerProcess server) throws Exception {
    return signIn(server, email(0), PASSWORD)
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";", 2)[0];
  }

  private void historyPage(ServerProcess server, String cookie, Measurement alone)
      throws Exception {
    String page = "/scripts/" + history.scriptId();
    String what = "history page, " + Figures.whole(history.versions()) + " versions, signed in";
    LoadGenerator load = new LoadGenerator(server.port(), CONNECTIONS, cookie);
    load.run(WARM_UP, request -> page);
    Measurement cached = load.run(TIME, request -> page);
    bench
        .report()
        .add(what + ", cached", cached.rate(), "", "≥ 3,000/s", cached.perSecond() >= 3_000);
    Measurement signedIn = oneAtATime(server, cookie);
    bench
        .report()
        .add(
            what + ", not cached, one at a time / where nobody has an account",
            Figures.milliseconds(signedIn.median()) + " / " + Figures.milliseconds(alone.median()),
            "",
            "no slower",
            signedIn.median() <= 1.05 * alone.median());
  }

  private Measurement oneAtATime(ServerProcess server, String headers) throws Exception {
    String page = "/scripts/" + history.scriptId();
    // All versions are below these numbers, so that each page is as long as the first.
    IntFunction<String> differing = request -> page + "?before=" + (1_000_000 + request);
    LoadGenerator load = new LoadGenerator(server.port(), 1, headers);
    load.run(WARM_UP, differing);
    return load.run(Duration.ofSeconds(4), differing);
  }
}

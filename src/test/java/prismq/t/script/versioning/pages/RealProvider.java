package prismq.t.script.versioning.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider of OpenID Connect that others wrote, in a process of its own. */
final class RealProvider implements AutoCloseable {
  static final String SECRET = "the secret of the client, which is long enough: &+%";
  static final String BASE_URL = "https://scripts.example.org";
  static final String CALLBACK = BASE_URL + "/sign-in/oidc/callback";

  private final Process process;
  private final int port;

  private RealProvider(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param people the claims of each, by name, in JSON
   * @param toldWhere "token" or "userinfo"
   */
  static RealProvider start(String people, String toldWhere) throws IOException {
    String script;
    try (InputStream in = RealProvider.class.getResourceAsStream("provider.mjs")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    // Packages are looked for in the folder that it is run in.
    ProcessBuilder builder =
        new ProcessBuilder("node", "--input-type=module", "--eval", script)
            .directory(Path.of("static").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PEOPLE", people);
    builder.environment().put("SECRET", SECRET);
    builder.environment().put("CALLBACK", CALLBACK);
    builder.environment().put("TOLD_WHERE", toldWhere);
    Process process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = Pattern.compile("listening on (\\d+)").matcher(line);
      if (matcher.find()) {
        return new RealProvider(process, Integer.parseInt(matcher.group(1)));
      }
    }
    process.destroy();
    throw new IllegalStateException("The provider did not start; is static/node_modules there?");
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** A browser that knows nobody there yet. */
  static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .build();
  }

  /** Signs in there from the address that it is asked by; gives where it leads back to. */
  String signIn(HttpClient browser, String address, String name) {
    return walk(browser, URI.create(address), name);
  }

  /** Chooses to cancel there; gives where it leads back to. */
  String cancel(HttpClient browser, String address) {
    return walk(browser, URI.create(address), "");
  }

  private static final Pattern FORM =
      Pattern.compile(
          "action=\"([^\"]*)\"[^>]*>\\s*<input type=\"hidden\" name=\"prompt\" value=\"(\\w+)\"");

  private static String walk(HttpClient browser, URI start, String name) {
    URI at = start;
    String form = "";
    for (int step = 0; step < 20; step++) {
      if (at.toString().startsWith(BASE_URL)) {
        return at.toString().substring(BASE_URL.length());
      }
      HttpResponse<String> answer = send(browser, at, form);
      form = "";
      if (answer.statusCode() / 100 == 3) {
        at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
      } else {
        Matcher matcher = FORM.matcher(answer.body());
        if (!matcher.find()) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        at = at.resolve(name.isEmpty() ? matcher.group(1) + "/abort" : matcher.group(1));
        form =
            name.isEmpty() ? "" : "prompt=" + matcher.group(2) + "&login=" + name + "&password=x";
      }
    }
    throw new IllegalStateException("The provider leads nowhere.");
  }

  private static HttpResponse<String> send(HttpClient browser, URI at, String form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at);
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}

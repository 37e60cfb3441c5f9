package prismq.t.script.versioning.pages;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A browser or a program on a site.
 *
 * @param cookie of its session; empty where nobody is signed in
 * @param token by which it asks; empty for none
 */
record Visitor(Site site, String cookie, String token) {
  /** A password that nobody guesses. */
  static final String PASSWORD = "seven grey herons at noon";

  Visitor(Site site, String cookie) {
    this(site, cookie, "");
  }

  /** Somebody who is not signed in. */
  static Visitor of(Site site) {
    return new Visitor(site, "");
  }

  /** A program. */
  static Visitor by(Site site, String token) {
    return new Visitor(site, "", token);
  }

  /** Somebody who signs in by the form. */
  static Visitor signedIn(Site site, String email, String password) {
    Answer answer = of(site).signIn(email, password);
    if (answer.status() != 303) {
      throw new IllegalStateException(email + " was not let in: " + answer.text());
    }
    return new Visitor(site, cookie(answer));
  }

  /** What the browser sends back of what an answer sets. */
  static String cookie(Answer answer) {
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  Answer signIn(String email, String password) {
    return post("/sign-in", new Form().with("email", email).with("password", password));
  }

  Answer get(String path, String... headers) {
    return site.get(path, with(headers));
  }

  /** Sends a form from a page of the site. */
  Answer post(String path, Form form) {
    return site.post(path, form, with("Sec-Fetch-Site", "same-origin"));
  }

  /** Sends JSON from a page of the site. */
  Answer json(String method, String path, String json) {
    return site.ask(
        method,
        path,
        BodyPublishers.ofString(json),
        with("Content-Type", "application/json", "Sec-Fetch-Site", "same-origin"));
  }

  String[] with(String... headers) {
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    if (!cookie.isEmpty()) {
      all.addAll(List.of("Cookie", cookie));
    }
    if (!token.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    return all.toArray(String[]::new);
  }
}

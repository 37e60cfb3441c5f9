package prismq.t.script.versioning.pages;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A browser on a site, with the cookie of its session; empty where nobody is signed in. */
record Visitor(Site site, String cookie) {
  /** A password that nobody guesses. */
  static final String PASSWORD = "seven grey herons at noon";

  /** Somebody who is not signed in. */
  static Visitor of(Site site) {
    return new Visitor(site, "");
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
    return all.toArray(String[]::new);
  }
}

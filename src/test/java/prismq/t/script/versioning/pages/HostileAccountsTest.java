package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Role;

@TestInstance(Lifecycle.PER_CLASS)
class HostileAccountsTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onfocus='alert(1)' autofocus='",
          "</title><svg/onload=alert(1)>",
          "<!--",
          "-->",
          "]]>",
          "${7*7}",
          "[[${page}]]",
          "#{layout.product}",
          "{0}",
          "__${T(java.lang.Runtime)}__::.x",
          "javascript:alert(1)",
          "' OR 1=1 --",
          "'); DROP TABLE accounts; --",
          "Robert\u0000Bobby",
          "two\nlines",
          "tab\there",
          "\u202Egnp.exe",
          "\u200B\u200B\u200B",
          "\uD800",
          "a\u0301".repeat(50),
          "é".repeat(201),
          "x".repeat(100_000),
          "../../etc/passwd",
          "%00%0d%0aSet-Cookie:%20x=y",
          "\r\nSet-Cookie: x=y",
          "ＡＤＭＩＮ",
          "The admin",
          "𝕬𝖉𝖒𝖎𝖓",
          "token-",
          "<!--menu -->");

  private Site site;
  private Visitor admin;
  private Accounts accounts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.openBehindProxy(folder);
    site.script("intro", "one\n");
    Team team = Team.on(site);
    accounts = team.accounts();
    admin = team.signedIn(Role.ADMIN);
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static Form profile(String name, String email, String zone) {
    return new Form().with("name", name).with("email", email).with("time_zone", zone);
  }

  private void has(String email) {
    long self = accounts.list().get(0).id();
    accounts.change(
        self,
        before ->
            new Account(
                self,
                before.name(),
                email,
                before.timeZone(),
                before.language(),
                before.role(),
                false));
  }

  private void isShownAsText(String hostile) {
    for (String path : List.of("/", "/scripts/intro", "/account", "/people", "/nowhere")) {
      Answer page = admin.get(path);
      assertThat(page.status()).as(path).isIn(200, 404);
      assertThat(page.html())
          .as("%s with %s", path, hostile)
          .doesNotContain("<script>alert", "<img src=x", "<svg/onload", "onfocus='alert")
          .doesNotContain("<!--menu");
      assertThat(page.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void hostileNamesAreKeptAsTextOrRefusedInWords() {
    for (String hostile : HOSTILE) {
      Answer answer = admin.post("/account", profile(hostile, "admin@example.org", "UTC"));
      assertThat(answer.status()).as(hostile).isIn(303, 422);
      isShownAsText(hostile);
    }
    assertThat(admin.post("/account", profile("The admin", "admin@example.org", "UTC")).status())
        .isEqualTo(303);
  }

  @Test
  void hostileAddressesTimeZonesAndRolesAreRefusedInWords() {
    for (String hostile : HOSTILE) {
      for (String email : List.of(hostile, hostile + "@example.org", "a@" + hostile)) {
        Answer answer = admin.post("/account", profile("The admin", email, "UTC"));
        assertThat(answer.status()).as(email).isEqualTo(422);
        if (answer.text().contains("This is not your password.")) {
          has(email);
          isShownAsText(hostile);
        }
      }
      has("admin@example.org");
      Answer zone = admin.post("/account", profile("The admin", "admin@example.org", hostile));
      assertThat(zone.status()).as(hostile).isEqualTo(422);
      Answer role = admin.post("/people/invitations", new Form().with("role", hostile));
      assertThat(role.status()).as(hostile).isEqualTo(422);
      admin.post("/account/sessions/end", new Form().with("session", hostile));
      admin.post("/people/invitations/withdraw", new Form().with("invitation", hostile));
      isShownAsText(hostile);
    }
  }

  /** Each from an address of its own, because those from one address wait for each other. */
  @Test
  void hostileTextsSignNobodyIn() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String hostile = HOSTILE.get(i);
      Form form = new Form().with("email", hostile).with("password", hostile);
      Answer answer = site.post("/sign-in", form, "X-Forwarded-For", "198.51.100." + i);
      assertThat(answer.status()).as(hostile).isEqualTo(422);
      assertThat(answer.html()).doesNotContain("<script>alert", "<img src=x", "<svg/onload");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void linksAndFormsThatAreNonsenseAreToldSo() {
    for (String link : List.of("x", "%3Cscript%3E", "%2e%2e%2f", "A".repeat(43), "é", "a b")) {
      for (String place : List.of("/set-up/", "/invitations/", "/reset/")) {
        Answer answer =
            Visitor.of(site).get(place + link.replace(" ", "%20").replace("é", "%C3%A9"));
        assertThat(answer.status()).as(place + link).isIn(400, 404, 410);
      }
    }
    for (String type : List.of("text/plain", "multipart/form-data", "application/json", "x")) {
      Answer answer =
          site.ask(
              "POST",
              "/sign-in",
              BodyPublishers.ofString("email=a&password=b"),
              "Content-Type",
              type,
              "X-Forwarded-For",
              "203.0.113." + type.length());
      assertThat(answer.status()).as(type).isBetween(400, 429);
    }
  }
}

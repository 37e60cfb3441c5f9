package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;

class PrivateFeedTest {
  private Site site;
  private Team team;
  private Account reader;
  private Visitor visitor;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    reader = team.add("reader", Role.EDITOR);
    visitor = team.signedIn("reader");
    site.script("intro", "The bridge hums.\n");
    visitor.post("/scripts/intro/watch", new Form().with("level", "all").with("mail", "yes"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String made() {
    String url =
        visitor
            .post("/notifications/feed", new Form().with("action", "make"))
            .all("value=\"https?://[^/]+(/private-feed/[^\"]+)\"")
            .get(0);
    assertThat(visitor.get("/notifications").html()).doesNotContain(url);
    return url;
  }

  private Answer feedWith(String address, String words) throws InterruptedException {
    Answer feed = site.get(address);
    for (int tries = 0; tries < 100 && !feed.html().contains(words); tries++) {
      Thread.sleep(100);
      feed = site.get(address);
    }
    return feed;
  }

  @Test
  void whatSomebodyIsToldIsReadAtASecretAddressWithoutSigningIn() throws InterruptedException {
    String address = made();
    team.signedIn(Role.ADMIN)
        .post(
            "/scripts/intro/versions/1/comments",
            new Form().with("first_line", "1").with("body", "Why <does> it?"));
    Answer feed = feedWith(address, "Why");
    assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
    assertThat(feed.header("Cache-Control")).contains("private");
    assertThat(feed.html()).contains("The admin", "Why &amp;lt;does&amp;gt; it?");
    assertThat(feed.html()).doesNotContain(address.substring(14));
    assertThat(site.get(address, "If-None-Match", feed.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void ofWhatSomebodyMayNotReadAnyMoreTheFeedTellsNothing() throws InterruptedException {
    String address = made();
    Visitor admin = team.signedIn(Role.ADMIN);
    admin.post(
        "/scripts/intro/versions/1/comments",
        new Form().with("first_line", "1").with("body", "Zanzibar"));
    feedWith(address, "Zanzibar");
    team.give(team.accounts().find("admin@example.org").orElseThrow(), "intro", Right.MANAGE);
    team.restrict("intro");
    assertThat(site.get(address).html()).contains("<feed").doesNotContain("Zanzibar", "intro");
    team.accounts().change(reader.id(), account -> account.disabled(true));
    assertThat(site.get(address).status()).isEqualTo(404);
  }

  @Test
  void anotherAddressOrNoneEndsTheOneBefore() {
    String first = made();
    String second = made();
    assertThat(site.get(first).status()).isEqualTo(404);
    assertThat(site.get(second).status()).isEqualTo(200);
    visitor.post("/notifications/feed", new Form().with("action", "end"));
    Answer ended = site.get(second);
    assertThat(ended.status()).isEqualTo(404);
    assertThat(ended.text()).isEqualTo(site.get("/private-feed/" + "x".repeat(43)).text());
  }
}

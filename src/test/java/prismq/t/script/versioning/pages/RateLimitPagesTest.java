package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;

/** How many requests somebody may make. */
class RateLimitPagesTest {
  private static final String FROM = "X-Forwarded-For";

  private Site site;
  private Team team;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.openBehindProxy(folder);
    site.script("intro", "one\n", "two\n");
    team = Team.on(site);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** The first answer that refuses, of so many; the last one if none does. */
  private static Answer refusal(int most, Supplier<Answer> request) {
    Answer answer = request.get();
    for (int i = 1; i < most && answer.status() != 429; i++) {
      answer = request.get();
    }
    return answer;
  }

  @Test
  void anAddressThatCrawlsIsAskedToWaitAndNobodyElse() {
    Answer refused = refusal(3_000, () -> site.get("/search", FROM, "203.0.113.7"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
    assertThat(refused.heading()).isEqualTo("Too many requests");
    assertThat(refused.text()).contains("Try again in");
    // All else of this address is counted by itself, and so is everybody else.
    assertThat(site.get("/sign-in", FROM, "203.0.113.7").status()).isEqualTo(200);
    assertThat(site.get("/search", FROM, "203.0.113.8").status()).isEqualTo(303);
    assertThat(site.get("/static/css/page.css", FROM, "203.0.113.7").status()).isEqualTo(200);
  }

  @Test
  void oneAddressOfIpv6IsAsGoodAsItsNeighbours() {
    refusal(3_000, () -> site.get("/search", FROM, "2001:db8:1:2:3:4:5:6"));
    // Meanwhile a few more may be made.
    Answer neighbour = refusal(300, () -> site.get("/search", FROM, "2001:db8:1:2:6:5:4:3"));
    assertThat(neighbour.status()).isEqualTo(429);
    assertThat(site.get("/search", FROM, "2001:db8:1:3:3:4:5:6").status()).isEqualTo(303);
  }

  @Test
  void anAccountIsCountedWhereverItIsUsedFrom() {
    Visitor admin = team.signedIn(Role.ADMIN);
    int[] count = {0};
    Answer refused =
        refusal(
            3_000,
            () ->
                admin.get("/scripts/intro/compare/1...2", FROM, "198.51.100." + count[0]++ % 250));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(admin.get("/scripts/intro", FROM, "198.51.100.1").status()).isEqualTo(200);
  }

  @Test
  void programsAreToldByJson() {
    Answer refused =
        refusal(
            3_000,
            () ->
                site.get(
                    "/api/v1/search?q=x", FROM, "203.0.113.9", "Authorization", "Bearer sv_x"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.html()).contains("Too many requests");
  }

  @Test
  void nobodyIsCountedOnThisMachine() {
    Visitor admin = team.signedIn(Role.ADMIN);
    Answer last = refusal(1_000, () -> admin.get("/search"));
    assertThat(last.status()).isEqualTo(200);
  }
}

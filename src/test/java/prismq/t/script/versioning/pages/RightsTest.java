package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.security.RouteRole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.RouteThing;

@TestInstance(Lifecycle.PER_CLASS)
class RightsTest {
  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** The address of a route for what there is. */
  private static String address(String route) {
    return route
        .substring(route.indexOf(' ') + 1)
        .replace("{script_id}", "intro")
        .replace("{page}", "start")
        .replace("{version_number}", "1")
        .replace("{webhook_id}", "1")
        .replace("{import_id}", "none")
        .replace("{thread_id}", "999")
        .replace("{suggestion_id}", "999")
        .replace("{comment_id}", "999")
        .replace("{comment_draft_id}", "999")
        .replace("{notification_id}", "999")
        .replace("{review_id}", "1")
        .replace("{range}", "1...2")
        .replace("{link}", "none")
        .replace("{project_id}", "999")
        .replace("{account_id}", "1")
        .replace("{draft_id}", "999")
        .replace("{share_link_id}", "none")
        .replace("{shared}", "none")
        .replace("<branch>", "main");
  }

  private List<String> routesThatNeed(Right... rights) {
    return site.rights().entrySet().stream()
        .filter(route -> route.getValue().stream().anyMatch(List.of(rights)::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void everyRouteNamesExactlyOneRightAndOneThing() {
    Map<String, Set<RouteRole>> rights = site.rights();
    assertThat(rights).hasSizeGreaterThan(20);
    assertThat(rights)
        .allSatisfy(
            (route, needed) ->
                assertThat(needed)
                    .as(route)
                    .hasSize(2)
                    .hasAtLeastOneElementOfType(Right.class)
                    .hasAtLeastOneElementOfType(RouteThing.class));
    assertThat(routesThatNeed(Right.NONE))
        .containsExactlyInAnyOrder(
            "GET /static/<file>",
            "GET /healthz",
            "GET /sign-in",
            "GET /forgotten",
            "POST /forgotten",
            "GET /sign-in/oidc",
            "GET /sign-in/oidc/callback",
            "POST /sign-in",
            "GET /set-up/{link}",
            "POST /set-up/{link}",
            "GET /invitations/{link}",
            "POST /invitations/{link}",
            "GET /reset/{link}",
            "POST /reset/{link}",
            "GET /s/{link}",
            "POST /s/{link}",
            "GET /private-feed/{link}",
            "GET /unsubscribe/{link}",
            "POST /unsubscribe/{link}");
  }

  @Test
  void everyRouteSaysOfWhichPartOfItsAddressItsThingIsFound() {
    site.rights()
        .forEach(
            (route, needed) -> {
              for (RouteThing thing : RouteThing.values()) {
                boolean isInAddress = route.contains("{" + thing.parameter() + "}");
                boolean isInNoAddress =
                    Stream.of(RouteThing.values())
                        .noneMatch(other -> route.contains("{" + other.parameter() + "}"));
                assertThat(needed.contains(thing))
                    .as(route + " about " + thing)
                    .isEqualTo(thing == RouteThing.SERVER ? isInNoAddress : isInAddress);
              }
            });
  }

  @Test
  void everyRouteThatSavesNeedsARightToSaveThere() {
    assertThat(site.rights().keySet())
        .filteredOn(route -> !route.startsWith("GET "))
        .filteredOn(
            // One's own password, session, pin, share link or reading is nobody else's business.
            route ->
                !route.matches(
                    "POST /(sign-in|sign-out|forgotten|account.*|.*\\{link}|.*/(un)?pin|.*/revoke"
                        + "|.*/read|notifications.*)|(POST|PATCH) .*/watch"))
        .isNotEmpty()
        .isSubsetOf(routesThatNeed(Right.COMMENT, Right.WRITE, Right.MANAGE, Right.ADMINISTER));
  }

  @Test
  void everyRouteThatReadsOrWritesIsRefusedUnderAForeignName() throws IOException {
    for (String route :
        routesThatNeed(Right.READ, Right.COMMENT, Right.WRITE, Right.MANAGE, Right.ADMINISTER)) {
      String method = route.substring(0, route.indexOf(' '));
      String answer =
          Raw.request(
              site.port(),
              method + " " + address(route) + " HTTP/1.1",
              "Host: evil.example",
              "Content-Length: 0");
      assertThat(answer).as(route).startsWith("HTTP/1.1 403 ").doesNotContain("Draft number");
    }
  }

  @Test
  void everyRouteThatSavesIsRefusedToAnotherSite() {
    for (String route : site.rights().keySet()) {
      String method = route.substring(0, route.indexOf(' '));
      // Whoever opens a share link proves it by its secret, and comes from anywhere.
      if (!method.equals("GET") && !route.equals("POST /s/{link}")) {
        Answer answer =
            site.ask(
                method,
                address(route),
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json",
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(answer.status()).as(route).isEqualTo(403);
        assertThat(answer.text()).contains("from another site. Nothing was saved");
      }
    }
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
    assertThat(site.versions().scriptCount()).isEqualTo(1);
  }
}

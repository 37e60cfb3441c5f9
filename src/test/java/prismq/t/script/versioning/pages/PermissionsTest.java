package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;

/** Compares what each route answers to each person with the table of permissions.txt. */
class PermissionsTest {
  private static final String TABLE = "permissions.txt";

  private final Map<String, Visitor> people = new LinkedHashMap<>();
  private Site site;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "one\n", "two\n");
    Team team = Team.on(site);
    for (Role role : List.of(Role.VIEWER, Role.COMMENTER, Role.EDITOR)) {
      team.add(role);
    }
    people.put("nobody", Visitor.of(site));
    for (Role role : Role.values()) {
      people.put(role.word(), team.signedIn(role));
    }
    Account disabled = team.add("disabled", Role.ADMIN);
    people.put("disabled", team.signedIn("disabled"));
    team.accounts().change(disabled.id(), account -> account.disabled(true));
    team.add("revoked", Role.ADMIN);
    people.put("revoked", team.signedIn("revoked"));
    team.signedIn("revoked").post("/account/sessions/end-others", new Form());
    addPrograms(team);
  }

  private void addPrograms(Team team) {
    Account admin = team.accounts().find("admin@example.org").orElseThrow();
    Clock longAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-2));
    NewToken forADay = new NewToken("Old", TokenRight.ADMIN, List.of(), 1);
    people.put("expired", Visitor.by(site, team.tokens(longAgo).make(admin, forADay)));
    people.put("dropped", team.program(admin, TokenRight.ADMIN));
    team.tokens().list(admin).forEach(owned -> team.tokens().revoke(owned.token()));
    people.put("reading", team.program(admin, TokenRight.READ));
    people.put("writing", team.program(admin, TokenRight.WRITE));
    Account demoted = team.add("demoted", Role.ADMIN);
    people.put("over", team.program(demoted, TokenRight.ADMIN));
    team.accounts().change(demoted.id(), account -> account.withRole(Role.EDITOR));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** The rows of the table: what each person is answered, by route. */
  private static Map<String, List<String>> table() throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    try (InputStream in = PermissionsTest.class.getResourceAsStream(TABLE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> words = Arrays.asList(line.strip().split(" +", -1));
          rows.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
        }
      }
    }
    return rows;
  }

  @Test
  void everyRouteHasARow() throws IOException {
    assertThat(new TreeSet<>(table().keySet()))
        .containsExactlyElementsOf(new TreeSet<>(site.rights().keySet()));
  }

  @Test
  void everyRouteAnswersEverybodyAsTheTableSays() throws IOException {
    Map<String, List<String>> table = table();
    Map<String, String> wrong = new TreeMap<>();
    // What signs somebody out comes last.
    List<String> routes = new ArrayList<>(table.keySet());
    routes.remove("POST /sign-out");
    routes.add("POST /sign-out");
    for (String route : routes) {
      List<String> answers =
          people.values().stream().map(visitor -> answered(visitor, route)).toList();
      if (!answers.equals(table.get(route))) {
        wrong.put(route, "answers " + answers + ", the table says " + table.get(route));
      }
    }
    assertThat(wrong).as("answers to %s", people.keySet()).isEmpty();
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
    assertThat(site.versions().scriptCount()).isEqualTo(1);
  }

  /** What browsers say of a form that another site has them send, or do not say. */
  private static final List<String[]> FROM_ANOTHER_SITE =
      List.of(
          new String[] {"Sec-Fetch-Site", "cross-site"},
          new String[] {"Sec-Fetch-Site", "same-site"},
          new String[] {"Origin", "https://evil.example"},
          new String[] {"Origin", "null"},
          new String[] {"Origin", "http://127.0.0.1:1", "Referer", "http://127.0.0.1:1/x"},
          new String[] {});

  @Test
  void whatAnotherSiteHasTheBrowserOfAnAdminSendIsRefused() {
    Visitor admin = Objects.requireNonNull(people.get("admin"));
    for (String route : site.rights().keySet()) {
      String[] parts = route.split(" ", 2);
      if (!parts[0].equals("GET")) {
        for (String[] headers : FROM_ANOTHER_SITE) {
          Answer answer =
              site.ask(
                  parts[0],
                  address(parts[1]),
                  BodyPublishers.ofString("name=x&form_token=x&role=admin"),
                  admin.with(with(headers, "Content-Type", "application/x-www-form-urlencoded")));
          assertThat(answer.status()).as("%s %s", route, List.of(headers)).isIn(401, 403);
        }
      }
    }
    assertThat(admin.get("/account").status()).isEqualTo(200);
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
  }

  private static String[] with(String[] headers, String... more) {
    return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
  }

  /** The address of a route for what there is; what would change somebody is for nobody. */
  private static String address(String path) {
    return path.replace("{script_id}", "intro")
        .replace("{page}", "start")
        .replace("{version_number}", "1")
        .replace("{import_id}", "none")
        .replace("{range}", "1...2")
        .replace("{link}", "none")
        .replace("{account_id}", "999")
        .replace("<branch>", "main")
        .replace("<file>", "icon.svg");
  }

  private static String answered(Visitor visitor, String route) {
    String[] parts = route.split(" ", 2);
    String address = address(parts[1]);
    Answer answer =
        parts[0].equals("GET")
            ? visitor.get(address)
            : address.startsWith("/api/")
                ? visitor.json(parts[0], address, "{}")
                : visitor.post(address, new Form().with("none", "none"));
    String location = answer.header("Location");
    return switch (answer.status()) {
      case 401 -> "401";
      case 403 -> "403";
      case 303 ->
          location.startsWith("/sign-in") && !address.equals("/sign-out") ? "sign-in" : "yes";
      default -> {
        assertThat(answer.status()).as(route).isLessThan(500);
        yield "yes";
      }
    };
  }
}

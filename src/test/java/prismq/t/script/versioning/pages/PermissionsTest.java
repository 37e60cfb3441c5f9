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
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;

/** Compares what each route answers to each person with the table of permissions.txt. */
class PermissionsTest {
  private static final String TABLE = "permissions.txt";

  /** What the address of a route names, by its parts. */
  private record Things(String script, String project) {
    private static boolean isIn(String route) {
      return route.contains("{script_id}") || route.contains("{project_id}");
    }
  }

  /** What everybody may read. */
  private static final Things OPEN = new Things("intro", "1");

  /** What is restricted to others, and what is not there: ids of the same length. */
  private static final Things FOREIGN = new Things("heron", "2");

  private static final Things MISSING = new Things("stork", "9");

  /** The title of what guests are told of a link that does not work. */
  private static final String DEAD = "This link does not open";

  private final Map<String, Visitor> people = new LinkedHashMap<>();
  private Site site;
  private Visitor elsewhere;
  private String shared;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script(OPEN.script, "one\n", "two\n");
    site.script(FOREIGN.script, "one\n", "two\n");
    site.script("other", "one\n");
    Team team = Team.on(site);
    for (Role role : List.of(Role.VIEWER, Role.COMMENTER, Role.EDITOR)) {
      team.add(role);
    }
    people.put("nobody", Visitor.of(site));
    addGuests(team);
    for (Role role : Role.values()) {
      people.put(role.word(), team.signedIn(role));
    }
    Account disabled = team.add("disabled", Role.ADMIN);
    people.put("disabled", team.signedIn("disabled"));
    team.accounts().change(disabled.id(), account -> account.disabled(true));
    team.add("revoked", Role.ADMIN);
    people.put("revoked", team.signedIn("revoked"));
    team.signedIn("revoked").post("/account/sessions/end-others", new Form());
    team.give(team.add("widened", Role.VIEWER), OPEN.script, Right.WRITE);
    people.put("widened", team.signedIn("widened"));
    team.give(team.add("narrowed", Role.EDITOR), OPEN.script, Right.READ);
    people.put("narrowed", team.signedIn("narrowed"));
    team.restrict(FOREIGN.script);
    team.restrict("other");
    team.give(team.add("elsewhere", Role.EDITOR), "other", Right.MANAGE);
    elsewhere = team.signedIn("elsewhere");
    team.project("Season", "other");
    team.restrict(team.project("Hidden"));
    addPrograms(team);
  }

  private void addGuests(Team team) {
    Visitor maker = team.signedIn(Role.EDITOR);
    Form decided = Sharing.comparison(1, 2).with("decisions", "true");
    SharedVisit guest = Sharing.open(site, Sharing.make(maker, OPEN.script, decided));
    shared = guest.shareLinkId();
    people.put("guest", guest.guest());
    SharedVisit ended =
        Sharing.open(site, Sharing.make(maker, OPEN.script, Sharing.comparison(1, 2)));
    team.shareLinks().revoke(team.shareLinks().link(ended.shareLinkId()));
    people.put("ended", ended.guest());
  }

  private void addPrograms(Team team) {
    Account admin = team.accounts().find("admin@example.org").orElseThrow();
    Clock longAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-2));
    NewToken forADay = new NewToken("Old", TokenRight.ADMIN, List.of(), List.of(), 1);
    people.put("expired", Visitor.by(site, team.tokens(longAgo).make(admin, forADay)));
    people.put("dropped", team.program(admin, TokenRight.ADMIN));
    team.tokens()
        .list(admin, project -> true)
        .forEach(owned -> team.tokens().revoke(owned.token()));
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
          new ArrayList<>(
              people.values().stream().map(visitor -> answered(visitor, route)).toList());
      for (Things things : List.of(FOREIGN, MISSING)) {
        answers.add(
            Things.isIn(route)
                ? Integer.toString(refused(elsewhere, route, things).status())
                : "-");
      }
      if (!answers.equals(table.get(route))) {
        wrong.put(route, "answers " + answers + ", the table says " + table.get(route));
      }
    }
    assertThat(wrong).as("answers to %s", people.keySet()).isEmpty();
    assertThat(site.versions().script(OPEN.script).latestVersion()).isEqualTo(2);
    assertThat(site.versions().script(FOREIGN.script).latestVersion()).isEqualTo(2);
    assertThat(site.versions().scriptCount()).isEqualTo(3);
  }

  private static final List<String> OF_EACH_ANSWER = List.of("date", "content-length");

  @Test
  void whatIsHiddenLooksLikeWhatIsNotThere() {
    List<Visitor> strangers = new ArrayList<>(people.values());
    List.of("admin", "reading", "writing").forEach(name -> strangers.remove(people.get(name)));
    strangers.add(elsewhere);
    for (Visitor stranger : strangers) {
      for (String route : site.rights().keySet()) {
        if (Things.isIn(route)) {
          Answer foreign = refused(stranger, route, FOREIGN);
          Answer missing = refused(stranger, route, MISSING);
          assertThat(foreign.status()).as(route).isEqualTo(missing.status()).isNotEqualTo(200);
          assertThat(unnamed(foreign.text())).as(route).isEqualTo(missing.text());
          assertThat(headers(foreign)).as(route).isEqualTo(headers(missing));
          if (route.startsWith("GET ")) {
            assertThat(head(stranger, route, FOREIGN))
                .as(route)
                .isEqualTo(head(stranger, route, MISSING))
                .isNotEqualTo(200);
          }
        }
      }
    }
  }

  private static String unnamed(String text) {
    return text.replace(FOREIGN.script, MISSING.script)
        .replace("projects%2F" + FOREIGN.project, "projects%2F" + MISSING.project);
  }

  private int head(Visitor visitor, String route, Things things) {
    String address = address(route.substring("GET ".length()), things);
    return visitor
        .site()
        .ask("HEAD", address, BodyPublishers.noBody(), visitor.with("Accept", "*/*"))
        .status();
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(OF_EACH_ANSWER);
    headers.replaceAll((name, values) -> values.stream().map(PermissionsTest::unnamed).toList());
    return headers;
  }

  @Test
  void whoMayReadButNotWriteIsToldSoAndShownWhatWasTyped() {
    Answer answer =
        Objects.requireNonNull(people.get("narrowed"))
            .post(
                "/scripts/intro/versions",
                new Form().with("content", "What I typed.").with("author", "x"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .contains("Your account may read this script, but not change it.", "What I typed.");
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
      // Whoever knows the secret of a share link may open it from anywhere.
      if (!parts[0].equals("GET") && !parts[1].startsWith("/s/")) {
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
  private String address(String path) {
    return address(path, OPEN);
  }

  private String address(String path, Things things) {
    return path.replace("{script_id}", things.script)
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
        .replace("{shared}", shared)
        .replace("{share_link_id}", "none")
        .replace("{account_id}", "999")
        .replace("{draft_id}", "999")
        .replace("{project_id}", things.project)
        .replace("<branch>", "main")
        .replace("<file>", "icon.svg");
  }

  private Answer refused(Visitor visitor, String route, Things things) {
    String[] parts = route.split(" ", 2);
    return asked(visitor, parts[0], address(parts[1], things));
  }

  private static Answer asked(Visitor visitor, String method, String address) {
    return method.equals("GET")
        ? visitor.get(address)
        : address.startsWith("/api/")
            ? visitor.json(method, address, "{}")
            : visitor.post(address, new Form().with("none", "none"));
  }

  private String answered(Visitor visitor, String route) {
    String[] parts = route.split(" ", 2);
    String address = address(parts[1]);
    Answer answer = asked(visitor, parts[0], address);
    String location = answer.header("Location");
    return switch (answer.status()) {
      case 401 -> "401";
      case 403 -> "403";
      case 404 -> answer.title().equals(DEAD) ? "dead" : "yes";
      case 303 ->
          location.startsWith("/sign-in") && !address.equals("/sign-out") ? "sign-in" : "yes";
      default -> {
        assertThat(answer.status()).as(route).isLessThan(500);
        yield "yes";
      }
    };
  }
}

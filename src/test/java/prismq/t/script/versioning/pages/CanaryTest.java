package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.draft.DraftFields;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.DraftPlace;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.token.TokenRight;

/** Nothing that stands in a restricted script is answered to those who may not read it. */
class CanaryTest {
  /** Words that stand nowhere else: in the id, the title, the text, and what is said about it. */
  private static final String ID = "fnordwick";

  private static final String TITLE = "tramblisk";
  private static final String TEXT = "vexilquorm";
  private static final String BRANCH = "yzorblenk";
  private static final String LABEL = "quixmarfle";
  private static final String DESCRIPTION = "plombeddix";
  private static final String AUTHOR = "drusilvane";
  private static final String NOTES = "ombertwick";
  private static final String MODEL = "squelvarn";
  private static final String SOURCE_KEY = "krazzlefen";
  private static final String PROJECT = "glimmerosk";
  private static final String DRAFT = "bristelquop";
  private static final String COMMENT = "wendlemurk";
  private static final List<String> WORDS =
      List.of(
          PROJECT,
          ID,
          TITLE,
          TEXT,
          BRANCH,
          LABEL,
          DESCRIPTION,
          AUTHOR,
          NOTES,
          MODEL,
          SOURCE_KEY,
          DRAFT,
          COMMENT);

  private static final Pattern LINK = Pattern.compile("(?:href|hx-get|action)=\"(/[^\"#]*)");
  private static final int MOST_PAGES_BY_LINKS = 200;

  private final AtomicInteger answers = new AtomicInteger();
  private final Set<String> leaks = new TreeSet<>();
  private final PrintStream errors = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private Site site;
  private Team team;
  private Drafts drafts;
  private Map<String, Visitor> strangers;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n");
    site.versions().labelManager().give("intro", "Final", 2);
    saveCanary(1, "The " + TEXT + " drifted over the harbour.\n");
    saveCanary(2, "The " + TEXT + " drifted over the harbour, and back.\n");
    site.branches().create(ID, BRANCH, 1);
    site.versions().labelManager().give(ID, LABEL, 2);
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE script_versions SET source_key = ? WHERE version_number = 2",
                    SOURCE_KEY.getBytes(StandardCharsets.UTF_8)));
    team = Team.on(site);
    team.add(Role.VIEWER);
    team.add(Role.EDITOR);
    site.script("other", "Somebody else's.\n");
    team.restrict("other");
    team.give(team.accounts().find("editor@example.org").orElseThrow(), "other", Right.MANAGE);
    team.restrict(ID);
    DraftPlace place =
        new DraftPlace(team.accounts().find("admin@example.org").orElseThrow().id(), ID, 1);
    drafts = new Drafts(site.database(), Clock.systemUTC());
    drafts.keep(
        place,
        DraftKeys.of("page"),
        1,
        new DraftFields("", "", "The " + DRAFT + " sank.\n", "", 2, 2, null));
    team.signedIn(Role.ADMIN)
        .post(
            "/scripts/" + ID + "/versions/2/comments",
            new Form().with("first_line", "1").with("body", "Too " + COMMENT + ", @Viewer"));
    strangers =
        Map.of(
            "viewer", team.signedIn(Role.VIEWER),
            "editor", team.signedIn(Role.EDITOR),
            "nobody", Visitor.of(site),
            "program", team.program(Role.EDITOR, TokenRight.WRITE));
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(errors);
    site.close();
  }

  private void saveCanary(int number, String text) {
    if (number == 1) {
      site.versions().createScript(ID, "The " + TITLE);
    }
    site.versions()
        .save(
            NewVersion.builder(
                    ID, ScriptText.of(text), Author.named(AUTHOR), "Because of " + DESCRIPTION)
                .metadata(Metadata.of(Map.of("notes", "See " + NOTES, "model", MODEL)))
                .build());
  }

  private Visitor visitor(String who) {
    return Objects.requireNonNull(strangers.get(who));
  }

  /** Keeps what an answer says that was not asked with these very words. */
  private Answer looked(String who, String asked, Answer answer) {
    answers.incrementAndGet();
    String said = (answer.headers().map() + answer.html()).toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (said.contains(word) && !asked.toLowerCase(Locale.ROOT).contains(word)) {
        leaks.add(who + " is told " + word + " by " + asked);
      }
    }
    return answer;
  }

  /** A word that stands nowhere at all. */
  private static String other(String word) {
    StringBuilder other = new StringBuilder();
    word.chars().forEach(c -> other.append((char) ('a' + (c - 'a' + 13) % 26)));
    return other.toString();
  }

  /** Asks for a whole word, and for one that stands nowhere; both must be answered alike. */
  private void compared(String who, String path, String word) {
    Visitor visitor = visitor(who);
    String known = looked(who, path, visitor.get(path)).html();
    String unknown = looked(who, path, visitor.get(path.replace(word, other(word)))).html();
    if (!known.replace(word, other(word)).equals(unknown)) {
      leaks.add(who + " can tell that there is " + word + " by " + path);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void noAnswerToThoseWithoutTheRightHasAnythingOfTheScript() {
    for (String who : strangers.keySet()) {
      askEveryRoute(who);
      followLinks(who);
      searchForBeginnings(who);
      searchForWholeWords(who);
    }
    tryToTakeTheId();
    String logged = log.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    assertThat(leaks).isEmpty();
    assertThat(logged).doesNotContain(WORDS.stream().filter(word -> !word.equals(ID)).toList());
    assertThat(answers.get()).isGreaterThanOrEqualTo(5_000);
    long admin = team.accounts().find("admin@example.org").orElseThrow().id();
    assertThat(drafts.find(new DraftPlace(admin, ID, 1))).isPresent();
  }

  @Test
  void noAnswerHasAnythingOfAScriptThatItsProjectRestricts() {
    team.open(ID);
    team.restrict(team.project("The " + PROJECT, ID));
    for (String who : strangers.keySet()) {
      askEveryRoute(who, "GET");
      searchForWholeWords(who);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void whoMayReadItIsToldOfAllOfIt() {
    team.project("The " + PROJECT, ID);
    strangers = Map.of("admin", team.signedIn(Role.ADMIN));
    askEveryRoute("admin", "GET");
    followLinks("admin");
    searchForBeginnings("admin");
    for (String word : WORDS) {
      // No page shows what a version is called where it was imported from.
      assertThat(leaks.stream().anyMatch(leak -> leak.startsWith("admin is told " + word)))
          .as(word)
          .isEqualTo(!word.equals(SOURCE_KEY));
    }
  }

  private void askEveryRoute(String who, String... methods) {
    for (String route : site.rights().keySet()) {
      String method = route.substring(0, route.indexOf(' '));
      String path = route.substring(route.indexOf(' ') + 1);
      for (String version : List.of("1", "2", "latest")) {
        String address =
            path.replace("{script_id}", ID)
                .replace("{version_number}", version)
                .replace("{range}", "1..." + version)
                .replace("<branch>", BRANCH)
                .replace("<file>", "icon.svg")
                .replaceAll("\\{\\w+}", "1");
        Visitor visitor = visitor(who);
        boolean isLeftOut = methods.length > 0 && !List.of(methods).contains(method);
        if (isLeftOut || path.startsWith("/sign-out") || path.contains("/sessions/")) {
          break;
        }
        Answer answer =
            method.equals("GET")
                ? visitor.get(address)
                : path.startsWith("/api/")
                    ? visitor.json(method, address, "{\"name\": \"x\"}")
                    : visitor.post(address, new Form().with("name", "x"));
        looked(who, route.contains("{script_id}") ? ID + " " + BRANCH : "", answer);
        if (!path.contains("{version_number}") && !path.contains("{range}")) {
          break;
        }
      }
    }
  }

  private void followLinks(String who) {
    Visitor visitor = visitor(who);
    Set<String> known = new LinkedHashSet<>(List.of("/", "/feed.atom", "/search", "/help"));
    known.addAll(List.of("/api/v1/scripts", "/api/v1/changes", "/api/v1/me", "/import", "/new"));
    known.add("/api/v1/scripts?limit=1&offset=1");
    known.add("/api/v1/changes?after=latest");
    Deque<String> open = new ArrayDeque<>(known);
    int pages = 0;
    while (!open.isEmpty() && pages < MOST_PAGES_BY_LINKS) {
      String path = open.remove();
      pages++;
      Matcher link = LINK.matcher(looked(who, path, visitor.get(path)).html());
      while (link.find()) {
        String next = link.group(1).replace("&amp;", "&");
        if (!next.startsWith("/static/") && known.add(next)) {
          open.add(next);
        }
      }
    }
  }

  private static List<String> searches(String query) {
    String q = encoded(query);
    return List.of(
        "/search?q=" + q,
        "/api/v1/search?q=" + q,
        "/?q=" + q,
        "/scripts/intro?q=" + q,
        "/api/v1/scripts/intro/versions?q=" + q);
  }

  /**
   * As it is typed, letter for letter, and misspelt; of each field a short and a long beginning.
   */
  private void searchForBeginnings(String who) {
    for (String word : WORDS) {
      List<String> queries = new ArrayList<>();
      for (int length = 3; length < word.length(); length += 2) {
        queries.add(word.substring(0, length));
      }
      queries.add(word.substring(0, 4) + "x" + word.substring(4));
      queries.add("harbour " + word.substring(0, 5));
      for (String field : List.of("script:", "author:", "branch:", "label:")) {
        queries.add(field + word.substring(0, 4));
        queries.add(field + word.substring(0, word.length() - 1));
      }
      for (String query : queries) {
        for (String path : searches(query)) {
          looked(who, path, visitor(who).get(path));
        }
      }
    }
  }

  private void searchForWholeWords(String who) {
    for (String word : WORDS) {
      for (String field : List.of("", "script:", "author:", "branch:", "label:", "source:")) {
        searches(field + word).forEach(path -> compared(who, path, word));
      }
    }
  }

  private void tryToTakeTheId() {
    Visitor editor = visitor("editor");
    Form form = new Form().with("title", "Mine").with("script_id", ID);
    Answer answer = looked("editor", ID, editor.post("/scripts", form));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("The id “" + ID + "” cannot be used.");
    Visitor program = visitor("program");
    String json = "{\"script_id\": \"" + ID + "\", \"title\": \"Mine\"}";
    Answer refused = looked("program", ID, program.json("POST", "/api/v1/scripts", json));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("cannot be used");
  }
}

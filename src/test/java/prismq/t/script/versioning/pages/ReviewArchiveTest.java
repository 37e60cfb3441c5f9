package prismq.t.script.versioning.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.QuickAccounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.ImportCommand;

/** Comments, suggestions and reviews that go from one server to another in an archive. */
class ReviewArchiveTest {
  private static final String TEXT =
      "The bridge 😀 began to hum one night.\n\nNobody knew e\u0301 why, so they “listened”.\n";
  private static final String SCRIPT = "/api/v1/scripts/film";

  @TempDir Path folder;

  private Path data(String name) {
    return folder.resolve(name);
  }

  private byte[] export(String from, String file) throws IOException {
    CommandRun run =
        CommandRun.of(new ExportCommand(), "archive", folder.resolve(file), "--data", data(from));
    assertThat(run.errors()).isEmpty();
    return Files.readAllBytes(folder.resolve(file));
  }

  private String imported(String to, String file, String... more) {
    List<Object> words =
        new ArrayList<>(List.of("archive", folder.resolve(file), "--data", data(to)));
    words.addAll(List.of(more));
    CommandRun run = CommandRun.of(new ImportCommand(), words.toArray());
    assertThat(run.errors()).isEmpty();
    return run.out();
  }

  private String entry(String file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve(file).toFile())) {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
    }
  }

  private static Team team(Site site) {
    Team team = Team.on(site);
    team.add(Role.EDITOR);
    team.add("second", Role.EDITOR);
    team.add(Role.COMMENTER);
    return team;
  }

  /** Somebody with a browser, and a program of theirs. */
  private record Person(Visitor browser, Visitor program) {
    static Person of(Team team, String word) {
      Account account = team.accounts().named(word + "@example.org");
      TokenRight right = account.role() == Role.ADMIN ? TokenRight.ADMIN : TokenRight.WRITE;
      return new Person(team.signedIn(word), team.program(account, right));
    }

    Answer get(String path) {
      return browser.get(path);
    }

    Answer post(String path, Form form) {
      return browser.post(path, form);
    }

    Answer json(String method, String path, String json) {
      return program.json(method, path, json);
    }
  }

  private static JsonNode sent(Person person, String method, String path, String json) {
    Answer answer = person.json(method, path, json);
    assertThat(answer.status()).as(path + " " + answer.text()).isBetween(200, 204);
    try {
      return new ObjectMapper()
          .readTree(answer.body().length == 0 ? "{}".getBytes(UTF_8) : answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.text(), e);
    }
  }

  private static JsonNode post(Person person, String path, String json) {
    return sent(person, "POST", SCRIPT + path, json);
  }

  /** Does all that people can do in reviews, in any order. */
  private static final class RandomReviews {
    private final Site site;
    private final Random random;
    private final List<Person> people;
    private final Person admin;
    private final Visitor commenter;
    private final List<String> comments = new ArrayList<>();
    private final List<Long> threads = new ArrayList<>();
    private final List<Long> suggestions = new ArrayList<>();
    private int reviews;

    RandomReviews(Site site, Team team, long seed) {
      this.site = site;
      this.random = Seeds.random(seed);
      this.admin = Person.of(team, "admin");
      this.people = List.of(admin, Person.of(team, "editor"), Person.of(team, "second"));
      this.commenter = team.signedIn(Role.COMMENTER);
    }

    private Person anybody() {
      return people.get(random.nextInt(people.size()));
    }

    private Person writer() {
      return people.get(random.nextInt(3));
    }

    private int version() {
      return 1 + random.nextInt(site.versions().script("film").latestVersion());
    }

    private String words(int version) {
      String text = site.versions().content("film", version).display();
      int length = text.codePointCount(0, text.length());
      int start = random.nextInt(length);
      int end = start + 1 + random.nextInt(Math.min(20, length - start));
      return "\"start\": " + start + ", \"end\": " + end;
    }

    private String body() {
      return "\"body\": \"Why <b>" + random.nextInt(100) + "</b>, @The editor? \\n\\n* “é” 😀\"";
    }

    void act() {
      switch (random.nextInt(14)) {
        case 0 -> site.save("film", ScriptText.of(TEXT + "More " + random.nextInt() + ".\n"));
        case 1, 2 -> {
          int version = version();
          JsonNode thread =
              post(
                  anybody(),
                  "/versions/" + version + "/threads",
                  "{" + words(version) + ", " + body() + "}");
          threads.add(thread.path("thread_id").asLong());
        }
        case 3, 4 -> reply();
        case 5 -> editOrDelete();
        case 6 -> settle();
        case 7, 8 -> {
          int version = version();
          JsonNode made =
              post(
                  anybody(),
                  "/versions/" + version + "/suggestions",
                  "{"
                      + words(version)
                      + ", \"replacement\": \"other\\nwords "
                      + random.nextInt()
                      + "\", \"reason\": \"Because.\"}");
          suggestions.add(made.path("suggestion_id").asLong());
        }
        case 9 -> decide();
        case 10 -> review();
        case 11 -> label();
        case 12 -> rule();
        default -> answer();
      }
    }

    private long anyOf(List<Long> numbers) {
      return numbers.get(random.nextInt(numbers.size()));
    }

    private void reply() {
      if (!threads.isEmpty()) {
        long thread = anyOf(threads);
        int who = random.nextInt(people.size());
        JsonNode made =
            post(people.get(who), "/threads/" + thread + "/comments", "{" + body() + "}");
        comments.add(who + "/threads/" + thread + "/comments/" + made.path("comment_id").asLong());
      }
    }

    private void editOrDelete() {
      if (!comments.isEmpty()) {
        String comment = comments.get(random.nextInt(comments.size()));
        Person by = people.get(comment.charAt(0) - '0');
        if (random.nextInt(4) == 0) {
          sent(by, "DELETE", SCRIPT + comment.substring(1), "");
          comments.remove(comment);
        } else {
          sent(by, "PATCH", SCRIPT + comment.substring(1), "{" + body() + "}");
        }
      }
    }

    private void settle() {
      if (!threads.isEmpty()) {
        String act = random.nextInt(3) == 0 ? "/reopen" : "/resolve";
        post(anybody(), "/threads/" + anyOf(threads) + act, "{}");
      }
    }

    private void decide() {
      if (!suggestions.isEmpty()) {
        String act = random.nextBoolean() ? "/suggestions/accept" : "/suggestions/reject";
        writer().json("POST", SCRIPT + act, "{\"suggestion_ids\": [" + anyOf(suggestions) + "]}");
      }
    }

    private void review() {
      site.save("film", ScriptText.of(TEXT + "Reviewed " + random.nextInt() + ".\n"));
      reviews++;
      post(
          writer(),
          "/versions/latest/reviews",
          "{\"reviewers\": [{\"email\": \"editor@example.org\", \"role\": \"tone\", \"weight\": 3},"
              + " {\"email\": \"commenter@example.org\"}], \"deadline\": \"2999-01-01\"}");
      String review = "/reviews/" + reviews;
      for (int i = random.nextInt(3); i > 0; i--) {
        post(
            people.get(1),
            review + "/verdicts",
            "{\"verdict\": \""
                + (random.nextBoolean() ? "approve" : "request_changes")
                + "\", \"comment\": \"Line\\nof it\", \"scores\": {\"pace\": 7.5, \"all\": 92}}");
      }
      if (random.nextBoolean()) {
        commenter.post(
            "/scripts/film" + review + "/verdicts", new Form().with("verdict", "through"));
        admin.json("POST", SCRIPT + review + "/turn", "{\"email\": \"second@example.org\"}");
      }
      if (random.nextInt(3) == 0) {
        post(admin, review + "/close", "{}");
      }
    }

    private void label() {
      int version = version();
      String name = "cut " + random.nextInt(3);
      writer()
          .json(
              "POST",
              SCRIPT + "/labels",
              "{\"name\": \""
                  + name
                  + "\", \"version_number\": "
                  + version
                  + ", \"move\": true, \"override_reason\": \"So be it.\"}");
      people
          .get(1)
          .post(
              "/scripts/film/labels/record/responsibility",
              new Form().with("name", name).with("version", "" + version));
    }

    private void rule() {
      if (random.nextBoolean()) {
        post(
            admin,
            "/label-rules",
            "{\"name\": \"cut "
                + random.nextInt(3)
                + "\", \"movers\": \""
                + (random.nextBoolean() ? "write" : "manage")
                + "\", \"approvals\": "
                + (1 + random.nextInt(3))
                + ", \"threads_resolved\": "
                + random.nextBoolean()
                + "}");
      } else {
        Form form =
            new Form().with("kind", "approvals").with("approvals", "2").with("roles", "tone, law");
        assertThat(admin.post("/scripts/film/reviews/rule", form).status()).isEqualTo(303);
      }
    }

    private void answer() {
      if (!threads.isEmpty()) {
        int latest = site.versions().script("film").latestVersion();
        post(
            writer(),
            "/versions",
            "{\"content\": \"Answered "
                + random.nextInt()
                + ".\", \"base_version\": "
                + latest
                + ", \"change_description\": \"x\", \"addressed_by\": ["
                + anyOf(threads)
                + "]}");
      }
    }
  }

  private void makeReviews(long seed, int acts) {
    try (Site site = Site.open(data("from"))) {
      site.script("film", TEXT);
      site.script("quiet", TEXT);
      RandomReviews reviews = new RandomReviews(site, team(site), seed);
      for (int i = 0; i < acts; i++) {
        reviews.act();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {201, 202})
  void exportedImportedAndExportedAgainReviewsAreTheSameByteForByte(long seed) throws IOException {
    makeReviews(seed, 120);
    byte[] archive = export("from", "one.zip");
    assertThat(entry("one.zip", "manifest.json")).contains("\"format_version\":3");
    assertThat(entry("one.zip", "reviews.jsonl").lines())
        .anyMatch(line -> line.contains("\"record\":\"former_comment\""))
        .anyMatch(line -> line.contains("\"record\":\"verdict\""))
        .anyMatch(line -> line.contains("\"record\":\"suggestion\""))
        .anyMatch(line -> line.contains("\"record\":\"label_event\""));
    String preview = imported("to", "one.zip", "--preview");
    String out = imported("to", "one.zip");
    assertThat(out).containsPattern("\\d+ threads?, \\d+ suggestions? and \\d+ reviews? added");
    assertThat(preview.replaceAll("; [0-9.]+ s, .*", ""))
        .endsWith(out.replaceAll("; [0-9.]+ s, .*", ""));
    assertThat(export("to", "two.zip")).isEqualTo(archive);
    for (String again : List.of("to", "from")) {
      assertThat(imported(again, "one.zip"))
          .startsWith("0 versions added")
          .doesNotContain("threads", "suggestions", "reviews", "rule");
      assertThat(export(again, again + ".zip")).isEqualTo(archive);
    }
    try (Database database = Database.open(data("to"))) {
      assertThat(database.integrityProblems()).isEmpty();
      int accounts =
          database.read(
              handle ->
                  handle.createQuery("SELECT count(*) FROM accounts").mapTo(Integer.class).one());
      assertThat(accounts).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {211})
  void whatWasSaidSinceAnEarlierArchiveIsAdded(long seed) throws IOException {
    try (Site site = Site.open(data("from"))) {
      site.script("film", TEXT);
      RandomReviews reviews = new RandomReviews(site, team(site), seed);
      for (int i = 0; i < 40; i++) {
        reviews.act();
      }
      export("from", "early.zip");
      for (int i = 0; i < 40; i++) {
        reviews.reply();
      }
    }
    String late = new String(export("from", "late.zip"), ISO_8859_1);
    imported("to", "early.zip");
    imported("to", "late.zip");
    assertThat(new String(export("to", "again.zip"), ISO_8859_1)).isEqualTo(late);
  }

  /** A thread, a suggestion and a closed review by two people, and a draft, a link and a token. */
  private void makeRound() throws IOException {
    try (Site site = Site.open(data("from"))) {
      site.script("film", TEXT);
      Team team = team(site);
      Person editor = Person.of(team, "editor");
      Person admin = Person.of(team, "admin");
      post(
          editor, "/versions/1/threads", "{\"quote\": \"hum\", \"body\": \"Louder, @The admin!\"}");
      post(
          editor,
          "/versions/1/suggestions",
          "{\"quote\": \"Nobody\", \"replacement\": \"Everybody\"}");
      post(
          admin,
          "/versions/1/reviews",
          "{\"reviewers\": [{\"email\": \"editor@example.org\", \"role\": \"tone\"},"
              + " {\"email\": \"second@example.org\"}]}");
      post(editor, "/reviews/1/verdicts", "{\"verdict\": \"approve\", \"comment\": \"Fine.\"}");
      post(
          admin,
          "/label-rules",
          "{\"name\": \"Final\", \"movers\": \"named\", \"approvals\": 1,"
              + " \"people\": [\"editor@example.org\"]}");
      post(editor, "/labels", "{\"name\": \"Final\", \"version_number\": 1}");
      Form taken = new Form().with("name", "Final").with("version", "1");
      editor.post("/scripts/film/labels/record/responsibility", taken);
      post(
          editor,
          "/comment-drafts",
          "{\"version_number\": 1, \"quote\": \"bridge\", \"body\": \"Only for me.\"}");
      Form link = Sharing.version(1).with("comments", "true");
      SharedVisit visit = Sharing.open(site, Sharing.make(editor.browser(), "film", link));
      Form comment = new Form().with("author", "Client").with("first_line", "1");
      Answer commented =
          visit
              .guest()
              .post(
                  visit.url() + "/comments",
                  comment
                      .with("body", "From outside.")
                      .with("version", visit.page().field("version")));
      assertThat(commented.status()).isEqualTo(303);
      team.program(Role.ADMIN, TokenRight.WRITE_AS);
      post(editor, "/versions/1/read", "{}");
    }
    export("from", "one.zip");
  }

  @Test
  void whatIsForOnePersonAloneIsInNoArchive() throws IOException {
    makeRound();
    String reviews = entry("one.zip", "reviews.jsonl");
    assertThat(reviews)
        .contains("Louder, @The admin!", "editor@example.org")
        .contains("\"author\":\"Client\",\"body\":\"From outside.\"")
        .doesNotContain(
            "Only for me", "account_id", "thread_id", "token", "share", "visit", "read_");
  }

  /** How much people are told once everything in the database was looked for. */
  private static int told(Site site) throws InterruptedException {
    // All is looked for at once, so that who has seen the versions has seen the rest.
    String behind =
        """
        SELECT (SELECT max(id) FROM script_versions)
          - (SELECT last_id FROM notification_sources WHERE source = 'versions')
        """;
    for (int tries = 0; tries < 200 && count(site, behind) > 0; tries++) {
      Thread.sleep(50);
    }
    assertThat(count(site, behind)).as("what is still to be looked for").isZero();
    return count(site, "SELECT count(*) FROM notifications WHERE kind <> 'version'");
  }

  private static int count(Site site, String sql) {
    return site.database().read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  @Test
  void peopleWhoHaveAnAccountOfTheSameAddressAreThemselvesAndNobodyIsTold() throws Exception {
    makeRound();
    try (Site site = Site.open(data("to"))) {
      Team team = Team.on(site);
      team.add(Role.VIEWER);
      Account ben =
          QuickAccounts.add(
              site.database(),
              new NewAccount("Ben", "Editor@Example.org", Visitor.PASSWORD),
              Role.EDITOR);
      String out = imported("to", "one.zip");
      assertThat(out)
          .contains("2 threads, 1 suggestion and 1 review added")
          .contains("the rule of its label “Final” names people who may move it");
      Person admin = Person.of(team, "admin");
      String review = admin.get("/scripts/film/reviews/1").text();
      assertThat(review).contains("Ben", "Approved", "Fine.", "The second", "The admin");
      assertThat(team.accounts().list()).hasSize(3);
      assertThat(admin.get("/scripts/film/labels/record?name=Final").text())
          .contains("Ben", "Approved");
      assertThat(admin.get("/scripts/film/labels/log").text()).contains("Ben");
      assertThat(admin.get("/scripts/film/labels/rules").text()).contains("Moved by: nobody yet");
      assertThat(admin.get("/scripts/film/versions/1/comments").text()).contains("Louder");
      Person bens = Person.of(team, "editor");
      assertThat(told(site)).isZero();
      // Nobody here is named by the rule, and Ben gets no right by having been named elsewhere.
      assertThat(
              bens.json(
                      "POST",
                      SCRIPT + "/labels",
                      "{\"name\": \"Final\", \"version_number\": 1, \"move\": true}")
                  .status())
          .isIn(200, 201, 409);
      site.save("film", ScriptText.of("Quite other words.\n"));
      assertThat(
              bens.json(
                      "POST",
                      SCRIPT + "/labels",
                      "{\"name\": \"Final\", \"version_number\": 2, \"move\": true}")
                  .status())
          .isEqualTo(409);
      assertThat(ben.role()).isEqualTo(Role.EDITOR);
    }
  }

  @Test
  void approvalsOfPeopleWithoutAnAccountHereAreShownAndCountForNoLabel() throws IOException {
    makeRound();
    imported("to", "one.zip");
    try (Site site = Site.open(data("to"))) {
      Team team = Team.on(site);
      Person admin = Person.of(team, "admin");
      assertThat(admin.get("/scripts/film/reviews").text()).contains("v1");
      assertThat(admin.get("/scripts/film/reviews/1").text())
          .contains("The editor", "Approved", "Fine.", "The second");
      assertThat(admin.get("/scripts/film/labels/record?name=Final").text())
          .contains("The editor", "Approved");
      post(admin, "/label-rules", "{\"name\": \"Sent\", \"movers\": \"manage\", \"approvals\": 1}");
      Answer refused =
          admin.json("POST", SCRIPT + "/labels", "{\"name\": \"Sent\", \"version_number\": 1}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("0 of 1 approvals");
      assertThat(admin.get("/").status()).isEqualTo(200);
      assertThat(admin.get("/for-you").status()).isIn(200, 404);
      assertThat(admin.get("/api/v1/scripts/film/reviews/1").text())
          .contains("The editor", "\"approve\"");
      assertThat(admin.get("/people").text()).doesNotContain("The second");
    }
  }
}

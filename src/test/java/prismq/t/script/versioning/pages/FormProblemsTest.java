package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.problem.ProblemKind;

/** Every form against every kind of problem: nothing typed is lost, and the status tells. */
@TestInstance(Lifecycle.PER_CLASS)
class FormProblemsTest {
  private static final int SIZE_LIMIT = 2_000;
  private static final String TYPED = "Typed with care";
  private static final String SCRIPT = "/scripts/{script_id}";

  private Site site;
  private int count;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder, SIZE_LIMIT);
  }

  @AfterAll
  void close() {
    site.close();
  }

  /**
   * A form that comes upon a problem.
   *
   * @param happens before it is sent, to the script of that id
   */
  record Case(String route, ProblemKind kind, Form form, Consumer<String> happens) {
    @Override
    public String toString() {
      return route + " " + kind;
    }

    String path(String scriptId) {
      return route.replace("{script_id}", scriptId);
    }
  }

  private static Form why(String author) {
    return new Form().with("author", author).with("change_description", TYPED);
  }

  private static Form edit(String content, String author, String branch, int base) {
    return why(author)
        .with("content", content)
        .with("branch", branch)
        .with("base_version", Integer.toString(base))
        .with("filled_from", Integer.toString(base));
  }

  private static Form newScript(String id, String content) {
    return why("Ann").with("title", TYPED).with("script_id", id).with("content", content);
  }

  private static Form rollback(String author, String branch, int base) {
    return why(author)
        .with("to_version", "1")
        .with("branch", branch)
        .with("base_version", Integer.toString(base));
  }

  private static Form restoration(String author, String branch, int changed) {
    return why(author)
        .with("from", "1")
        .with("to", Integer.toString(changed))
        .with("branch", branch)
        .with("base_version", Integer.toString(changed));
  }

  private static Form merge(String author, String from, int merged, String into, int base) {
    return why(author)
        .with("from", from)
        .with("version", Integer.toString(merged))
        .with("into", into)
        .with("merged_version", Integer.toString(merged))
        .with("base_version", Integer.toString(base));
  }

  private static Form branch(String name, int from) {
    return new Form()
        .with("name", name)
        .with("from_version", Integer.toString(from))
        .with("description", TYPED);
  }

  private static Form rename(String name) {
    return new Form().with("branch", "dark").with("name", name).with("description", TYPED);
  }

  private static Form label(String name, int version) {
    return new Form().with("name", name).with("version", Integer.toString(version));
  }

  private static Form alternate(String name) {
    return edit(TYPED, "Ann", "dark", 3).with("save_on", "alternate").with("alternate", name);
  }

  /** The forms with nothing wrong in them, by their routes. */
  private static Map<String, Form> forms() {
    return Map.ofEntries(
        Map.entry("/scripts", newScript("never", "text")),
        Map.entry(SCRIPT + "/versions", edit(TYPED, "Ann", "main", 2)),
        Map.entry(SCRIPT + "/rollbacks", rollback("Ann", "main", 2)),
        Map.entry(SCRIPT + "/restorations", restoration("Ann", "main", 2)),
        Map.entry(SCRIPT + "/merges", merge("Ann", "dark", 3, "main", 2)),
        Map.entry(SCRIPT + "/picks", merge("Ann", "dark", 3, "main", 2)),
        Map.entry(SCRIPT + "/branches", branch("night", 1)),
        Map.entry(SCRIPT + "/branches/rename", rename("night")),
        Map.entry(SCRIPT + "/branches/archive", rename("")),
        Map.entry(SCRIPT + "/branches/unarchive", rename("")),
        Map.entry(SCRIPT + "/labels", label(TYPED, 1)),
        Map.entry(SCRIPT + "/labels/remove", label("Given", 1)));
  }

  Stream<Case> cases() {
    Consumer<String> nothing = id -> {};
    Consumer<String> saved = id -> site.save(id, ScriptText.of("Another.\n"));
    Consumer<String> archived = id -> site.branches().archive(id, "dark");
    Consumer<String> damaged = id -> site.damage(id, 1);
    String large = TYPED + "x".repeat(SIZE_LIMIT);
    byte[] binary = (TYPED + "\0").getBytes(StandardCharsets.UTF_8);
    ProblemKind invalid = ProblemKind.INVALID_INPUT;
    return Stream.of(
        new Case("/scripts", invalid, newScript("bad id", "text"), nothing),
        new Case(SCRIPT + "/versions", invalid, edit(TYPED, "", "main", 2), nothing),
        new Case(SCRIPT + "/rollbacks", invalid, rollback("", "main", 2), nothing),
        new Case(SCRIPT + "/restorations", invalid, restoration("", "main", 2), nothing),
        new Case(SCRIPT + "/merges", invalid, merge("", "dark", 3, "main", 2), nothing),
        new Case(SCRIPT + "/merges", invalid, merge("Ann", "main", 2, "main", 2), nothing),
        new Case(SCRIPT + "/picks", invalid, merge("", "dark", 3, "main", 2), nothing),
        new Case(SCRIPT + "/branches", invalid, branch("bad name", 1), nothing),
        new Case(SCRIPT + "/branches/rename", invalid, rename("bad name"), nothing),
        new Case(SCRIPT + "/labels", invalid, label(TYPED + "\tx", 1), nothing),
        new Case(SCRIPT + "/versions", ProblemKind.STALE_BASE, edit(TYPED, "A", "main", 2), saved),
        new Case(SCRIPT + "/rollbacks", ProblemKind.STALE_BASE, rollback("A", "main", 2), saved),
        new Case(
            SCRIPT + "/restorations", ProblemKind.STALE_BASE, restoration("A", "main", 2), saved),
        new Case(
            SCRIPT + "/merges", ProblemKind.STALE_BASE, merge("A", "dark", 3, "main", 2), saved),
        new Case(
            SCRIPT + "/picks", ProblemKind.STALE_BASE, merge("A", "dark", 3, "main", 2), saved),
        new Case(
            SCRIPT + "/versions",
            ProblemKind.ARCHIVED_BRANCH,
            edit(TYPED, "A", "dark", 3),
            archived),
        new Case(
            SCRIPT + "/rollbacks", ProblemKind.ARCHIVED_BRANCH, rollback("A", "dark", 3), archived),
        new Case(
            SCRIPT + "/restorations",
            ProblemKind.ARCHIVED_BRANCH,
            restoration("A", "dark", 3),
            archived),
        new Case(
            SCRIPT + "/merges",
            ProblemKind.ARCHIVED_BRANCH,
            merge("A", "main", 2, "dark", 3),
            archived),
        new Case(
            SCRIPT + "/picks",
            ProblemKind.ARCHIVED_BRANCH,
            merge("A", "main", 2, "dark", 3),
            archived),
        new Case(
            SCRIPT + "/merges",
            ProblemKind.NOTHING_TO_MERGE,
            merge("A", "same", 2, "main", 2),
            id -> site.branches().create(id, "same", 2)),
        new Case("/scripts", ProblemKind.NAME_TAKEN, newScript("taken", "text"), nothing),
        new Case(SCRIPT + "/versions", ProblemKind.NAME_TAKEN, alternate("dark"), nothing),
        new Case(SCRIPT + "/branches", ProblemKind.NAME_TAKEN, branch("dark", 1), nothing),
        new Case(SCRIPT + "/branches/rename", ProblemKind.NAME_TAKEN, rename("main"), nothing),
        new Case(
            SCRIPT + "/labels",
            ProblemKind.NAME_TAKEN,
            label(TYPED, 1),
            id -> site.versions().labelManager().give(id, TYPED, 2)),
        new Case(SCRIPT + "/versions", ProblemKind.NOT_FOUND, edit(TYPED, "A", "gone", 2), nothing),
        new Case(SCRIPT + "/rollbacks", ProblemKind.NOT_FOUND, rollback("A", "gone", 2), nothing),
        new Case(
            SCRIPT + "/restorations", ProblemKind.NOT_FOUND, restoration("A", "gone", 2), nothing),
        new Case(
            SCRIPT + "/merges", ProblemKind.NOT_FOUND, merge("A", "gone", 3, "main", 2), nothing),
        new Case(
            SCRIPT + "/picks", ProblemKind.NOT_FOUND, merge("A", "dark", 9, "main", 2), nothing),
        new Case(SCRIPT + "/branches", ProblemKind.INVALID_INPUT, branch("night", 9), nothing),
        new Case(SCRIPT + "/labels", ProblemKind.INVALID_INPUT, label(TYPED, 9), nothing),
        new Case(SCRIPT + "/labels/remove", ProblemKind.NOT_FOUND, label(TYPED, 1), nothing),
        new Case(SCRIPT + "/versions", ProblemKind.DAMAGED_VERSION, alternate("new"), this::lose),
        new Case(SCRIPT + "/branches", ProblemKind.DAMAGED_VERSION, branch("new", 3), this::lose),
        new Case(SCRIPT + "/labels", ProblemKind.DAMAGED_VERSION, label(TYPED, 3), this::lose),
        new Case(
            SCRIPT + "/rollbacks", ProblemKind.DAMAGED_VERSION, rollback("A", "main", 2), damaged),
        new Case(
            SCRIPT + "/restorations",
            ProblemKind.DAMAGED_VERSION,
            restoration("A", "main", 2),
            damaged),
        new Case(
            SCRIPT + "/merges",
            ProblemKind.DAMAGED_VERSION,
            merge("A", "dark", 3, "main", 2),
            damaged),
        new Case(
            SCRIPT + "/picks",
            ProblemKind.DAMAGED_VERSION,
            merge("A", "dark", 3, "main", 2),
            damaged),
        new Case("/scripts", ProblemKind.TOO_LARGE, newScript("never", large), nothing),
        new Case(SCRIPT + "/versions", ProblemKind.TOO_LARGE, edit(large, "A", "main", 2), nothing),
        new Case(
            "/scripts",
            ProblemKind.NOT_TEXT,
            newScript("never", "").upload("draft.md", binary),
            nothing),
        new Case(
            SCRIPT + "/versions",
            ProblemKind.NOT_TEXT,
            edit("", "A", "main", 2).upload("draft.md", binary),
            nothing),
        new Case(
            SCRIPT + "/versions",
            ProblemKind.BAD_REQUEST,
            edit("", "A", "main", 2).with("file", "%%%").with("file_name", "draft.md"),
            nothing),
        new Case(
            SCRIPT + "/rollbacks",
            ProblemKind.BAD_REQUEST,
            why("A").with("to_version", "x").with("branch", "main"),
            nothing));
  }

  /** Takes the row of the third version out of the database. */
  private void lose(String scriptId) {
    site.database()
        .write(
            handle ->
                handle.execute(
                    "DELETE FROM script_versions WHERE version_number = 3 AND script_id ="
                        + " (SELECT id FROM scripts WHERE script_id = ?)",
                    scriptId));
  }

  /** A script whose main has versions 1 and 2, and whose branch dark has 3, made of 1. */
  private static void begin(Site site, String scriptId) {
    site.script(scriptId, "One.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n");
    site.branches().create(scriptId, "dark", 1);
    site.versions()
        .save(
            NewVersion.builder(
                    scriptId, ScriptText.of("One.\n\nThree.\n\nFour.\n"), Site.WRITER, "Longer")
                .branch("dark")
                .build());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whateverStopsAFormItsTextIsShownAgainUnderTheStatusOfTheProblem(Case one) {
    String id = "case-" + ++count;
    begin(site, id);
    if (site.versions().findScript("taken").isEmpty()) {
      site.script("taken");
    }
    one.happens().accept(id);
    int versions = site.versions().script(id).latestVersion();
    Answer answer = site.post(one.path(id), one.form());
    assertThat(answer.status()).isEqualTo(one.kind().status());
    assertThat(answer.html()).contains(TYPED);
    assertThat(answer.text()).containsPattern("(?i)(nothing|no branch|no label) was");
    assertThat(site.versions().script(id).latestVersion()).isEqualTo(versions);
    assertThat(site.versions().findScript("never")).isEmpty();
  }

  @Test
  void noFormLosesItsTextToABusyDatabase(@TempDir Path folder) throws SQLException {
    try (Site own = Site.open(folder)) {
      begin(own, "busy");
      own.branches().create("busy", "away", 1);
      own.branches().archive("busy", "away");
      own.versions().labelManager().give("busy", "Given", 1);
      String database = "jdbc:sqlite:" + own.database().file();
      Map<String, Answer> answers;
      try (Connection other = DriverManager.getConnection(database);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        // All at once, since each waits for its turn.
        answers = sentAtOnce(own);
        statement.execute("ROLLBACK");
      }
      answers.forEach(
          (route, answer) -> {
            assertThat(answer.status()).as(route).isEqualTo(503);
            assertThat(answer.text()).as(route).contains("Nothing was saved. Try again.");
          });
      assertThat(answers.entrySet())
          .filteredOn(answer -> !answer.getKey().matches(".*/(archive|unarchive|remove)"))
          .isNotEmpty()
          .allSatisfy(
              answer -> assertThat(answer.getValue().html()).as(answer.getKey()).contains(TYPED));
      assertThat(own.versions().script("busy").latestVersion()).isEqualTo(3);
    }
  }

  /** What became of all forms, each of which waits for its turn. */
  private static Map<String, Answer> sentAtOnce(Site own) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Map<String, CompletableFuture<Answer>> sent = new TreeMap<>();
      forms()
          .forEach(
              (route, form) ->
                  sent.put(
                      route,
                      CompletableFuture.supplyAsync(
                          () -> own.post(route.replace("{script_id}", "busy"), form), threads)));
      Map<String, Answer> answers = new TreeMap<>();
      sent.forEach((route, answer) -> answers.put(route, answer.join()));
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void noFormIsLeftOut() {
    List<String> routes =
        site.rights().keySet().stream()
            .filter(route -> route.startsWith("POST ") && !route.contains("/api/"))
            .map(route -> route.substring("POST ".length()))
            // Those of an import hold no text of a script, nor do these, and have tests of their
            // own.
            .filter(route -> route.startsWith("/scripts"))
            .filter(
                route ->
                    !route.matches(
                        "/scripts/\\{script_id}/"
                            + "((un)?pin|(un)?archive|place|format|people.*|drafts.*|share-links.*"
                            + "|reviews.*|labels/(rules|record).*|revisions|watch|statistics/settings"
                            + "|versions/\\{version_number}/(comments|reviews|read|suggestions.*)"
                            + "|threads.*|comment-drafts.*)"))
            .toList();
    assertThat(forms().keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }
}

package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class LabelExportTest {
  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

  @TempDir Path folder;

  /** Saves two versions of a script and gives them labels. */
  private void save(String script, Label... labels) {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript(script, script);
      for (String text : List.of("one\n", "two\n")) {
        ScriptText content = ScriptText.of(text.getBytes(UTF_8));
        manager.save(NewVersion.builder(script, content, Author.named("Ann"), "Edit").build());
      }
      manager.labelManager().add(script, List.of(labels));
    }
  }

  private String export(String target, String... scripts) {
    List<Object> words = new ArrayList<>(List.of("git", folder.resolve(target)));
    words.addAll(List.of(scripts));
    words.addAll(List.of("--data", folder.resolve("data")));
    CommandRun run = CommandRun.of(new ExportCommand(), words.toArray());
    assertThat(run.errors()).isEmpty();
    return run.out();
  }

  private Git exported() throws Exception {
    Git git = new Git(folder.resolve("repository"));
    assertThat(git.problems()).isEmpty();
    return git;
  }

  private static List<Label> labels(Path data) {
    return new ImportedData(data).ask(manager -> manager.labels("s"));
  }

  @Test
  void labelsOfAScriptAreTagsOnTheCommitsOfItsVersions() throws Exception {
    save("s", new Label("Sent", 1, TIME), new Label("Final cut", 2, TIME.plusMillis(250)));
    assertThat(export("repository")).contains(" on 1 branch, 0 merges, 2 labels; ");
    Git git = exported();
    assertThat(
            git.lines(
                "for-each-ref",
                "--format=%(refname) %(objecttype) %(*objectname) %(taggername)%(taggeremail)"
                    + " %(taggerdate:iso-strict) %(contents:subject)",
                "refs/tags"))
        .containsExactly(
            "refs/tags/Final-cut tag "
                + git.lines("rev-parse", "main").get(0)
                + " Script Versioning<> 2024-05-06T07:08:09+00:00 Final cut",
            "refs/tags/Sent tag "
                + git.lines("rev-parse", "main~1").get(0)
                + " Script Versioning<> 2024-05-06T07:08:09+00:00 Sent");
    assertThat(git.lines("describe", "main~1")).containsExactly("Sent");
    assertThat(git.lines("for-each-ref", "--format=%(contents)", "refs/tags"))
        .containsExactly(
            "Final cut",
            "",
            "File: s",
            "Created-At: 2024-05-06T07:08:09.250Z",
            "",
            "Sent",
            "",
            "File: s",
            "");
    assertThat(git.lines("show-ref", "-d", "--tags")).hasSize(4);
  }

  @Test
  void tagsOfSeveralScriptsAreInAFolderForEach() throws Exception {
    save("a.md", new Label("Sent", 2, TIME));
    save("b.md", new Label("Sent", 1, TIME));
    assertThat(export("repository")).contains(" on 1 branch, 0 merges, 2 labels; ");
    assertThat(exported().lines("tag", "-l")).containsExactly("a.md/Sent", "b.md/Sent");
  }

  @Test
  void namesThatGitDoesNotTakeAreWrittenOtherwise() throws Exception {
    List<String> names =
        List.of(
            "Final cut: sent / to “Ana” 100 %",
            ".lock", "HEAD", "a..b", "🎬", "sent", "Sent", "sent/again", "main");
    Label[] labels = new Label[names.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label(names.get(i), 1, TIME.plusSeconds(i));
    }
    save("s", labels);
    export("repository");
    assertThat(exported().lines("tag", "-l"))
        .containsExactlyInAnyOrder(
            "Final-cut-sent/to-“Ana”-100-%",
            "_lock", "HEAD_", "a_.b", "🎬", "sent", "Sent-2", "sent-again-2", "main-2");
  }

  @Test
  void labelsComeBackFromACloneOfABundleToo() throws Exception {
    save(
        "s",
        new Label("🎬 Take 1", 1, TIME.plusMillis(1)),
        new Label("1969", 2, Instant.EPOCH.minusMillis(1)));
    export("all.bundle");
    new Git(folder).bytes("clone", "-q", "all.bundle", "clone");
    for (String from : List.of("all.bundle", "clone")) {
      Path data = folder.resolve("back from " + from);
      CommandRun run =
          CommandRun.of(new ImportCommand(), "git", folder.resolve(from), "--data", data);
      assertThat(run.out()).contains("2 labels added");
      assertThat(labels(data)).isEqualTo(labels(folder.resolve("data")));
    }
  }

  @Test
  void importedTagsGoOutUnderTheirNames() throws Exception {
    try (TestRepository repository = new TestRepository(folder.resolve("original"))) {
      repository.tag("v1.0", repository.write("s", "one\n").commit("First"));
      repository.tag("draft/2", repository.write("s", "two\n").commit("Second"));
    }
    CommandRun.of(
        new ImportCommand(), "git", folder.resolve("original"), "--data", folder.resolve("data"));
    export("repository");
    assertThat(exported().lines("tag", "-l")).containsExactly("draft/2", "v1.0");
  }

  @Test
  void aHistoryWithoutLabelsHasNoTags() throws Exception {
    save("s");
    assertThat(export("repository")).contains(" on 1 branch, 0 merges; ");
    assertThat(exported().lines("for-each-ref", "refs/tags")).isEmpty();
    assertThat(Files.readString(folder.resolve("repository/.git/packed-refs"))).doesNotContain("^");
  }
}

package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class TagImportTest {
  private static final Instant DAY = Instant.parse("2024-05-06T07:08:09Z");

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new TestRepository(folder.resolve("repository"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private CommandRun run(Object... more) {
    return run(repository.path(), more);
  }

  private CommandRun run(Path from, Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", from, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private List<Label> labels(String script) {
    return new ImportedData(folder.resolve("data")).ask(manager -> manager.labels(script));
  }

  private Git git() {
    return new Git(repository.path());
  }

  private void annotate(String name, String object, String tagger, String message)
      throws Exception {
    Path tag =
        Files.writeString(
            folder.resolve("tag"),
            "object %s\ntype %s\ntag x\n%s\n%s\n"
                .formatted(
                    git().lines("rev-parse", object).get(0),
                    git().lines("cat-file", "-t", object).get(0),
                    tagger.isEmpty() ? "" : "tagger " + tagger + "\n",
                    message));
    List<String> id = git().lines("hash-object", "--literally", "-t", "tag", "-w", tag.toString());
    git().bytes("update-ref", "refs/tags/" + name, id.get(0));
  }

  @Test
  void tagsBecomeLabelsOfTheVersionsThatTheFilesAreAtTheirCommits() throws Exception {
    repository.write("a.md", "one\n").commit("First", "Ann", "a@b.c", DAY);
    ObjectId another =
        repository.write("b.md", "x").commit("Another file", "Ann", "a@b.c", DAY.plusSeconds(60));
    repository.write("a.md", "two\n").commit("Second", "Ann", "a@b.c", DAY.plusSeconds(120));
    repository.tag("draft/1", another);
    annotate("sent", "HEAD", "Bo <bo@example.org> 1715000000 +0200", "To the editor");
    assertThat(run().out()).contains("4 labels added");
    assertThat(labels("a.md"))
        .containsExactly(
            new Label("sent", 2, Instant.ofEpochSecond(1_715_000_000)),
            new Label("draft/1", 1, DAY.plusSeconds(60)));
    assertThat(labels("b.md")).extracting(Label::name).containsExactly("draft/1", "sent");
  }

  @Test
  void aFileThatACommitDoesNotHaveGetsNoLabelOfItsTags() throws Exception {
    repository.tag("before", repository.write("a.md", "one\n").commit("First"));
    repository.write("b.md", "x").commit("Another file");
    repository.tag("without", repository.remove("a.md").commit("Deleted"));
    repository.write("a.md", "two\n").commit("Back");
    run();
    assertThat(labels("a.md"))
        .containsExactly(new Label("before", 1, labels("a.md").get(0).createdAt()));
    assertThat(labels("b.md")).extracting(Label::name).containsExactly("without");
  }

  @Test
  void aTagOfATagLabelsWhatThatOneIsOn() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    annotate("inner", "HEAD", "Bo <> 1715000000 +0000", "Inner");
    annotate("outer", "refs/tags/inner", "Bo <> 1715000001 +0000", "Outer");
    annotate("nobody", "HEAD", "", "Old");
    run();
    assertThat(labels("a.md"))
        .containsExactly(
            new Label("inner", 1, Instant.ofEpochSecond(1_715_000_000)),
            new Label("nobody", 1, Instant.parse("2024-03-01T08:00:00Z")),
            new Label("outer", 1, Instant.ofEpochSecond(1_715_000_001)));
  }

  @Test
  void tagsThatCannotComeInAreListed() throws Exception {
    ObjectId first = repository.write("a.md", "one\n").commit("First");
    repository.tag("alone", repository.write("a.md", "left\n").commit("On no branch"));
    repository.moveTo(first);
    git().bytes("update-ref", "refs/tags/tree", "HEAD^{tree}");
    git().bytes("update-ref", "refs/tags/text", "HEAD:a.md");
    annotate("lost", "HEAD", "Bo <> 1715000000 +0000", "Lost");
    repository.lose(ObjectId.fromString(git().lines("rev-parse", "refs/tags/lost").get(0)));
    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "  the tag alone: its commit is on no branch that is read\n",
            "  the tag tree: it is on no commit\n",
            "  the tag text: it is on no commit\n",
            "  the tag lost: it cannot be read: ")
        .doesNotContain("label");
  }

  @Test
  void aNameOrATimeThatCannotBeKeptIsTold() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    String name = "long".repeat(30);
    repository.tag(name, repository.head());
    annotate("early", "HEAD", "Bo <> 9715000000 +0000", "From the future");
    assertThat(run().out())
        .contains(
            "the tag " + name + ": its name was cut to the 100 characters that are kept",
            "the tag early: its date lies in the future; kept with the time of its commit");
    assertThat(labels("a.md")).extracting(Label::name).containsExactly("early", "long".repeat(25));
    assertThat(labels("a.md").get(0).createdAt()).isEqualTo(labels("a.md").get(1).createdAt());
  }

  @Test
  void aNameThatTakesMoreRoomInItsComposedFormIsCutToo() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    repository.tag("\u0958".repeat(60), repository.head());
    assertThat(run().out()).contains("1 label added");
    assertThat(labels("a.md")).extracting(Label::name).containsExactly("\u0915\u093c".repeat(50));
  }

  /** That of the commit. */
  private Instant timeOfPlainTag() {
    return labels("a.md").stream()
        .filter(label -> label.name().equals("plain"))
        .findFirst()
        .orElseThrow()
        .createdAt();
  }

  @Test
  void datesThatNoCalendarHasKeepNothingOut() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    repository.tag("plain", repository.head());
    annotate("past", "HEAD", "Bo <> -99999999999999 +0000", "past");
    annotate("never", "HEAD", "Bo <> 9223372036854775807 +0000", "never");
    annotate(
        "ours",
        "HEAD",
        "Script Versioning <> 1715000000 +0000",
        "ours\n\nFile: a.md\nCreated-At: -1000000000-01-01T00:00:00Z");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .contains("4 labels added", "the tag past: its date lies before the year 1")
        .contains("the tag ours: its date lies before the year 1");
    assertThat(labels("a.md")).hasSize(4);
    assertThat(labels("a.md")).extracting(Label::createdAt).containsOnly(timeOfPlainTag());
  }

  @Test
  void whatATagHasBesidesItsNameIsToldToBeLeftOut() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    annotate("sent", "HEAD", "Bo <> 1715000000 +0000", "To the editor");
    annotate("plain", "HEAD", "Bo <> 1715000000 +0000", "plain\n");
    assertThat(run().out())
        .contains("the tag sent: its message is left out, because a label has nothing but a name")
        .doesNotContain("the tag plain");
  }

  @Test
  void aTagThatLabelsNothingIsTold() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    annotate("moved", "HEAD", "Script Versioning <> 1715000000 +0000", "moved\n\nFile: b.md");
    repository.tag("without", repository.remove("a.md").write("c.png", "\0").commit("Deleted"));
    repository.write("a.md", "two\n").commit("Back");
    assertThat(run().out())
        .contains("the tag moved: it is about another file")
        .contains("the tag without: its commit has none of the files that are imported")
        .doesNotContain("added\n1 label");
    assertThat(labels("a.md")).isEmpty();
  }

  @Test
  void aVersionThatManyTagsAreOnGetsTheEarliestOfThemAndTheOthersAreTold() throws Exception {
    ObjectId commit = repository.write("a.md", "one\n").commit("First", "Ann", "a@b.c", DAY);
    for (int day = 1; day <= 22; day++) {
      repository.tag("day-" + day, commit);
      commit =
          repository
              .write("b.md", "day " + day)
              .commit("Day", "Ann", "a@b.c", DAY.plusSeconds(day));
    }
    assertThat(run("--path", "a.md").out())
        .contains("20 labels added")
        .contains("a.md (the tag day-21, the tag day-22): 20 earlier tags are labels of the same");
    assertThat(labels("a.md")).hasSize(20).extracting(Label::name).doesNotContain("day-21");
    assertThat(run("--path", "a.md").out()).doesNotContain("labels added");
  }

  @Test
  void aSecondImportAddsWhatIsNewAndMovesNothing() throws Exception {
    repository.tag("sent", repository.write("a.md", "one\n").commit("First"));
    repository.write("a.md", "two\n").commit("Second");
    assertThat(run("--preview").out()).contains("1 label added");
    assertThat(run().out()).contains("1 label added");
    List<Label> labels = labels("a.md");
    assertThat(run().out()).doesNotContain("label");
    repository.tag("new", repository.head());
    repository.tag("sent", repository.head());
    assertThat(run().out())
        .startsWith("0 versions added")
        .contains("1 label added")
        .contains("Labels of a.md (“sent” on version 2, here on 1): another version has them here");
    assertThat(labels("a.md")).hasSize(2).containsAll(labels);
  }

  @Test
  void aTextThatIsLeftOutLeavesItsTagToTheVersionBefore() throws Exception {
    repository.tag(
        "none", repository.write("a.md", "x".repeat(1_050)).commit("Large from the start"));
    repository.write("a.md", "one\n").commit("First");
    repository.tag("large", repository.write("a.md", "x".repeat(1_060)).commit("Large"));
    repository.write("a.md", "two\n").commit("Second");
    CommandRun run = run("--size-limit", 1_000);
    assertThat(labels("a.md")).extracting(Label::versionNumber).containsExactly(1);
    assertThat(run.out())
        .contains("the tag none (a.md): no version of the file was imported that it could be on");
  }

  @Test
  void theTagsOfABundleComeInToo() throws Exception {
    repository.write("a.md", "one\n").commit("First");
    repository.tag("light", repository.head());
    annotate("v1", "HEAD", "Bo <> 1715000000 +0000", "One");
    Path bundle = folder.resolve("all.bundle");
    git().bytes("bundle", "create", "-q", bundle.toString(), "HEAD", "--all");
    run(bundle);
    assertThat(labels("a.md")).extracting(Label::name).containsExactly("light", "v1");
  }

  @Test
  void aTagThatABundleLacksIsListedAndTheRestComesIn() throws Exception {
    repository.tag("v1", repository.write("a.md", "one\n").commit("First"));
    Path bundle = folder.resolve("all.bundle");
    git().bytes("bundle", "create", "-q", bundle.toString(), "HEAD", "--all");
    String whole = Files.readString(bundle, ISO_8859_1);
    String lost = "1".repeat(40) + " refs/tags/lost\n\n";
    Files.writeString(bundle, whole.replaceFirst("\n\n", "\n" + lost), ISO_8859_1);
    CommandRun run = run(bundle);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("1 label added").contains("the tag lost: it cannot be read: ");
  }

  @Test
  void aMessageLikeThatOfAnExportCountsOnlyFromOne() throws Exception {
    repository.write("a.md", "one\n").write("b.md", "x\n").commit("First");
    annotate("theirs", "HEAD", "Bo <> 1715000000 +0000", "Mine\n\nFile: a.md");
    annotate("ours", "HEAD", "Script Versioning <> 1715000000 +0000", "Mine\n\nFile: a.md");
    run();
    assertThat(labels("a.md")).extracting(Label::name).containsExactly("Mine", "theirs");
    assertThat(labels("b.md")).extracting(Label::name).containsExactly("theirs");
  }

  @Test
  void ofTagsThatGiveOneLabelToTwoVersionsTheFirstCounts() throws Exception {
    String start = "x".repeat(100);
    repository.tag(start + "1", repository.write("a.md", "one\n").commit("First"));
    repository.tag(start + "2", repository.write("a.md", "two\n").commit("Second"));
    CommandRun run = run();
    assertThat(run.out())
        .contains("1 label added")
        .contains(
            "the tag " + start + "2 (a.md): another tag gives the same label to another version");
    assertThat(labels("a.md")).extracting(Label::versionNumber).containsExactly(1);
  }

  @Test
  void thousandsOfTagsComeInAtOnce() throws Exception {
    StringBuilder refs = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      ObjectId commit = repository.write("a.md", "text " + i).commit("Edit " + i);
      for (int j = 0; j < 10; j++) {
        refs.append("%s refs/tags/%d/%d%n".formatted(commit.name(), i, j));
      }
    }
    Files.writeString(repository.path().resolve("packed-refs"), refs);
    assertThat(run().out()).startsWith("200 versions added").contains("2,000 labels added");
    assertThat(labels("a.md"))
        .hasSize(2_000)
        .allSatisfy(label -> assertThat(label.name()).startsWith(label.versionNumber() + "/"));
  }
}

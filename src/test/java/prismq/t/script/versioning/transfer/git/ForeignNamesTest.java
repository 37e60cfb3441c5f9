package prismq.t.script.versioning.transfer.git;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.transfer.git.RawRepository.utf8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;

/** Names, people and messages of any bytes. */
class ForeignNamesTest {
  @TempDir Path folder;
  private RawRepository repository;

  @BeforeEach
  void create() throws Exception {
    repository = new RawRepository(folder.resolve("repository"));
  }

  private CommandRun run(Object... more) {
    return run(repository.path(), more);
  }

  private CommandRun run(Path from, Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", from, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private <T> T inData(java.util.function.Function<VersionManager, T> question) {
    try (Database database = Database.open(folder.resolve("data"))) {
      return question.apply(new VersionManager(database, new IndexWriter()));
    }
  }

  private List<Version> versions(String scriptId) {
    return inData(
        manager ->
            IntStream.rangeClosed(1, manager.script(scriptId).latestVersion())
                .mapToObj(number -> manager.version(scriptId, number))
                .toList());
  }

  private List<String> labels(String scriptId) {
    List<Label> labels = inData(manager -> manager.labels(scriptId));
    return labels.stream().map(Label::name).toList();
  }

  private List<String> descriptions(String scriptId) {
    return versions(scriptId).stream().map(Version::changeDescription).toList();
  }

  @Test
  void filesWhoseNamesAreNotUtf8ComeInAndTheGuessIsListed() throws Exception {
    repository
        .write("caf\u00e9.md", "one")
        .write("\u0093Akt\u0094 1.md", "a")
        .write("\u00fcber/stra\u00dfe.md".replace('/', '-'), "s")
        .commit("First");
    repository.write("caf\u00e9.md", "two").commit("Second");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .startsWith("4 versions added to 3 scripts")
        .contains(
            "café.md: its name is not UTF-8; read as Windows-1252 (in git it is"
                + " \"caf\\351.md\")")
        .contains("“Akt” 1.md: its name is not UTF-8");
    assertThat(descriptions("caf-.md")).containsExactly("First", "Second");
    String title = inData(manager -> manager.script("caf-.md").title());
    assertThat(title).isEqualTo("café.md");
    assertThat(run().out()).startsWith("0 versions added to 3 scripts, 4 already there;");
  }

  @Test
  void namesThatReadTheSameAreDifferentFiles() throws Exception {
    repository
        .write("caf\u00e9.md", "latin")
        .write(utf8("café.md"), "utf-8")
        .write("cafe\u0301.md".replace("\u0301", utf8("\u0301")), "decomposed")
        .commit("First");
    repository.write("caf\u00e9.md", "latin two").commit("Latin");
    repository.write(utf8("café.md"), "utf-8 two").commit("Utf");
    CommandRun run = run();
    assertThat(run.out()).startsWith("5 versions added to 3 scripts");
    CommandRun one = run("--path", "café.md", "--script", "utf");
    assertThat(one.status()).as(one.errors()).isZero();
    assertThat(descriptions("utf")).containsExactly("First", "Utf");
    assertThat(run("--path", "\"caf\\351.md\"", "--script", "latin").status()).isZero();
    assertThat(descriptions("latin")).containsExactly("First", "Latin");
  }

  @Test
  void aFileIsFollowedFromANameInLatin1ToTheSameInUtf8() throws Exception {
    repository.write("caf\u00e9.md", "one\ntwo\nthree\n").commit("Latin");
    repository
        .remove("caf\u00e9.md")
        .write(utf8("café.md"), "one\ntwo\nthree\n")
        .commit("Names are UTF-8 now");
    assertThat(run().status()).isZero();
    assertThat(descriptions("caf-.md")).containsExactly("Latin", "Names are UTF-8 now");
  }

  @Test
  void anEarlierNameThatIsNotUtf8IsListedWithItsCommits() throws Exception {
    List<String> latin = List.of("caf\u00e9.md", "r\u00f6be.md", "se\u00f1or.md");
    List<String> names = List.of("café.md", "röbe.md", "señor.md");
    List<String> commits = new ArrayList<>();
    for (String version : List.of("One", "Two")) {
      for (String name : latin) {
        repository.write(name, name + " one\ntwo\nthree\n" + version + "\n");
      }
      commits.add(repository.commit(version).substring(0, 10));
    }
    for (int i = 0; i < latin.size(); i++) {
      repository
          .remove(latin.get(i))
          .write(utf8(names.get(i)), latin.get(i) + " one\ntwo\nthree\nTwo\n");
    }
    repository.commit("Names are UTF-8 now");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    for (String name : names) {
      assertThat(run.out())
          .contains(
              name
                  + " (commits "
                  + String.join(", ", commits)
                  + "): its name was not UTF-8 then; read as Windows-1252 (in git it is \"");
    }
  }

  @Test
  void aFileThatOnlyAPathInAnotherEncodingNamesIsFound() throws Exception {
    repository.write("caf\u00e9.md", "one").commit("First");
    CommandRun run = run("--path", "café.md");
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(descriptions("caf-.md")).containsExactly("First");
  }

  @Test
  void strangeNamesComeInReadableAndAreListed() throws Exception {
    String everyByte =
        IntStream.rangeClosed(1, 255)
            .filter(c -> c != '/')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String longName = "x".repeat(5_000) + ".md";
    repository
        .write("a\u001b[31m\nb.md", "escape")
        .write(".", "dot")
        .write("..", "dots")
        .write("...md", "three")
        .write(".git", "hidden")
        .write("\"quoted\".md", "quoted")
        .write("back\\slash.md", "slash")
        .write(everyByte, "every")
        .write(longName, "long")
        .commit("First");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .startsWith("9 versions added to 9 scripts")
        .contains("its name has control characters; shown with spaces instead")
        .contains("its name was cut to the 200 characters of a title")
        .doesNotContain("\u001b");
    assertThat(run().out()).startsWith("0 versions added to 9 scripts, 9 already there;");
  }

  @Test
  void authorsAndMessagesInOtherEncodingsAreReadAndWhatIsGuessedIsListed() throws Exception {
    repository
        .write("a.md", "1")
        .commit(
            "Ren\u00e9 <rene@example.org> 1715000000 +0000",
            "encoding ISO-8859-1\n",
            "D\u00e9clar\u00e9");
    // "Привет" in Windows-1251.
    repository
        .write("a.md", "2")
        .commit(RawRepository.PERSON, "encoding cp1251\n", "\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2");
    repository
        .write("a.md", "3")
        .commit(
            "Ren\u00e9 <rene@example.org> 1715000000 +0000",
            "",
            "\u0093Akt\u0094 \u0096 caf\u00e9");
    repository
        .write("a.md", "4")
        .commit(RawRepository.PERSON, "encoding nobody-knows\n", utf8("Größe"));
    repository
        .write("a.md", "5")
        .commit(RawRepository.PERSON, "encoding UTF-8\n", "falsch: \u00fc");
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(descriptions("a.md"))
        .containsExactly("Déclaré", "Привет", "“Akt” – café", "Größe", "falsch: ü");
    assertThat(versions("a.md"))
        .extracting(version -> version.author().name())
        .startsWith("René", "Ann", "René");
    assertThat(run.out())
        .contains("its message is not UTF-8; read as Windows-1252")
        .contains("its author is not UTF-8; read as Windows-1252")
        .contains(
            "its message is said to be in “nobody-knows”, which is unknown here; read as UTF-8")
        .contains("its message is said to be in “UTF-8” and is not; read as Windows-1252");
  }

  @Test
  void branchesAndTagsWhoseNamesAreNotUtf8ComeIn() throws Exception {
    String first = repository.write("a.md", "one").commit("First");
    repository.ref("refs/tags/caf\u00e9", first);
    repository.ref("refs/tags/" + utf8("größe"), first);
    String second = repository.write("a.md", "two").commit("Second");
    repository.ref("refs/heads/m\u00fcll", second);
    repository.ref("refs/heads/" + utf8("entwürfe"), second);
    repository.ref("refs/heads/main", first);
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out()).contains("2 versions added to 1 script", "2 labels added");
    assertThat(labels("a.md")).containsExactlyInAnyOrder("café", "größe");
    List<Branch> branches = inData(manager -> manager.branches("a.md"));
    assertThat(branches).hasSize(2);
  }

  @Test
  void namesInFilesOfTheirOwnAreFoundToo() throws Exception {
    repository.write("a.md", "one").commit("First");
    // Only a shell passes on bytes that are no text.
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "git update-ref \"refs/heads/$(printf 'm\\374ll')\" main && git update-ref"
                    + " \"refs/tags/$(printf 'm\\374ll')\" main && git update-ref"
                    + " \"refs/tags/$(printf 'm\\303\\274ll')\" main")
            .directory(repository.path().toFile())
            .start();
    assertThat(shell.waitFor()).isZero();
    CommandRun run = run();
    assertThat(run.out())
        .contains("the branch müll: its name is not UTF-8; read as Windows-1252", "2 labels added")
        .contains("the tag m\\374ll");
    assertThat(labels("a.md")).containsExactlyInAnyOrder("müll", "m\\374ll");
  }

  @Test
  void aHeadOnABranchOfSuchANameIsFollowed() throws Exception {
    String first = repository.write("a.md", "one").commit("First");
    repository.ref("refs/heads/m\u00fcll", repository.write("a.md", "two").commit("Second"));
    repository.ref("refs/heads/main", first);
    java.nio.file.Files.write(
        repository.path().resolve("HEAD"),
        "ref: refs/heads/m\u00fcll\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(versions("a.md")).extracting(Version::branch).containsOnly("main").hasSize(2);
  }

  @Test
  void aBundleWithSuchNamesGivesTheSame() throws Exception {
    String first = repository.write("caf\u00e9.md", "one").commit("First");
    repository.ref("refs/tags/caf\u00e9", first);
    repository.ref("refs/heads/m\u00fcll", first);
    repository.write("caf\u00e9.md", "two").commit("Second");
    Path bundle = folder.resolve("names.bundle");
    repository.git("bundle", "create", bundle.toString(), "HEAD", "--branches", "--tags");
    CommandRun run = run(bundle);
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out()).contains("2 versions added to 1 script", "1 label added");
    assertThat(labels("caf-.md")).containsExactly("café");
  }
}

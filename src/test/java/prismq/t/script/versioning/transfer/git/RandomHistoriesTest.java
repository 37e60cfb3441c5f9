package prismq.t.script.versioning.transfer.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.git.RandomRepository.Kind;

/** Imports of repositories with branches, merges, renames, deletions and reverts at random. */
@Tag("cases")
class RandomHistoriesTest {
  @TempDir Path folder;

  static LongStream wholeSeeds() {
    return Cases.seeds(1, 2, 3, 4);
  }

  static LongStream plainSeeds() {
    return Cases.seeds(11, 12);
  }

  static LongStream brokenOffSeeds() {
    return Cases.seeds(21, 22);
  }

  static LongStream growingSeeds() {
    return Cases.seeds(34, 35, 36);
  }

  @ParameterizedTest
  @MethodSource("wholeSeeds")
  void everyVersionHasTheTextAndTheParentsThatTheSimplifiedHistoryHas(long seed) throws Exception {
    try (RandomRepository repository = repository(seed)) {
      repository.grow(160);
      Map<String, String> labelled = repository.tag(commitsThere(repository));
      ImportedHistory imported = imported("data");
      importAll(repository, imported);
      assertThat(imported.labels()).isEqualTo(labelled);
      assertIsWholeHistory(repository, imported);
      assertThat(imported.run(repository.path(), "--path", repository.file()).out())
          .startsWith("0 versions added");
      assertThat(imported.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("plainSeeds")
  void gitSimplifiesThePlainOnesToTheSameVersionsWithTheSameParents(long seed) throws Exception {
    try (RandomRepository repository = repository(seed, Kind.PLAIN)) {
      repository.grow(160);
      ImportedHistory imported = imported("data");
      importAll(repository, imported);
      Map<String, List<String>> fromGit = new HashMap<>();
      for (String line :
          git(
              repository,
              "log --branches --full-history --simplify-merges --format=%H%x20%P",
              repository.file())) {
        List<String> words = List.of(line.split(" "));
        fromGit.put(words.get(0).substring(0, 24), shortened(words.subList(1, words.size())));
      }
      Map<String, List<String>> here = new HashMap<>();
      parents(imported)
          .forEach((key, parents) -> here.put(key.substring(0, 24), shortened(parents)));
      assertThat(here.keySet()).containsExactlyInAnyOrderElementsOf(fromGit.keySet());
      assertThat(here).isEqualTo(fromGit);
    }
  }

  private static List<String> shortened(List<String> names) {
    return names.stream().limit(2).map(name -> name.substring(0, 24)).toList();
  }

  @ParameterizedTest
  @MethodSource("brokenOffSeeds")
  void anImportThatBrokeOffGoesOnToTheSameHistory(long seed) throws Exception {
    try (RandomRepository repository = repository(seed)) {
      repository.grow(220);
      repository.tag(commitsThere(repository));
      ImportedHistory atOnce = imported("at once");
      importAll(repository, atOnce);
      ImportedHistory brokenOff = imported("broken off");
      brokenOff.runUntilFirstBatch(repository.path(), repository.file());
      assertThat(brokenOff.versions()).hasSizeLessThan(atOnce.versions().size());
      brokenOff.runUntilFirstBatch(repository.path(), repository.file());
      importAll(repository, brokenOff);
      assertThat(brokenOff.lines()).isEqualTo(atOnce.lines());
      assertThat(brokenOff.keys()).isEqualTo(atOnce.keys());
      assertThat(brokenOff.labels()).isEqualTo(atOnce.labels());
      assertThat(brokenOff.branchLines()).isEqualTo(atOnce.branchLines());
      assertThat(brokenOff.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("growingSeeds")
  void whatARepositoryHasGrownSinceComesInWithoutChangingWhatWasThere(long seed) throws Exception {
    try (RandomRepository repository = repository(seed)) {
      ImportedHistory growing = imported("growing");
      List<String> before = List.of();
      Set<String> keys = new HashSet<>();
      for (int part = 0; part < 4; part++) {
        repository.grow(50);
        importAll(repository, growing);
        assertThat(growing.lines().subList(0, before.size())).isEqualTo(before);
        before = growing.lines();
        keys.addAll(there(repository));
        assertThat(growing.keys().values()).doesNotHaveDuplicates();
      }
      assertThat(new HashSet<>(growing.keys().values())).containsAll(keys);
      assertThat(growing.problems()).isEmpty();
      assertTexts(repository, growing);
      // A merge on main may tell of its lines the other way round, but never of one that is none.
      Map<String, List<String>> parents = parents(growing);
      parents.forEach(
          (key, of) ->
              assertThat(expected(repository, key).ancestors())
                  .as("what %s is made of", key)
                  .containsAll(of));
    }
  }

  private RandomRepository repository(long seed) throws IOException {
    return repository(seed, seed % 2 == 0 ? Kind.RENAMES : Kind.DELETIONS);
  }

  private RandomRepository repository(long seed, Kind kind) throws IOException {
    return new RandomRepository(folder.resolve("repository"), seed, kind);
  }

  private ImportedHistory imported(String name) {
    return new ImportedHistory(folder.resolve(name));
  }

  private static void importAll(RandomRepository repository, ImportedHistory imported) {
    CommandRun run = imported.run(repository.path(), "--path", repository.file());
    assertThat(run.errors()).isEmpty();
    assertThat(run.out()).doesNotContain("Left out:");
  }

  private static void assertIsWholeHistory(RandomRepository repository, ImportedHistory imported)
      throws Exception {
    Map<String, List<String>> parents = parents(imported);
    assertThat(parents.keySet()).containsExactlyInAnyOrderElementsOf(there(repository));
    parents.forEach(
        (key, of) ->
            assertThat(of)
                .as("parents of %s", key)
                .isEqualTo(expected(repository, key).parents().stream().limit(2).toList()));
    assertTexts(repository, imported);
    for (Version version : imported.versions()) {
      assertThat(version.branch().equals("main") || version.parentVersion() != null).isTrue();
    }
  }

  private static void assertTexts(RandomRepository repository, ImportedHistory imported) {
    Map<Integer, String> keys = imported.keys();
    for (Version version : imported.versions()) {
      String key = Objects.requireNonNull(keys.get(version.versionNumber()));
      assertThat(version.contentHash())
          .isEqualTo(ContentHash.of(RandomRepository.bytes(expected(repository, key).text())));
    }
  }

  private static RandomRepository.Expected expected(RandomRepository repository, String key) {
    return Objects.requireNonNull(repository.versions().get(key), key);
  }

  /** The source keys of the parents of each version, by its own. */
  private static Map<String, List<String>> parents(ImportedHistory imported) {
    Map<Integer, String> keys = imported.keys();
    Map<String, List<String>> parents = new HashMap<>();
    for (Version version : imported.versions()) {
      List<String> of = new ArrayList<>();
      if (version.parentVersion() != null) {
        of.add(Objects.requireNonNull(keys.get(version.parentVersion())));
      }
      if (version.mergeParentVersion() != null) {
        of.add(Objects.requireNonNull(keys.get(version.mergeParentVersion())));
      }
      parents.put(Objects.requireNonNull(keys.get(version.versionNumber())), of);
    }
    return parents;
  }

  /** The versions whose commits the branches of the repository still lead to. */
  private static Set<String> there(RandomRepository repository) throws Exception {
    return repository.reachable(commitsThere(repository));
  }

  private static Set<ObjectId> commitsThere(RandomRepository repository) throws Exception {
    return git(repository, "rev-list --branches").stream()
        .map(ObjectId::fromString)
        .collect(Collectors.toSet());
  }

  private static List<String> git(RandomRepository repository, String arguments, String... files)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments.split(" ")));
    if (files.length > 0) {
      command.add("--");
      command.addAll(List.of(files));
    }
    Process process = new ProcessBuilder(command).directory(repository.path().toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }
}

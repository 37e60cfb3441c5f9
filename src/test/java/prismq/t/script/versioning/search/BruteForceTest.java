package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.history.VersionNote;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** What a search finds is what a plain scan over all contents finds, no more and no less. */
class BruteForceTest {
  private static final List<String> WORDS =
      List.of(
          "the",
          "old",
          "Bridge",
          "hums",
          "CAFÉ",
          "cafe",
          "naïve",
          "don't",
          "river-bank",
          "night",
          "nights",
          "Straße",
          "3.5",
          "時間",
          "時",
          "間違い",
          "😀",
          "ทะเล",
          "bri");
  private static final List<String> AUTHORS = List.of("Ann Lee", "Ánn", "Bob Jones", "Lee");
  private static final List<String> SCRIPTS = List.of("one", "two", "three");
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;
  private final Map<String, List<Kept>> kept = new TreeMap<>();
  private Random random = new Random();

  /** A version with its distinct paragraphs, white space around them aside. */
  private record Kept(Version version, Set<String> paragraphs) {}

  /** What is searched for, and what a version has to be. */
  private record Asked(
      List<List<String>> wanted,
      List<List<String>> unwanted,
      @Nullable String author,
      @Nullable String source,
      @Nullable String branch,
      @Nullable Instant after,
      @Nullable Integer leastScore,
      String text) {
    boolean hasConditions() {
      return author != null
          || source != null
          || branch != null
          || after != null
          || leastScore != null;
    }

    boolean fits(List<String> texts) {
      return wanted.stream().allMatch(phrase -> texts.stream().anyMatch(text -> isIn(phrase, text)))
          && unwanted.stream()
              .noneMatch(phrase -> texts.stream().anyMatch(text -> isIn(phrase, text)));
    }

    /** A last term with a star stands for all that begin so. */
    private static boolean isIn(List<String> phrase, String text) {
      List<String> terms = Terms.of(text).stream().map(Terms.Term::folded).toList();
      return IntStream.rangeClosed(0, terms.size() - phrase.size())
          .anyMatch(
              first ->
                  IntStream.range(0, phrase.size())
                      .allMatch(i -> fits(phrase.get(i), terms.get(first + i))));
    }

    private static boolean fits(String wanted, String term) {
      return wanted.endsWith("*")
          ? term.startsWith(wanted.substring(0, wanted.length() - 1))
          : term.equals(wanted);
    }

    boolean fitsWriter(Version version) {
      return (author == null || isIn(folded(author), version.author().name()))
          && (source == null || source.equals(version.metadata().source()));
    }

    boolean fitsState(Version version) {
      Number score = version.metadata().reviewScore();
      return (branch == null || branch.equals(version.branch()))
          && (after == null || !version.createdAt().isBefore(after))
          && (leastScore == null || (score != null && score.intValue() >= leastScore));
    }
  }

  private static List<String> folded(String text) {
    return Terms.of(text).stream().map(Terms.Term::folded).toList();
  }

  private String words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(words(6)).append(random.nextInt(4) == 0 ? ".\n" : ".\n\n");
    }
    return text.toString();
  }

  /** Takes a paragraph out, puts one in, or changes one. */
  private String edited(String text) {
    List<String> paragraphs = new ArrayList<>(Arrays.asList(text.split("(?<=\n\n)", -1)));
    int at = random.nextInt(paragraphs.size());
    switch (random.nextInt(3)) {
      case 0 -> paragraphs.remove(at);
      case 1 -> paragraphs.add(at, words(6) + "\n\n");
      default -> paragraphs.set(at, words(2) + " " + paragraphs.get(at));
    }
    return String.join("", paragraphs);
  }

  private void fill(VersionManager manager, BranchManager branches) {
    for (String script : SCRIPTS) {
      manager.createScript(script, words(3));
      for (int number = 1; number <= 40; number++) {
        save(manager, branches, script, number);
      }
      List<Kept> all = new ArrayList<>();
      for (int number = 1; number <= 40; number++) {
        ScriptText text = manager.content(script, number);
        Set<String> paragraphs = new TreeSet<>();
        for (String exact : PassageCutter.cut(text)) {
          paragraphs.add(ScriptText.ofExact(exact).display().strip());
        }
        all.add(new Kept(manager.version(script, number), paragraphs));
      }
      kept.put(script, all);
    }
  }

  private void save(VersionManager manager, BranchManager branches, String script, int number) {
    String branch = number < 4 ? "main" : List.of("main", "main", "dark").get(random.nextInt(3));
    if (number == 3) {
      branches.create(script, "dark", 2);
    }
    Author author = Author.named(AUTHORS.get(random.nextInt(AUTHORS.size())));
    @Nullable Integer head = number == 1 ? null : manager.branch(script, branch).headVersion();
    if (number > 4 && random.nextInt(8) == 0) {
      new RollbackHandler(manager)
          .rollback(
              new Rollback(script, 1 + random.nextInt(number - 1), branch, author, words(3), null));
      return;
    }
    String other = branch.equals("main") ? "dark" : "main";
    @Nullable Integer merged =
        number > 5 && random.nextInt(6) == 0 ? manager.branch(script, other).headVersion() : null;
    String before = head == null ? text() : manager.content(script, head).display();
    String after =
        merged == null ? edited(before) : manager.content(script, merged).display() + words(3);
    manager.save(
        NewVersion.builder(script, ScriptText.of(after), author, words(5))
            .branch(branch)
            .mergeParent(merged != null && merged.equals(head) ? null : merged)
            .createdAt(START.plusSeconds(number * 3_600L))
            .metadata(
                Metadata.of(
                    Map.of(
                        "review_score",
                        random.nextInt(100),
                        "source",
                        random.nextBoolean() ? "ai" : "human",
                        "notes",
                        words(3))))
            .build());
  }

  private Asked asked() {
    List<List<String>> wanted = new ArrayList<>();
    List<List<String>> unwanted = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<String> phrase = new ArrayList<>(folded(words(3)));
      boolean leftOut = random.nextInt(5) == 0 && !wanted.isEmpty();
      boolean prefix = random.nextInt(4) == 0;
      text.append(leftOut ? "-\"" : "\"").append(String.join(" ", phrase));
      text.append(prefix ? "\"* " : "\" ");
      if (prefix) {
        phrase.set(phrase.size() - 1, phrase.get(phrase.size() - 1) + "*");
      }
      (leftOut ? unwanted : wanted).add(phrase);
    }
    @Nullable String author = random.nextInt(4) == 0 ? "lee" : null;
    @Nullable String source = random.nextInt(4) == 0 ? "ai" : null;
    @Nullable String branch = random.nextInt(4) == 0 ? "dark" : null;
    @Nullable Instant after = random.nextInt(6) == 0 ? Instant.parse("2026-01-02T00:00:00Z") : null;
    @Nullable Integer score = random.nextInt(6) == 0 ? 50 : null;
    text.append(author == null ? "" : "author:LÉE ").append(source == null ? "" : "source:ai ");
    text.append(branch == null ? "" : "branch:dark ");
    text.append(after == null ? "" : "after:2026-01-02 ").append(score == null ? "" : "score:>=50");
    return new Asked(wanted, unwanted, author, source, branch, after, score, text.toString());
  }

  private static boolean holds(@Nullable Integer version, List<Kept> all, String paragraph) {
    return version != null && all.get(version - 1).paragraphs.contains(paragraph);
  }

  /** By script and paragraph, the versions that hold it; notes and titles by names of their own. */
  private Map<String, Set<Integer>> scan(VersionManager manager, Asked asked) {
    Map<String, Set<Integer>> found = new TreeMap<>();
    kept.forEach(
        (script, all) -> {
          if (!asked.hasConditions() && asked.fits(List.of(manager.script(script).title()))) {
            found.put(script + " title", Set.of(0));
          }
          for (Kept one : all) {
            if (asked.fitsWriter(one.version)
                && asked.fitsState(one.version)
                && asked.fits(VersionNote.of(one.version))) {
              found.put(script + " note " + one.version.versionNumber(), Set.of(0));
            }
          }
          Set<String> paragraphs = new TreeSet<>();
          all.forEach(one -> paragraphs.addAll(one.paragraphs));
          for (String paragraph : paragraphs) {
            List<Version> holders =
                all.stream()
                    .filter(one -> one.paragraphs.contains(paragraph))
                    .map(Kept::version)
                    .toList();
            boolean isBroughtIn =
                holders.stream()
                    .filter(
                        version ->
                            !holds(version.parentVersion(), all, paragraph)
                                && !holds(version.mergeParentVersion(), all, paragraph))
                    .anyMatch(asked::fitsWriter);
            if (asked.fits(List.of(paragraph))
                && isBroughtIn
                && holders.stream().anyMatch(asked::fitsState)) {
              found
                  .computeIfAbsent(script + ": " + paragraph, p -> new TreeSet<>())
                  .addAll(holders.stream().map(Version::versionNumber).toList());
            }
          }
        });
    return found;
  }

  private static Map<String, Set<Integer>> found(Search search, Asked asked) {
    Map<String, Set<Integer>> found = new TreeMap<>();
    int count = 0;
    for (int page = 1; ; page++) {
      Found part = search.results(ReadableScripts.ALL, SearchQuery.of(asked.text), page, 7);
      assertThat(part.hints()).as(asked.text).isEmpty();
      assertThat(part.isStopped()).isFalse();
      for (Found.ScriptResults script : part.results()) {
        for (Found.Result result : script.results()) {
          add(found, script.script().scriptId(), result);
          count++;
        }
      }
      if (part.results().isEmpty()) {
        assertThat(part.total()).isEqualTo(count);
        return found;
      }
    }
  }

  private static void add(Map<String, Set<Integer>> found, String script, Found.Result result) {
    if (result instanceof Found.PassageResult passage) {
      Set<Integer> holders = new TreeSet<>();
      assertThat(found.put(script + ": " + passage.excerpt().text(), holders)).isNull();
      passage
          .holders()
          .forEach(range -> IntStream.rangeClosed(range.from(), range.to()).forEach(holders::add));
      assertThat(passage.excerpt().hits()).isNotEmpty();
    } else if (result instanceof Found.VersionResult version) {
      found.put(script + " note " + version.version().versionNumber(), Set.of(0));
      assertThat(version.said()).isNotEmpty();
    } else {
      found.put(script + " title", Set.of(0));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSearchFindsExactlyWhatAScanOverAllVersionsFinds(long seed) {
    random = Seeds.random(seed);
    try (Database database = Database.open(folder)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      fill(manager, new BranchManager(database));
      Search search = search(database, manager);
      int finds = 0;
      for (int i = 0; i < 250; i++) {
        Asked asked = asked();
        Map<String, Set<Integer>> expected = scan(manager, asked);
        assertThat(found(search, asked)).as(asked.text).isEqualTo(expected);
        finds += expected.isEmpty() ? 0 : 1;
      }
      assertThat(finds).isGreaterThan(60);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theVersionsOfAScriptThatAWordTouchesAreThoseInWhichAPassageCameOrWentOrThatSayIt(long seed) {
    random = Seeds.random(seed);
    try (Database database = Database.open(folder)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      fill(manager, new BranchManager(database));
      Search search = search(database, manager);
      for (int i = 0; i < 150; i++) {
        Asked asked = asked();
        for (String script : SCRIPTS) {
          Set<Integer> touching = new TreeSet<>();
          manager
              .view(script, view -> search.touching(view, SearchQuery.of(asked.text)))
              .versions()
              .stream()
              .forEach(touching::add);
          assertThat(touching).as(asked.text).isEqualTo(scanTouching(script, asked));
        }
      }
    }
  }

  private Set<Integer> scanTouching(String script, Asked asked) {
    List<Kept> all = kept.getOrDefault(script, List.of());
    Set<Integer> touching = new TreeSet<>();
    for (Kept one : all) {
      @Nullable Integer parent = one.version.parentVersion();
      Set<String> before = parent == null ? Set.of() : all.get(parent - 1).paragraphs;
      Set<String> changed = new TreeSet<>(one.paragraphs);
      changed.removeAll(before);
      before.stream().filter(p -> !one.paragraphs.contains(p)).forEach(changed::add);
      if (asked.fitsWriter(one.version)
          && asked.fitsState(one.version)
          && (asked.fits(VersionNote.of(one.version))
              || changed.stream().anyMatch(p -> asked.fits(List.of(p))))) {
        touching.add(one.version.versionNumber());
      }
    }
    return touching;
  }

  private static Search search(Database database, VersionManager manager) {
    PassageIndex index = new PassageIndex(database);
    Passages passages = new Passages(manager, index, new Indexing(database, manager));
    return new Search(database, manager, index, passages);
  }
}

package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Found;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.SearchQuery;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** How fast, and whether rightly, words and phrases are found in all versions. */
final class SearchBenchmark {
  private static final int QUERIES = 500;
  private static final int RESULTS_A_PAGE = 20;
  private static final int MADE_UP_SCRIPTS = 1_000;
  private static final int MADE_UP_VERSIONS = 100;
  private static final int MADE_UP_BYTES = 2_000;

  private final Workbench bench;

  SearchBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run(List<History> histories) throws Exception {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      List<String> queries = new ArrayList<>();
      for (History history : histories) {
        List<String> ofHistory = compare(database, manager, history);
        queries.addAll(ofHistory.subList(0, ofHistory.size() / histories.size()));
      }
      measure(search(database, manager), queries, "all " + histories.size() + " histories", 20);
    }
    try (Database database = Database.open(bench.folder().resolve("made-up-scripts"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      makeUp(manager);
      List<String> queries = queries(manager, MADE_UP_SCRIPTS);
      measure(
          search(database, manager),
          queries,
          MADE_UP_SCRIPTS + " made-up scripts of " + MADE_UP_VERSIONS + " versions",
          100);
    }
  }

  private static Search search(Database database, VersionManager manager) {
    PassageIndex index = new PassageIndex(database);
    Passages passages = new Passages(manager, index, new Indexing(database, manager));
    return new Search(database, manager, index, passages);
  }

  /** The passages of a history, each with the versions that have it; read version by version. */
  private static Map<String, BitSet> passages(VersionManager manager, History history) {
    Map<String, BitSet> passages = new HashMap<>();
    for (int version = 1; version <= history.versions(); version++) {
      Pieces pieces = PassageCutter.cut(manager.content(history.scriptId(), version));
      for (String exact : pieces) {
        passages.computeIfAbsent(exact, passage -> new BitSet()).set(version);
      }
    }
    return passages;
  }

  private List<String> compare(Database database, VersionManager manager, History history) {
    Search search = search(database, manager);
    Map<String, BitSet> passages = passages(manager, history);
    Map<String, BitSet> byTerms = new HashMap<>();
    passages.forEach(
        (exact, versions) ->
            byTerms
                .computeIfAbsent(
                    " " + Terms.joined(ScriptText.ofExact(exact).display()), t -> new BitSet())
                .or(versions));
    Random random = new Random(6);
    List<String> all = byTerms.keySet().stream().sorted().toList();
    List<String> queries = new ArrayList<>();
    int different = 0;
    while (queries.size() < QUERIES) {
      String phrase = phrase(all.get(random.nextInt(all.size())), random);
      if (phrase.isEmpty()) {
        continue;
      }
      queries.add("\"" + phrase + "\"");
      BitSet expected = new BitSet();
      byTerms.forEach(
          (terms, versions) -> {
            if (terms.contains(" " + phrase + " ")) {
              expected.or(versions);
            }
          });
      String query = "script:" + history.scriptId() + " \"" + phrase + "\"";
      different +=
          found(search.results(ReadableScripts.ALL, SearchQuery.of(query), 1, 10_000))
                  .equals(expected)
              ? 0
              : 1;
    }
    bench
        .report()
        .add(
            history.scriptId()
                + ": searches for "
                + QUERIES
                + " words and phrases that find other versions than a look into each",
            Figures.whole(different),
            "",
            "0",
            different == 0);
    return queries;
  }

  /** A word, or up to four that follow each other. */
  private static String phrase(String joined, Random random) {
    String[] terms = joined.strip().split(" ", -1);
    int start = random.nextInt(terms.length);
    int count = random.nextBoolean() ? 1 : Math.min(terms.length - start, 2 + random.nextInt(3));
    return String.join(" ", List.of(terms).subList(start, start + count));
  }

  private static BitSet found(Found found) {
    BitSet versions = new BitSet();
    for (Found.ScriptResults script : found.results()) {
      for (Found.Result result : script.results()) {
        if (result instanceof Found.PassageResult passage) {
          passage.holders().forEach(range -> versions.set(range.from(), range.to() + 1));
        }
      }
    }
    return versions;
  }

  private static void makeUp(VersionManager manager) {
    for (int script = 1; script <= MADE_UP_SCRIPTS; script++) {
      String scriptId = "script-" + script;
      manager.createScript(scriptId, "Made-up text " + script);
      MadeUpText text = new MadeUpText(script, MADE_UP_BYTES);
      List<NewVersion> versions = new ArrayList<>();
      for (int version = 1; version <= MADE_UP_VERSIONS; version++) {
        versions.add(
            NewVersion.builder(
                    scriptId, text.edit(2).text(), new Author("Writer", ""), "change " + version)
                .build());
      }
      manager.saveAll(versions);
    }
  }

  private static List<String> queries(VersionManager manager, int scripts) {
    Random random = new Random(7);
    Set<String> queries = new HashSet<>();
    while (queries.size() < QUERIES) {
      String scriptId = "script-" + (1 + random.nextInt(scripts));
      int version = 1 + random.nextInt(MADE_UP_VERSIONS);
      String phrase = phrase(Terms.joined(manager.content(scriptId, version).display()), random);
      queries.add(random.nextBoolean() ? phrase : "\"" + phrase + "\"");
    }
    return List.copyOf(queries);
  }

  private void measure(Search search, List<String> queries, String where, int goal)
      throws Exception {
    Measurement.Work work =
        i -> search.results(ReadableScripts.ALL, SearchQuery.of(queries.get(i)), 1, RESULTS_A_PAGE);
    Measurement.repeat(queries.size(), work);
    Measurement ours = Measurement.repeat(queries.size(), work);
    bench
        .report()
        .add(
            "search in " + where + ", in process",
            ours.percentiles(),
            "",
            "p99 ≤ " + goal + " ms",
            ours.percentile(99) <= goal);
  }
}

package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.PhraseHistory;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** How fast, and whether rightly, it is told when a phrase came and went and who wrote what. */
final class PassageBenchmark {
  private static final int PHRASES = 500;
  private static final int RUNS = 200;
  private static final int GIT_RUNS = 10;

  private final Workbench bench;

  PassageBenchmark(Workbench bench) {
    this.bench = bench;
  }

  void run(List<History> histories, History longest) throws Exception {
    try (Database database = Database.open(bench.data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (History history : histories) {
        compareCounts(database, manager, history);
      }
      for (History history : histories) {
        if (history.git().isPresent()) {
          new BlameComparison(bench, manager, annotations(database, manager), history).run();
        }
      }
      measurePhrases(database, manager, longest);
      measureAnnotations(database, manager, longest);
    }
  }

  private static Passages passages(Database database, VersionManager manager) {
    return new Passages(manager, new PassageIndex(database), new Indexing(database, manager));
  }

  private static Annotations annotations(Database database, VersionManager manager) {
    return new Annotations(passages(database, manager));
  }

  private static PhraseHistory phraseHistory(Passages passages, History history, String phrase) {
    return PhraseHistory.of(
        passages.view(history.scriptId(), passages::history), phrase, PhraseMatch.EXACT);
  }

  private static Annotation annotation(Annotations annotations, History history) {
    return annotations
        .view(history.scriptId(), view -> annotations.read(view, history.versions()))
        .get();
  }

  /** Words and stretches of any length of all versions, by chance, the same in every run. */
  private static List<String> phrases(VersionManager manager, History history, int count) {
    Random random = new Random(5);
    List<String> phrases = new ArrayList<>();
    while (phrases.size() < count) {
      int version = 1 + random.nextInt(history.versions());
      String text = manager.content(history.scriptId(), version).display();
      if (text.isEmpty()) {
        continue;
      }
      int start = random.nextInt(text.length());
      String phrase =
          phrases.size() % 2 == 0
              ? text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(60)))
              : word(text, start);
      if (!phrase.isEmpty() && phrase.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  /** The word that stands somewhere in a text; empty where there is none. */
  private static String word(String text, int position) {
    int start = position;
    while (start > 0 && Words.isWord(text, start - 1)) {
      start--;
    }
    int end = position;
    while (end < text.length() && Words.isWord(text, end)) {
      end++;
    }
    return text.substring(start, end);
  }

  private void compareCounts(Database database, VersionManager manager, History history) {
    Passages passages = passages(database, manager);
    List<String> phrases = phrases(manager, history, PHRASES);
    int[][] expected = new int[phrases.size()][history.versions() + 1];
    for (int version = 1; version <= history.versions(); version++) {
      String text = Folding.asSeen(manager.content(history.scriptId(), version).display());
      for (int i = 0; i < expected.length; i++) {
        expected[i][version] = occurrences(text, Folding.asSeen(phrases.get(i)));
      }
    }
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      int[] ours = phraseHistory(passages, history, phrases.get(i)).occurrences();
      different += java.util.Arrays.equals(ours, expected[i]) ? 0 : 1;
    }
    bench
        .report()
        .add(
            history.scriptId()
                + ": histories of "
                + PHRASES
                + " phrases and words that differ from a count in every version",
            Figures.whole(different),
            "",
            "0",
            different == 0);
  }

  private static int occurrences(String text, String phrase) {
    int count = 0;
    for (int at = text.indexOf(phrase); at >= 0; ) {
      count++;
      at = text.indexOf(phrase, at + phrase.length());
    }
    return count;
  }

  private void measurePhrases(Database database, VersionManager manager, History history)
      throws Exception {
    List<String> phrases = phrases(manager, history, RUNS);
    Passages warm = passages(database, manager);
    Measurement.Work work = i -> phraseHistory(warm, history, phrases.get(i));
    Measurement.repeat(RUNS, work);
    Measurement ours = Measurement.repeat(RUNS, work);
    Measurement cold =
        Measurement.repeat(
            RUNS, i -> phraseHistory(passages(database, manager), history, phrases.get(i)));
    String git = GitRepository.NOT_INSTALLED;
    if (history.git().isPresent()) {
      GitRepository repository = history.git().get();
      String file = file(repository, manager, history);
      git =
          Measurement.repeat(
                      GIT_RUNS,
                      i ->
                          repository.run(
                              "log", "--oneline", "-S", phrases.get(i), "HEAD", "--", file))
                  .percentiles()
              + " (git log -S)";
    }
    bench
        .report()
        .add(
            "history of a phrase in " + history.versions() + " versions, in process",
            ours.percentiles() + "; with nothing read before " + cold.percentiles(),
            git,
            "p50 ≤ 5 ms",
            ours.median() <= 5);
  }

  private static String file(GitRepository repository, VersionManager manager, History history)
      throws Exception {
    ScriptText latest = manager.content(history.scriptId(), history.versions());
    return repository.fileWith(latest.bytes());
  }

  private void measureAnnotations(Database database, VersionManager manager, History history)
      throws Exception {
    Annotations warm = annotations(database, manager);
    Measurement.Work work = i -> annotation(warm, history);
    Measurement.repeat(RUNS, work);
    Measurement ours = Measurement.repeat(RUNS, work);
    Measurement cold =
        Measurement.repeat(RUNS, i -> annotation(annotations(database, manager), history));
    String git = GitRepository.NOT_INSTALLED;
    if (history.git().isPresent()) {
      GitRepository repository = history.git().get();
      String file = file(repository, manager, history);
      git =
          Measurement.repeat(GIT_RUNS, i -> repository.run("blame", "-w", "-M", "HEAD", "--", file))
                  .percentiles()
              + " (git blame -w -M, by line)";
    }
    bench
        .report()
        .add(
            "annotation by word of the last of " + history.versions() + " versions, in process",
            ours.percentiles() + "; with nothing read before " + cold.percentiles(),
            git,
            "p50 ≤ 5 ms",
            ours.median() <= 5);
  }
}

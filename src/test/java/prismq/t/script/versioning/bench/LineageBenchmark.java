package prismq.t.script.versioning.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.mediawiki.MediaWikiImport;

/**
 * Compares who wrote each word of a long article with what WikiWho says (Flöck and Acosta, 2014).
 * It does not know moves: of a word that it takes for newer, the version that ours names is read.
 */
final class LineageBenchmark {
  private static final int SIZE_LIMIT = 5 * 1024 * 1024;

  /** So many words in a row that stand in an earlier version did not come there by chance. */
  private static final int PROOF = 5;

  /** Share of the words that should have the same version as WikiWho gives them. */
  private static final double MIN_SAME = 0.95;

  private static final Progress SILENT =
      new Progress() {
        @Override
        public void total(int versions) {}

        @Override
        public void done(int versions) {}
      };

  private final VersionManager manager;
  private final String scriptId;
  private final Map<Integer, Set<List<String>>> rows = new HashMap<>();

  private LineageBenchmark(VersionManager manager) {
    this.manager = manager;
    this.scriptId = manager.scripts(1, 0).get(0).scriptId();
  }

  /** A token of WikiWho's, which is in lower case, and the versions that wrote it. */
  private record Token(String text, int ours, int wikiWho) {
    boolean isWord() {
      return Words.hasAny(text);
    }
  }

  static void run(Workbench bench) throws Exception {
    @Nullable Path corpora = bench.corpora();
    @Nullable Path folder = corpora == null ? null : corpora.resolveSibling("lineage");
    if (folder == null || !Files.isDirectory(folder)) {
      bench.report().note("Authorship is not compared: there is no folder lineage beside corpora.");
      return;
    }
    JsonNode answer = new ObjectMapper().readTree(folder.resolve("wikiwho-300.json").toFile());
    try (Database database = Database.open(bench.folder().resolve("lineage"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      new MediaWikiImport(
              new ImportContext(
                  manager,
                  Clock.systemUTC(),
                  SIZE_LIMIT,
                  SILENT,
                  new ImportSummary(),
                  ImportMode.IMPORT))
          .run(folder.resolve("encyclopedia.xml.bz2"), null, null);
      Passages passages =
          new Passages(manager, new PassageIndex(database), new Indexing(database, manager));
      new LineageBenchmark(manager).report(bench, new Annotations(passages), answer);
    }
  }

  private void report(Workbench bench, Annotations annotations, JsonNode answer) {
    int version = answer.get("version_number").asInt();
    Annotation annotation =
        annotations.view(scriptId, view -> annotations.read(view, version)).get();
    List<Token> tokens = tokens(annotation, answer.get("tokens"));
    List<Token> words = tokens.stream().filter(Token::isWord).toList();
    int earlier = 0;
    int proved = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).ours < words.get(i).wikiWho) {
        earlier++;
        proved += stoodBefore(words, i) ? 1 : 0;
      }
    }
    double same = share(words, token -> token.ours == token.wikiWho);
    double provedShare = (double) proved / words.size();
    String ours =
        Figures.percent(same)
            + " the same, "
            + Figures.percent(provedShare)
            + " earlier and there "
            + PROOF
            + " in a row, "
            + Figures.percent((double) (earlier - proved) / words.size())
            + " earlier otherwise, "
            + Figures.percent(share(words, token -> token.ours > token.wikiWho))
            + " later; with signs "
            + Figures.percent(share(tokens, token -> token.ours == token.wikiWho))
            + " the same, "
            + Figures.percent(share(tokens, token -> token.ours > token.wikiWho))
            + " later";
    bench
        .report()
        .add(
            "an article: words of version " + version + " by who wrote them, against WikiWho",
            ours,
            "",
            "the same ≥ 95 %",
            same >= MIN_SAME);
  }

  private static double share(List<Token> tokens, Predicate<Token> isOfIt) {
    return (double) tokens.stream().filter(isOfIt).count() / tokens.size();
  }

  private static List<Token> tokens(Annotation annotation, JsonNode answer) {
    int[] writers = new int[annotation.text().sizeBytes()];
    annotation
        .runs()
        .forEach(
            run ->
                Arrays.fill(writers, run.bytes().start(), run.bytes().end(), run.versionNumber()));
    String text = annotation.text().display();
    String lower = text.toLowerCase(Locale.ROOT);
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    int bytes = 0;
    for (JsonNode token : answer) {
      String wanted = token.get(0).asText();
      int start = at;
      while (Character.isWhitespace(lower.charAt(start))) {
        start++;
      }
      if (!lower.startsWith(wanted, start)) {
        throw new AssertionError("“" + wanted + "” does not stand at " + start);
      }
      bytes += ScriptText.of(text.substring(at, start)).sizeBytes();
      tokens.add(new Token(wanted, writers[bytes], token.get(1).asInt()));
      at = start + wanted.length();
      bytes += ScriptText.of(text.substring(start, at)).sizeBytes();
    }
    return tokens;
  }

  /** Whether a word stands with its neighbours in the version that is said to have written it. */
  private boolean stoodBefore(List<Token> words, int word) {
    Set<List<String>> there =
        rows.computeIfAbsent(words.get(word).ours, version -> rows(wordsOf(version)));
    int last = Math.min(word, words.size() - PROOF);
    for (int first = Math.max(0, word - PROOF + 1); first <= last; first++) {
      List<String> row =
          words.subList(first, first + PROOF).stream().map(token -> token.text).toList();
      if (there.contains(row)) {
        return true;
      }
    }
    return false;
  }

  private List<String> wordsOf(int version) {
    String text = manager.content(scriptId, version).display().toLowerCase(Locale.ROOT);
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static Set<List<String>> rows(List<String> words) {
    Set<List<String>> rows = new HashSet<>();
    for (int first = 0; first + PROOF <= words.size(); first++) {
      rows.add(List.copyOf(words.subList(first, first + PROOF)));
    }
    return rows;
  }
}

package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.search.SearchQuery.QueryWords;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Reads a search in other ways, the nearest first, until one finds something. For one thread. */
final class Readings {
  private final PassageIndex index;
  private final Deadline deadline;
  private final SearchQuery asked;
  private final Attempt attempt;

  /**
   * Reads a search that finds nothing as it is written.
   *
   * @param attempt finds a query in paragraphs, or in a wider scope
   */
  Readings(PassageIndex index, Deadline deadline, SearchQuery asked, Attempt attempt) {
    this.index = index;
    this.deadline = deadline;
    this.asked = asked;
    this.attempt = attempt;
  }

  /** A search by another reading. */
  interface Attempt {
    /** What a query finds; in paragraphs where the scope is null. */
    Found find(SearchQuery query, Together.@Nullable Scope scope);
  }

  /** A reading with what it finds. */
  record ReadAnswer(SearchReading reading, Found found) {}

  /** The nearest reading that finds something; empty where none does in time. */
  Optional<ReadAnswer> best() {
    @Nullable ReadAnswer best = byWords();
    if (best == null && !asked.conditions().isEmpty() && !asked.wanted().isEmpty()) {
      best = found(asked.withoutConditions().openEnded(), SearchReading.ReadingWay.WITHOUT_FILTERS);
    }
    return Optional.ofNullable(best);
  }

  private @Nullable ReadAnswer byWords() {
    List<QueryWords> words = asked.openEnded().wantedWords();
    if (words.isEmpty()) {
      return null;
    }
    @Nullable ReadAnswer best = null;
    @Nullable String beginning = asked.withPrefix();
    if (beginning != null
        && !asked.openEnded().wanted().equals(SearchQuery.of(beginning).wanted())) {
      best = found(SearchQuery.of(beginning), SearchReading.ReadingWay.BEGINNING);
    }
    List<QueryWords> loose = loose(words);
    if (best == null && !loose.equals(words)) {
      best = found(asked.withWanted(loose), SearchReading.ReadingWay.LOOSE_WORDS);
    }
    if (best == null) {
      best =
          together(new SearchReading(asked.openEnded(), SearchReading.ReadingWay.SECTION, asked));
    }
    List<QueryWords> spelled = spelled(loose);
    if (best == null && !spelled.equals(loose)) {
      SearchQuery query = asked.withWanted(spelled);
      best = found(query, SearchReading.ReadingWay.SPELLING);
      best =
          best == null
              ? together(new SearchReading(query, SearchReading.ReadingWay.SPELLING, asked))
              : best;
    }
    if (best == null && !loose.equals(words)) {
      best =
          together(
              new SearchReading(asked.withWanted(loose), SearchReading.ReadingWay.SECTION, asked));
    }
    if (best == null) {
      List<QueryWords> fewer = fewer(spelled);
      best =
          fewer.isEmpty() || fewer.size() == spelled.size()
              ? null
              : found(asked.withWanted(fewer), SearchReading.ReadingWay.FEWER_WORDS);
    }
    return best;
  }

  private @Nullable ReadAnswer together(SearchReading reading) {
    for (Together.Scope scope : Together.Scope.values()) {
      if (!deadline.hasPassed()) {
        Found found = attempt.find(reading.query(), scope);
        if (found.total() > 0) {
          return new ReadAnswer(reading.in(scope), found);
        }
      }
    }
    return null;
  }

  private @Nullable ReadAnswer found(SearchQuery query, SearchReading.ReadingWay type) {
    if (deadline.hasPassed()) {
      return null;
    }
    Found found = attempt.find(query, null);
    return found.total() > 0 ? new ReadAnswer(new SearchReading(query, type, asked), found) : null;
  }

  /** Phrases as single words. */
  private static List<QueryWords> loose(List<QueryWords> words) {
    List<QueryWords> loose = new ArrayList<>();
    for (QueryWords part : words) {
      List<String> terms = part.phrase().terms();
      if (terms.size() == 1) {
        loose.add(part);
        continue;
      }
      for (int i = 0; i < terms.size(); i++) {
        loose.add(QueryWords.ofTerm(terms.get(i), part.phrase().prefix() && i == terms.size() - 1));
      }
    }
    return loose.stream().distinct().limit(QueryParser.MAX_WORDS).toList();
  }

  /** Single words that are in no text as the nearest ones that are in some. */
  private List<QueryWords> spelled(List<QueryWords> loose) {
    Spelling spelling = new Spelling(index, deadline);
    return loose.stream()
        .map(
            word ->
                isKnown(word) || deadline.hasPassed()
                    ? word
                    : spelling
                        .of(word.phrase().terms().get(0))
                        .map(term -> QueryWords.ofTerm(term, false))
                        .orElse(word))
        .toList();
  }

  private boolean isKnown(QueryWords word) {
    String term = word.phrase().terms().get(0);
    return word.phrase().prefix() ? !index.termsFrom(term, 1).isEmpty() : index.rowsWith(term) > 0;
  }

  /** As many of the words as are found together, the rarest among them; in their order. */
  private List<QueryWords> fewer(List<QueryWords> words) {
    List<QueryWords> rarest =
        words.stream()
            .filter(this::isKnown)
            .sorted(Comparator.comparingInt(word -> index.rowsWith(word.phrase().terms().get(0))))
            .toList();
    List<QueryWords> kept = new ArrayList<>();
    for (QueryWords word : rarest) {
      kept.add(word);
      if (!deadline.hasPassed()
          && index.find(asked.withWanted(kept).expression(), null, 1, deadline).rows().isEmpty()) {
        kept.remove(kept.size() - 1);
      }
    }
    return words.stream().filter(kept::contains).toList();
  }
}

package prismq.t.script.versioning.search;

import java.util.List;
import prismq.t.script.versioning.language.Messages;

/**
 * How a search was read, where nothing was found by it as it is written.
 *
 * @param query what was searched for instead
 * @param type the way in which it differs
 * @param asked what was typed
 */
record SearchReading(SearchQuery query, ReadingWay type, SearchQuery asked) {
  /** In what a search is read otherwise than written. */
  enum ReadingWay {
    AS_WRITTEN,
    BEGINNING,
    LOOSE_WORDS,
    SPELLING,
    SECTION,
    SCRIPT,
    FEWER_WORDS,
    WITHOUT_FILTERS
  }

  static SearchReading asWritten(SearchQuery query) {
    return new SearchReading(query, ReadingWay.AS_WRITTEN, query);
  }

  public boolean isAsWritten() {
    return type == ReadingWay.AS_WRITTEN;
  }

  /** The same words, in a wider place. */
  SearchReading in(Together.Scope scope) {
    return new SearchReading(
        query, scope == Together.Scope.SECTION ? ReadingWay.SECTION : ReadingWay.SCRIPT, asked);
  }

  /** A sentence that says how it was read; empty where as it is written. */
  public String sentence() {
    return switch (type) {
      case AS_WRITTEN -> "";
      case BEGINNING -> Messages.text("search.read.beginning");
      case LOOSE_WORDS -> Messages.text("search.read.loose");
      case SPELLING -> Messages.text("search.read.spelling", asked.text().strip(), words());
      case SECTION -> Messages.text("search.read.section", all());
      case SCRIPT -> Messages.text("search.read.version", all());
      case FEWER_WORDS -> Messages.text("search.read.fewer", words());
      case WITHOUT_FILTERS -> Messages.text("search.read.no_filters");
    };
  }

  private String all() {
    List<SearchQuery.QueryWords> words = query.wantedWords();
    boolean areWords = words.stream().allMatch(word -> word.phrase().terms().size() == 1);
    String key =
        "search.read."
            + (words.size() == 2 ? "both_" : "all_")
            + (areWords ? "words" : "parts")
            + (isRespelled() ? "_of" : "");
    return Messages.text(key, words.size(), words());
  }

  private boolean isRespelled() {
    return !query.wanted().equals(asked.openEnded().wanted())
        && !query.wanted().equals(asked.wanted());
  }

  private String words() {
    return query.text().strip();
  }
}

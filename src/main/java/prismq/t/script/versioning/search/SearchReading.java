package prismq.t.script.versioning.search;

import java.util.List;

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
      case BEGINNING -> "No such word. Words starting with this:";
      case LOOSE_WORDS -> "Not as one phrase. The words in one paragraph:";
      case SPELLING -> "No results for “" + asked.text().strip() + "”. Showing " + words() + ":";
      case SECTION -> all() + ", but not in one paragraph. Found in one scene or section:";
      case SCRIPT -> all() + ", but not in one paragraph. Found in the same version:";
      case FEWER_WORDS -> "Not all words together. Showing " + words() + ":";
      case WITHOUT_FILTERS -> "No results with these filters. Without them:";
    };
  }

  private String all() {
    List<SearchQuery.QueryWords> words = query.wantedWords();
    String parts =
        words.stream().allMatch(word -> word.phrase().terms().size() == 1) ? "words" : "parts";
    return (words.size() == 2 ? "Both " : "All " + words.size() + " ")
        + parts
        + (isRespelled() ? " of " + words() : "");
  }

  private boolean isRespelled() {
    return !query.wanted().equals(asked.openEnded().wanted())
        && !query.wanted().equals(asked.wanted());
  }

  private String words() {
    return "“" + query.text().strip() + "”";
  }
}

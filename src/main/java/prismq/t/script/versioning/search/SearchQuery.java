package prismq.t.script.versioning.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search: words and phrases that occur together in a passage, words that do not, and conditions
 * on versions. Any text is a valid search.
 *
 * @param text as it was written, cut after {@value #MAX_LENGTH} characters
 * @param hints sentences on what may have been understood differently than meant
 */
public record SearchQuery(String text, List<QueryPart> parts, List<String> hints) {
  /** Longest text that is parsed, in characters. */
  public static final int MAX_LENGTH = 1_000;

  /** Fewest characters that are taken for how a word begins without an asterisk. */
  private static final int MIN_BEGINNING = 3;

  /** One part of it; source is how it is written, quotation marks and all. */
  sealed interface QueryPart {
    String source();
  }

  /** A word or a phrase; leftOut where it must not occur. */
  record QueryWords(String source, Phrase phrase, boolean leftOut) implements QueryPart {
    /** A single term that is wanted. */
    static QueryWords ofTerm(String term, boolean prefix) {
      return new QueryWords(prefix ? term + "*" : term, new Phrase(List.of(term), prefix), false);
    }

    /** Whether it is written so that its last word may be only how one begins. */
    boolean canGoOn() {
      return !leftOut
          && !phrase.prefix()
          && Character.isLetterOrDigit(source.codePointBefore(source.length()));
    }
  }

  /** A field with a valid value. */
  record Condition(String source, SearchField field, String value) implements QueryPart {}

  /** The query that this text is. */
  public static SearchQuery of(String text) {
    return QueryParser.parse(text);
  }

  /** Whether it can find anything. */
  public boolean isSearchable() {
    return !wanted().isEmpty() || parts.stream().anyMatch(Condition.class::isInstance);
  }

  /** What has to occur; empty if any version that fits is asked for. */
  List<Phrase> wanted() {
    return phrases(false);
  }

  /** What must not occur. */
  List<Phrase> unwanted() {
    return phrases(true);
  }

  private List<Phrase> phrases(boolean leftOut) {
    return parts.stream()
        .filter(part -> part instanceof QueryWords words && words.leftOut == leftOut)
        .map(part -> ((QueryWords) part).phrase)
        .distinct()
        .toList();
  }

  /** The conditions in the order they were written. */
  List<Condition> conditions() {
    return parts.stream().filter(Condition.class::isInstance).map(Condition.class::cast).toList();
  }

  /** The values of a field. */
  List<String> values(SearchField field) {
    return conditions().stream()
        .filter(condition -> condition.field == field)
        .map(Condition::value)
        .distinct()
        .toList();
  }

  /** The end of the times, exclusive; null for none. */
  @Nullable Instant before() {
    return values(SearchField.BEFORE).stream()
        .map(SearchQuery::startOf)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** The start of the times, inclusive; null for none. */
  @Nullable Instant after() {
    return values(SearchField.AFTER).stream()
        .map(SearchQuery::startOf)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** All limits to review scores. */
  List<ScoreLimit> scoreLimits() {
    return values(SearchField.SCORE).stream()
        .map(ScoreLimit::of)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /**
   * The expression for the full-text index: the passages that have all terms, in any order. Empty
   * where no words are wanted.
   */
  String expression() {
    String all =
        wanted().stream()
            .flatMap(phrase -> phrase.tokens().stream())
            .distinct()
            .collect(Collectors.joining(" AND "));
    String none =
        unwanted().stream()
            .filter(phrase -> phrase.terms().size() == 1)
            .flatMap(phrase -> phrase.tokens().stream())
            .distinct()
            .collect(Collectors.joining(" OR "));
    return all.isEmpty() || none.isEmpty() ? all : "(" + all + ") NOT (" + none + ")";
  }

  /** The text with a value for a field, in place of those it had. */
  String with(SearchField field, String value) {
    String plain = value.replaceAll("[\"“”„]", " ").strip();
    boolean oneWord = plain.codePoints().noneMatch(Character::isWhitespace);
    String condition = field.written() + ":" + (oneWord ? plain : "\"" + plain + "\"");
    return Stream.concat(
            parts.stream()
                .filter(part -> !(part instanceof Condition known && known.field == field))
                .map(QueryPart::source),
            Stream.of(condition))
        .collect(Collectors.joining(" "));
  }

  /** The text without one of its parts. */
  String without(QueryPart removed) {
    return parts.stream()
        .filter(part -> !part.equals(removed))
        .map(QueryPart::source)
        .collect(Collectors.joining(" "));
  }

  /**
   * The same with its last word as how a word begins, as it is while somebody types. One or two
   * letters begin too many words, and what stands in quotation marks is meant as it is.
   */
  SearchQuery openEnded() {
    int last = lastWanted();
    if (last < 0 || !(parts.get(last) instanceof QueryWords words) || !words.canGoOn()) {
      return this;
    }
    Phrase phrase = words.phrase;
    String term = phrase.terms().get(phrase.terms().size() - 1);
    return term.codePointCount(0, term.length()) < MIN_BEGINNING
        ? this
        : new SearchQuery(
            text,
            IntStream.range(0, parts.size())
                .mapToObj(
                    i ->
                        i == last
                            ? new QueryWords(words.source, phrase.openEnded(), false)
                            : parts.get(i))
                .toList(),
            hints);
  }

  private int lastWanted() {
    int last = parts.size() - 1;
    while (last >= 0 && !(parts.get(last) instanceof QueryWords words && !words.leftOut)) {
      last--;
    }
    return last;
  }

  /** The same with other words and phrases in place of the wanted ones. */
  SearchQuery withWanted(List<QueryWords> words) {
    List<QueryPart> other = new ArrayList<>(words);
    parts.stream()
        .filter(part -> !(part instanceof QueryWords wanted && !wanted.leftOut))
        .forEach(other::add);
    return new SearchQuery(
        other.stream().map(QueryPart::source).collect(Collectors.joining(" ")),
        List.copyOf(other),
        hints);
  }

  /** The same without any condition on scripts and versions. */
  SearchQuery withoutConditions() {
    List<QueryPart> words = parts.stream().filter(QueryWords.class::isInstance).toList();
    return new SearchQuery(
        words.stream().map(QueryPart::source).collect(Collectors.joining(" ")), words, hints);
  }

  /** Its wanted words and phrases, as they are written. */
  List<QueryWords> wantedWords() {
    return parts.stream()
        .filter(part -> part instanceof QueryWords words && !words.leftOut)
        .map(QueryWords.class::cast)
        .toList();
  }

  /** The words without quotation marks; null if the search has anything else. */
  @Nullable String plainWords() {
    boolean isPlain =
        !parts.isEmpty()
            && parts.stream().allMatch(part -> part instanceof QueryWords words && !words.leftOut);
    return isPlain
        ? parts.stream()
            .map(part -> part.source().replaceAll("[\"“”„]", ""))
            .collect(Collectors.joining(" "))
        : null;
  }

  /** The text with the last word as a prefix; null if it does not end with a word. */
  @Nullable String withPrefix() {
    int last = parts.size() - 1;
    boolean endsWithWord =
        last >= 0
            && parts.get(last) instanceof QueryWords words
            && words.canGoOn()
            && text.stripTrailing().endsWith(words.source);
    return endsWithWord
        ? parts.stream().map(QueryPart::source).collect(Collectors.joining(" ")) + "*"
        : null;
  }
}

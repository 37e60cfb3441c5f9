package prismq.t.script.versioning.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.search.SearchQuery.Condition;
import prismq.t.script.versioning.search.SearchQuery.QueryPart;
import prismq.t.script.versioning.search.SearchQuery.QueryWords;

/** Parses a search. What it cannot parse counts as words. */
final class QueryParser {
  /** Most words and phrases searched for in one passage. */
  static final int MAX_WORDS = 64;

  /** Most terms of all phrases together. */
  private static final int MAX_TERMS = 256;

  private static final String OPENING_QUOTES = "\"“„";

  private final String text;
  private final List<QueryPart> parts = new ArrayList<>();
  private final Set<String> hints = new LinkedHashSet<>();
  private int at;
  private int words;
  private int terms;

  private QueryParser(String text) {
    this.text = text;
  }

  static SearchQuery parse(String text) {
    boolean tooLong = text.length() > SearchQuery.MAX_LENGTH;
    QueryParser parser = new QueryParser(tooLong ? shortened(text) : text);
    if (tooLong) {
      parser.hints.add(Messages.text("search.too_long", "1,000"));
    }
    parser.parts();
    parser.tellWhatIsMissing();
    return new SearchQuery(parser.text, List.copyOf(parser.parts), List.copyOf(parser.hints));
  }

  private static String shortened(String text) {
    int end = SearchQuery.MAX_LENGTH;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private void parts() {
    while (true) {
      while (at < text.length() && isSpace(at)) {
        at++;
      }
      if (at == text.length()) {
        return;
      }
      part();
    }
  }

  private void part() {
    int start = at;
    boolean leftOut = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
    if (leftOut) {
      at++;
    }
    @Nullable SearchField field = field();
    if (field != null) {
      condition(start, field, leftOut);
    } else if (isOpeningQuote()) {
      String phrase = quoted();
      boolean prefix = at < text.length() && text.charAt(at) == '*';
      at += prefix ? 1 : 0;
      words(source(start), prefix ? Phrase.prefix(phrase) : Phrase.of(phrase), leftOut);
    } else {
      String word = word();
      tellUnknownField(word);
      tellOperator(word);
      words(text.substring(start, at), Phrase.typed(word), leftOut);
    }
  }

  /**
   * The field whose name and colon are at this position; null, and nothing is read, where there is
   * none.
   */
  private @Nullable SearchField field() {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ':') {
      return null;
    }
    @Nullable SearchField field = SearchField.named(text.substring(at, end));
    if (field != null) {
      at = end + 1;
    }
    return field;
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private void condition(int start, SearchField field, boolean leftOut) {
    String value = (at < text.length() && isOpeningQuote() ? quoted() : word()).strip();
    @Nullable String accepted = accepted(field, value);
    if (leftOut) {
      hints.add(Messages.text("search.not_left_out", text.substring(start, at)));
    } else if (accepted == null) {
      String written = field.written();
      hints.add(
          value.isEmpty()
              ? Messages.text("search.field_empty", written, field.takes())
              : Messages.text("search.field_value", value, written, field.takes()));
    } else {
      parts.add(new Condition(source(start), field, accepted));
    }
  }

  /** The value in the form of the field; null where it is invalid. */
  private static @Nullable String accepted(SearchField field, String value) {
    return switch (field) {
      case SCRIPT, BRANCH -> value.isEmpty() ? null : value;
      case AUTHOR, LABEL -> Phrase.of(value) == null ? null : value;
      case BEFORE, AFTER -> isDay(value) ? value : null;
      case SCORE -> ScoreLimit.of(value) == null ? null : value;
      case SOURCE -> {
        String source = value.toLowerCase(Locale.ROOT);
        yield List.of("human", "ai", "import").contains(source) ? source : null;
      }
    };
  }

  private static boolean isDay(String value) {
    try {
      return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void words(String source, @Nullable Phrase typed, boolean leftOut) {
    if (typed == null) {
      return;
    }
    Phrase phrase = typed;
    int room = words == MAX_WORDS ? 0 : MAX_TERMS - terms;
    if (phrase.terms().size() > room) {
      hints.add(Messages.text("search.too_many"));
      if (room == 0 || leftOut) {
        return;
      }
      // Only the start of a long quotation, such as a whole paragraph without spaces, is searched
      // for.
      phrase = phrase.start(room);
    }
    words++;
    terms += phrase.terms().size();
    parts.add(new QueryWords(source, phrase, leftOut));
  }

  private boolean isOpeningQuote() {
    return OPENING_QUOTES.indexOf(text.charAt(at)) >= 0;
  }

  /** The text in quotation marks from here, up to the end where they are not closed. */
  private String quoted() {
    char opening = text.charAt(at++);
    int start = at;
    while (at < text.length() && !closes(opening, text.charAt(at))) {
      at++;
    }
    String inside = text.substring(start, at);
    if (at < text.length()) {
      at++;
    } else {
      hints.add(
          inside.isBlank()
              ? Messages.text("search.open_empty")
              : Messages.text("search.open", inside));
    }
    return inside;
  }

  /** A phrase in straight marks may have curly ones in it. */
  private static boolean closes(char opening, char character) {
    return opening == '"' ? character == '"' : character == '”' || character == '“';
  }

  /** A word up to the next blank or quotation mark that opens. */
  private String word() {
    int start = at;
    while (at < text.length() && !isSpace(at) && !isOpeningQuote()) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A part as it is written, with a quotation mark that was forgotten. */
  private String source(int start) {
    String source = text.substring(start, at);
    for (int i = 0; i < source.length(); i++) {
      char opening = source.charAt(i);
      if (OPENING_QUOTES.indexOf(opening) >= 0) {
        String rest = source.substring(i + 1);
        boolean closed = rest.chars().anyMatch(c -> closes(opening, (char) c));
        return closed ? source : source + (opening == '"' ? '"' : '”');
      }
    }
    return source;
  }

  private boolean isSpace(int position) {
    return Character.isWhitespace(text.charAt(position))
        || Character.isSpaceChar(text.charAt(position))
        || Character.isISOControl(text.charAt(position));
  }

  private void tellUnknownField(String word) {
    if (word.matches("[A-Za-z_]{2,20}:[^/].*")) {
      hints.add(Messages.text("search.unknown_field", word, SearchField.list()));
    }
  }

  private void tellOperator(String word) {
    boolean shouting = text.equals(text.toUpperCase(Locale.ROOT));
    if (!shouting && (word.equals("AND") || word.equals("OR") || word.equals("NOT"))) {
      hints.add(Messages.text("search.operator", word));
    }
  }

  private void tellWhatIsMissing() {
    boolean searchable =
        parts.stream().anyMatch(part -> !(part instanceof QueryWords left && left.leftOut()));
    if (searchable || text.isBlank()) {
      return;
    }
    hints.add(Messages.text(parts.isEmpty() ? "search.nothing_yet" : "search.only_left_out"));
  }
}

package prismq.t.script.versioning.help;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the sections of the help that have all words of a query, or the help's own words for them;
 * those first that have them in titles.
 */
final class HelpSearch {
  /** Words of questions that say nothing about what is asked. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "can", "do", "does", "for", "from", "how", "i", "in", "is", "my",
          "of", "on", "or", "the", "to", "what", "when", "where", "with");

  /** Words that people know from elsewhere, each with the help's own. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "blame", "authorship",
          "diff", "compare",
          "erase", "delete",
          "revert", "restore",
          "rollback", "restore",
          "save", "write",
          "undelete", "restore",
          "wrote", "authorship");

  private static final int FOR_EDITORS_BONUS = 15;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MAX_RESULTS = 20;
  private static final int MAX_WORDS = 10;
  private static final int EXCERPT_BEFORE = 60;
  private static final int EXCERPT_LENGTH = 220;

  private final List<HelpTopic> topics;

  HelpSearch(HelpTopics topics) {
    this.topics = topics.all();
  }

  /**
   * A section that was found.
   *
   * @param url leads to its heading
   * @param excerpt a part of its text with the matches marked
   */
  public record HelpResult(
      String title, String heading, String url, List<ExcerptPart> excerpt, int score) {}

  /** A part of an excerpt. */
  public record ExcerptPart(String text, boolean isFound) {}

  /** What was found, the best first; empty if no section has all words. */
  List<HelpResult> find(String query) {
    List<Pattern> words = words(query);
    if (words.isEmpty()) {
      return List.of();
    }
    List<HelpResult> results = new ArrayList<>();
    for (HelpTopic topic : topics) {
      for (HelpTopic.Section section : topic.sections()) {
        int score = score(words, topic, section);
        if (score > 0) {
          results.add(result(words, topic, section, score));
        }
      }
    }
    results.sort(Comparator.comparingInt(HelpResult::score).reversed());
    return results.subList(0, Math.min(MAX_RESULTS, results.size()));
  }

  /** Each word with its ending open, so that “merge” finds “merging” too. */
  private static List<Pattern> words(String query) {
    return WORD.matcher(folded(query))
        .results()
        .map(MatchResult::group)
        .filter(word -> !STOP_WORDS.contains(word))
        .distinct()
        .limit(MAX_WORDS)
        .map(
            word -> {
              String synonym = SYNONYMS.get(word);
              return synonym == null ? stem(word) : stem(word) + "|" + stem(synonym);
            })
        .map(stems -> Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + stems + ")[\\p{L}\\p{N}]*"))
        .toList();
  }

  private static String stem(String word) {
    return word.length() > 4 ? word.replaceFirst("(ing|ed|es|e|s)$", "") : word;
  }

  /** Without case and accents, character for character, so that positions stay. */
  private static String folded(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(c -> c.length() > 1 ? c : Normalizer.normalize(c, Normalizer.Form.NFD).substring(0, 1))
        .map(
            c -> c.toLowerCase(Locale.ROOT).length() == c.length() ? c.toLowerCase(Locale.ROOT) : c)
        .collect(Collectors.joining());
  }

  private static int score(List<Pattern> words, HelpTopic topic, HelpTopic.Section section) {
    int score = 0;
    for (Pattern word : words) {
      int best = 0;
      if (word.matcher(folded(topic.title())).find()) {
        // The page itself before its sections.
        best = section.level() == 1 ? 100 : 30;
      }
      if (section.level() > 1 && word.matcher(folded(section.heading())).find()) {
        best += 20;
      }
      if (word.matcher(folded(section.text())).find()) {
        best += 1;
      }
      if (best == 0) {
        return 0;
      }
      score += best;
    }
    return HelpTopics.FOR_EDITORS.contains(topic.name()) ? score + FOR_EDITORS_BONUS : score;
  }

  private static HelpResult result(
      List<Pattern> words, HelpTopic topic, HelpTopic.Section section, int score) {
    return new HelpResult(
        topic.title(),
        section.level() == 1 ? "" : section.heading(),
        topic.url() + (section.id().isEmpty() ? "" : "#" + section.id()),
        excerpt(words, section.text()),
        score);
  }

  private static List<ExcerptPart> excerpt(List<Pattern> words, String text) {
    Pattern any =
        Pattern.compile(words.stream().map(Pattern::pattern).collect(Collectors.joining("|")));
    Matcher first = any.matcher(folded(text));
    int start = first.find() ? wordStart(text, first.start() - EXCERPT_BEFORE) : 0;
    int end = wordStart(text, start + EXCERPT_LENGTH);
    List<ExcerptPart> pieces = new ArrayList<>();
    String shown = text.substring(start, end).strip();
    Matcher found = any.matcher(folded(shown));
    int at = 0;
    while (found.find()) {
      pieces.add(
          new ExcerptPart(
              (at == 0 && start > 0 ? "… " : "") + shown.substring(at, found.start()), false));
      pieces.add(new ExcerptPart(shown.substring(found.start(), found.end()), true));
      at = found.end();
    }
    pieces.add(new ExcerptPart(shown.substring(at) + (end < text.length() ? " …" : ""), false));
    return pieces;
  }

  private static int wordStart(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return Math.max(0, Math.min(at, text.length()));
    }
    int space = text.indexOf(' ', at);
    return space < 0 ? text.length() : space;
  }
}

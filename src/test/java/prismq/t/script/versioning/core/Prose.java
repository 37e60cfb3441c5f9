package prismq.t.script.versioning.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up paragraphs of sentences, and edits of them as an editor makes them. */
public final class Prose {
  private static final List<String> WORDS =
      List.of(
          ("the a in of and to she he was lamp river (late) table, well-known door's crow 3.5"
                  + " window under nobody ferry letter MARA opens waits \"now\" cold captain café")
              .split(" "));

  private final Random random;

  public Prose(Random random) {
    this.random = random;
  }

  /** Up to six paragraphs of up to five sentences each. */
  public String text() {
    return IntStream.range(0, 1 + random.nextInt(6))
        .mapToObj(i -> paragraph())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String paragraph() {
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(i -> sentence())
        .collect(Collectors.joining(" "));
  }

  private String sentence() {
    return IntStream.range(0, 1 + random.nextInt(12))
            .mapToObj(i -> word())
            .collect(Collectors.joining(" "))
        + (random.nextInt(4) == 0 ? "?" : ".");
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** The same with words changed, sentences moved, and paragraphs split, joined, listed, moved. */
  public String edited(String text) {
    String edited = text;
    for (int edit = random.nextInt(5); edit >= 0; edit--) {
      edited = editedOnce(edited);
    }
    return edited;
  }

  private String editedOnce(String text) {
    return switch (random.nextInt(7)) {
      case 0 -> changed(text, " ", " " + word() + " ");
      case 1 -> changed(text, "[.?] ", ".\n\nOLGA\n" + sentence() + "\n\n");
      case 2 -> changed(text, "[.?] ", ".\n");
      case 3 -> changed(text, "\n\n", random.nextBoolean() ? " " : "\n\n- ");
      case 4 -> changed(text, "\\b\\w+\\b", word());
      case 5 -> moved(text, "(?<=\n\n)");
      default -> moved(text, "(?<=[.?] )");
    };
  }

  /** One of the places, taken by chance, replaced. */
  private String changed(String text, String place, String by) {
    List<MatchResult> places = Pattern.compile(place).matcher(text).results().toList();
    if (places.isEmpty()) {
      return text;
    }
    MatchResult chosen = places.get(random.nextInt(places.size()));
    return text.substring(0, chosen.start()) + by + text.substring(chosen.end());
  }

  private String moved(String text, String between) {
    List<String> pieces = new ArrayList<>(Arrays.asList(text.split(between)));
    Collections.swap(pieces, random.nextInt(pieces.size()), random.nextInt(pieces.size()));
    return String.join("", pieces);
  }
}

package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.ScriptText;

/** Finds where a phrase stands in a text, so that it can be marked there. */
final class PhraseFinder {
  private final List<String> spellings;
  private final PhraseMatch match;

  private PhraseFinder(List<String> spellings, PhraseMatch match) {
    this.spellings = spellings;
    this.match = match;
  }

  /** Finds this phrase in this way, whatever way it asks for itself. */
  static PhraseFinder of(TypedPhrase phrase, PhraseMatch match) {
    List<String> typed = match == PhraseMatch.FOLDED ? List.of(phrase.text()) : phrase.spellings();
    List<String> spellings =
        typed.stream()
            .map(spelling -> FoldedText.of(ExactText.of(spelling), match).text())
            .filter(spelling -> !spelling.isEmpty())
            .toList();
    return new PhraseFinder(spellings, match);
  }

  /** The places in their order; those of one spelling do not overlap. */
  List<ByteRange> places(ScriptText text) {
    FoldedText searched = FoldedText.of(text.exactLines().text(), match);
    List<ByteRange> places = new ArrayList<>();
    for (String spelling : spellings) {
      for (int at : positions(searched.text(), spelling)) {
        places.add(searched.place(new CharacterRange(at, at + spelling.length())));
      }
    }
    places.sort(Comparator.comparingInt(ByteRange::start));
    return places;
  }

  private static List<Integer> positions(String text, String phrase) {
    List<Integer> positions = new ArrayList<>();
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
      positions.add(at);
    }
    return positions;
  }
}

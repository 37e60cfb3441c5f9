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
  private final List<String> exact = new ArrayList<>();
  private final String folded;

  private PhraseFinder(String folded) {
    this.folded = folded;
  }

  /** Finds this phrase, regardless of how it was asked to match. */
  static PhraseFinder of(TypedPhrase phrase, PhraseMatch match) {
    if (match == PhraseMatch.FOLDED) {
      return new PhraseFinder(FoldedText.of(ExactText.of(phrase.text())).text());
    }
    PhraseFinder finder = new PhraseFinder("");
    phrase.spellings().forEach(spelling -> finder.exact.add(ExactText.of(spelling)));
    return finder;
  }

  /** The places in their order; those of one spelling do not overlap. */
  List<ByteRange> places(ScriptText text) {
    String all = text.exactLines().text();
    List<ByteRange> places = new ArrayList<>();
    for (String spelling : exact) {
      for (int at : positions(all, spelling)) {
        places.add(ByteRange.ofLength(at, spelling.length()));
      }
    }
    if (!folded.isEmpty()) {
      FoldedText foldedText = FoldedText.of(all);
      for (int at : positions(foldedText.text(), folded)) {
        places.add(foldedText.place(new CharacterRange(at, at + folded.length())));
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

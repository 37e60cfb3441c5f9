package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import prismq.t.script.versioning.core.fountain.ElementText;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainPiece;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.OmittedItem;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;
import prismq.t.script.versioning.core.fountain.Screenplay;

/** The words of a draft as they are printed, in order. */
final class DraftWords {
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  final Screenplay screenplay;
  final List<PageItem> items;
  final List<PrintedWord> words = new ArrayList<>();

  /** The elements of the words, each once. */
  final List<FountainElement> elements = new ArrayList<>();

  /** The first word of each item; behind the last one, the number of words. */
  final int[] itemStarts;

  private DraftWords(Screenplay screenplay, List<PageItem> items) {
    this.screenplay = screenplay;
    this.items = items;
    this.itemStarts = new int[items.size() + 1];
    for (int i = 0; i < items.size(); i++) {
      itemStarts[i] = words.size();
      add(items.get(i), i);
    }
    itemStarts[items.size()] = words.size();
  }

  static DraftWords of(Screenplay screenplay) {
    return new DraftWords(screenplay, screenplay.items());
  }

  /**
   * The same with what stands in place of omitted scenes.
   *
   * @param omitted their numbers, by the word before which they stand, in order
   */
  DraftWords with(Map<Integer, List<String>> omitted) {
    if (omitted.isEmpty()) {
      return this;
    }
    List<PageItem> all = new ArrayList<>();
    int before = -1;
    for (int i = 0; i <= items.size(); i++) {
      // Within an item there is no place, so that it is put before.
      int first = i < items.size() ? itemStarts[i + 1] - 1 : words.size();
      int start = i < items.size() ? items.get(i).start() : screenplay.source().length();
      for (int word = before + 1; word <= first; word++) {
        for (String number : omitted.getOrDefault(word, List.of())) {
          all.add(new OmittedItem(number, start));
        }
      }
      before = Math.max(before, first);
      if (i < items.size()) {
        all.add(items.get(i));
      }
    }
    return new DraftWords(screenplay, List.copyOf(all));
  }

  private void add(PageItem item, int index) {
    if (item instanceof PageParagraph paragraph) {
      paragraph.lines().forEach(element -> add(element, index));
    } else if (item instanceof Speech speech) {
      add(speech, index);
    } else if (item instanceof DualSpeech dual) {
      add(dual.left(), index);
      add(dual.right(), index);
    } else if (item instanceof OmittedItem omitted) {
      String key = omittedKey(omitted.number());
      words.add(new PrintedWord(key, omitted.start(), omitted.start(), index, -1, true));
    }
  }

  static String omittedKey(String number) {
    return "\0" + number;
  }

  private void add(Speech speech, int index) {
    add(speech.cue(), index);
    speech.lines().forEach(element -> add(element, index));
  }

  private void add(FountainElement element, int index) {
    int number = elements.size();
    elements.add(element);
    ElementText text = ElementText.of(element, screenplay.source());
    String plain = text.plain();
    boolean isFirst = true;
    for (int at = 0; at < plain.length(); ) {
      if (Character.isWhitespace(plain.charAt(at))) {
        at++;
        continue;
      }
      int end = end(plain, at);
      String key = key(element.type(), text, at, end);
      int start = text.place(at);
      words.add(new PrintedWord(key, start, text.place(end - 1) + 1, index, number, isFirst));
      isFirst = false;
      at = end;
    }
    for (FountainPiece piece : element.pieces()) {
      if (piece.kind() == PieceKind.NUMBER && element.type() == FountainType.HEADING) {
        String key = "#" + element.number(screenplay.source());
        words.add(new PrintedWord(key, piece.start(), piece.end(), index, number, isFirst));
        return;
      }
    }
  }

  /** Words end at spaces; of texts without spaces, each sign is one. */
  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      int current = text.codePointAt(end);
      boolean isWide = current >= FIRST_IDEOGRAPH && Character.isIdeographic(current);
      if (isWide && end > start) {
        return end;
      }
      end += Character.charCount(current);
      if (isWide) {
        return end;
      }
    }
    return end;
  }

  private static String key(FountainType type, ElementText text, int start, int end) {
    String word = text.plain().substring(start, end);
    int style = 0;
    for (int i = start; i < end; i++) {
      style = 31 * style + text.style(i);
    }
    boolean isCapitals =
        type == FountainType.HEADING
            || type == FountainType.SHOT
            || type == FountainType.TRANSITION
            || type.isCue();
    String printed = isCapitals ? word.toUpperCase(Locale.ROOT) : word;
    return "=" + printed + "\0" + style + type.name();
  }

  int size() {
    return words.size();
  }

  /** The first item that has a word from this one on, or stands where it begins. */
  int itemAt(int word) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (itemStarts[middle + 1] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first word that ends behind a place of the source. */
  int wordAt(int place) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The word at which a page can begin that should begin at this one: the same within what may be
   * broken, else the first one of what may not.
   */
  int pageStart(int word) {
    if (word >= words.size()) {
      return words.size();
    }
    PrintedWord found = words.get(word);
    int first = itemStarts[found.item()];
    PageItem item = items.get(found.item());
    if (word == first) {
      return word;
    }
    if (item instanceof PageParagraph paragraph && paragraph.type() == FountainType.ACTION) {
      return word;
    }
    return item instanceof Speech ? speechStart(word, first) : first;
  }

  /** Nothing is parted from the cue, and no word from the others on how a speech is spoken. */
  private int speechStart(int word, int cue) {
    FountainType type = type(word);
    int start = word;
    while (type == FountainType.PARENTHETICAL && !words.get(start).isFirst()) {
      start--;
    }
    return type.isCue() || type(start - 1).isCue() ? cue : start;
  }

  private FountainType type(int word) {
    return elements.get(words.get(word).element()).type();
  }
}

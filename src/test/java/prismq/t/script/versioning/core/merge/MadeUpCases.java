package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Makes up texts to merge as writers make them, and odd ones; the same seed always makes the same.
 */
final class MadeUpCases {
  /** What every word starts with that was put in by an edit of prose, and no other does. */
  static final String NEW = "new";

  private static final String[] WORDS = {
    "bridge", "river", "sings", "the", "a", "old", "night", "nobody", "hears", "it", "until",
    "morning", "comes", "and", "water", "rises", "under", "every", "stone", "café", "lamp"
  };

  private final Texts texts;
  private final Random random;

  MadeUpCases(long seed) {
    texts = new Texts(seed);
    random = texts.random();
  }

  /** One of prose in three of four cases. */
  MergeCase next() {
    return random.nextInt(4) == 0 ? odd() : prose();
  }

  /** Of any text, with lines changed wherever it may be. */
  MergeCase odd() {
    ScriptText base = texts.any();
    return new MergeCase(base, changed(base), changed(base));
  }

  private ScriptText changed(ScriptText base) {
    return random.nextInt(8) == 0 ? texts.any() : texts.edited(base);
  }

  /** Of paragraphs, changed by both sides as writers do it, now and then in the same way. */
  MergeCase prose() {
    String end = random.nextInt(3) == 0 ? "\n" : random.nextInt(8) == 0 ? "\r\n\r\n" : "\n\n";
    boolean isBroken = random.nextInt(4) == 0;
    List<String> base = new ArrayList<>();
    for (int i = 1 + random.nextInt(25); i > 0; i--) {
      base.add(paragraph(isBroken) + end);
    }
    if (random.nextInt(5) == 0) {
      int last = base.size() - 1;
      base.set(last, base.get(last).strip());
    }
    List<String> ours = new ArrayList<>(base);
    List<String> theirs = new ArrayList<>(base);
    for (int i = random.nextInt(4); i > 0; i--) {
      edit(ours, end, random.nextInt());
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      edit(theirs, end, random.nextInt());
    }
    if (random.nextInt(3) == 0) {
      int choice = random.nextInt();
      edit(ours, end, choice);
      edit(theirs, end, choice);
    }
    return new MergeCase(joined(base), joined(ours), joined(theirs));
  }

  private static ScriptText joined(List<String> paragraphs) {
    return ScriptText.of(String.join("", paragraphs));
  }

  private String paragraph(boolean isBroken) {
    StringBuilder paragraph = new StringBuilder();
    int line = 0;
    for (int i = 2 + random.nextInt(isBroken ? 50 : 20); i > 0; i--) {
      String word = WORDS[random.nextInt(WORDS.length)];
      boolean breaks = isBroken && paragraph.length() - line + word.length() > 60;
      if (breaks) {
        paragraph.append('\n');
        line = paragraph.length();
      } else if (!paragraph.isEmpty()) {
        paragraph.append(' ');
      }
      paragraph.append(word);
    }
    return paragraph.append('.').toString();
  }

  /** One edit; the same choice makes the same one of the same paragraphs. */
  private void edit(List<String> paragraphs, String end, int choice) {
    Random choices = new Random(choice);
    int at = choices.nextInt(paragraphs.size() + 1);
    // Another one each time, so that it can be told whether it got lost.
    String word = NEW + Integer.toUnsignedString(choice);
    switch (choices.nextInt(7)) {
      case 0 -> paragraphs.add(at, "Here is the " + word + " now." + end);
      case 1 -> paragraphs.subList(at, Math.min(paragraphs.size(), at + 1)).clear();
      case 2 -> {
        if (!paragraphs.isEmpty()) {
          String moved = paragraphs.remove(Math.min(at, paragraphs.size() - 1));
          paragraphs.add(choices.nextInt(paragraphs.size() + 1), moved);
        }
      }
      case 3 -> {
        if (at + 1 < paragraphs.size()) {
          paragraphs.set(at, paragraphs.get(at).strip() + " " + paragraphs.remove(at + 1));
        }
      }
      default -> {
        if (at < paragraphs.size()) {
          paragraphs.set(at, withWord(paragraphs.get(at), word, choices));
        }
      }
    }
  }

  private static String withWord(String paragraph, String word, Random choices) {
    int space = paragraph.indexOf(' ', choices.nextInt(paragraph.length()));
    if (space < 0) {
      return word + " " + paragraph;
    }
    int next = choices.nextBoolean() ? space : paragraph.indexOf(' ', space + 1);
    return paragraph.substring(0, space + 1) + word + paragraph.substring(next < 0 ? space : next);
  }
}

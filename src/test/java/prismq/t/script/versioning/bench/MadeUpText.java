package prismq.t.script.versioning.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import prismq.t.script.versioning.core.text.ScriptText;

/** A text that is edited again and again, the same way in every run. */
final class MadeUpText {
  private static final String[] SYLLABLES = {
    "ka", "ri", "mo", "ten", "sal", "ve", "lu", "ner", "do", "pi", "str", "ing", "ba", "fo", "é"
  };

  private final Random random;
  private final String[] vocabulary = new String[4_000];
  private final List<String> paragraphs = new ArrayList<>();

  MadeUpText(long seed, int bytes) {
    random = new Random(seed);
    for (int i = 0; i < vocabulary.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      vocabulary[i] = word.toString();
    }
    for (int size = 0; size < bytes; ) {
      String paragraph = words(20 + random.nextInt(60));
      paragraphs.add(paragraph);
      size += paragraph.getBytes(StandardCharsets.UTF_8).length + 2;
    }
  }

  private MadeUpText(long seed, MadeUpText other) {
    random = new Random(seed);
    System.arraycopy(other.vocabulary, 0, vocabulary, 0, vocabulary.length);
    paragraphs.addAll(other.paragraphs);
  }

  /** The same text, which is edited in another way from here on. */
  MadeUpText branch(long seed) {
    return new MadeUpText(seed, this);
  }

  /** So many words and a full stop. */
  String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Some words are much more frequent than others, as in every language.
      double share = random.nextDouble();
      words.add(vocabulary[(int) (share * share * share * vocabulary.length)]);
    }
    return String.join(" ", words) + ".";
  }

  /** The text now. */
  ScriptText text() {
    return ScriptText.of(String.join("\n\n", paragraphs) + "\n");
  }

  /** Edits it in so many places: a word or a sentence changed, now and then a paragraph moved. */
  MadeUpText edit(int places) {
    for (int i = 0; i < places; i++) {
      int at = random.nextInt(paragraphs.size());
      switch (random.nextInt(8)) {
        case 0 -> paragraphs.add(at, paragraphs.remove(random.nextInt(paragraphs.size())));
        case 1 -> paragraphs.set(at, words(20 + random.nextInt(60)));
        case 2 -> paragraphs.set(at, paragraphs.get(at) + " " + words(8));
        default -> paragraphs.set(at, changedWord(paragraphs.get(at)));
      }
    }
    return this;
  }

  /** The same with one word replaced. */
  String changedWord(String paragraph) {
    String[] words = paragraph.split(" ", -1);
    words[random.nextInt(words.length)] = vocabulary[random.nextInt(vocabulary.length)];
    return String.join(" ", words);
  }

  /** Takes paragraphs away from anywhere until it is no larger than this. */
  MadeUpText shorten(int bytes) {
    while (text().sizeBytes() > bytes && paragraphs.size() > 1) {
      paragraphs.remove(random.nextInt(paragraphs.size()));
    }
    return this;
  }
}
